"""The scale of verdicts: what the words, signs and steps above a page mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.document.blocks import Line
from guide.tui.screens.sheet import DialogScreen
from guide.tui.tones import legend
from guide.tui.widgets.body import Reading
from guide.tui.widgets.document import DocumentText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.model.schema import Guide

ABOUT = "From best to worst. More steps are worse; with none, it is too early to say."


class TonesScreen(DialogScreen):
    """The scale."""

    ABOUT = "Every verdict this guide can come to, the best first. Escape closes this."

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide

    def body(self) -> Iterable[Widget]:
        """A line for each verdict."""
        with Reading(classes="body part"):
            rows = [Line(tuple(runs)) for runs in legend(self._guide)]
            yield DocumentText([*rows, Line(ABOUT, "quiet")])

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("How bad is it?")
        self.query_one(Reading).focus()
