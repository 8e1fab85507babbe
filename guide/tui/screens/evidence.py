"""Says who: what one passage rests on, where there is no room for it beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from guide.tui.commands.advice import UnfoldChecks
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.sheet import CloseSheet
from guide.tui.following import follow
from guide.tui.screens.sheet import DialogScreen
from guide.tui.widgets.body import Reading
from guide.tui.widgets.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.advice import Passage
    from guide.model.schema import Guide

EVIDENCE = (CloseSheet, UnfoldChecks)


class EvidenceScreen(DialogScreen):
    """Says who."""

    HERE: ClassVar[tuple[type[Command], ...]] = EVIDENCE
    BINDINGS = bindings(EVIDENCE)
    ABOUT = (
        "What the marked passage rests on: what is claimed, who says so, how sure that is, and "
        "which of your answers brought it. Where sources differ, both are shown. F unfolds what "
        "our check of each claim found. The code in brackets is the fact's in every format."
    )

    def __init__(self, guide: Guide, passage: Passage, place: str) -> None:
        super().__init__()
        self._subject, self._place = (guide, passage), place

    def body(self) -> Iterable[Widget]:
        """The evidence, scrolling."""
        with Reading(classes="body part"):
            yield Evidence()

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("Says who?", self._place)
        self.query_one(Evidence).show(*self._subject)
        self.query_one(Reading).focus()

    def action_unfold_checks(self) -> None:
        """Unfold our checks, or fold them."""
        self.query_one(Evidence).fold()

    def on_evidence_followed(self, event: Evidence.Followed) -> None:
        """Go to an address."""
        self.tell(follow(self.app, event.href))
