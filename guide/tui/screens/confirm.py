"""Asking before something that nobody wants by a slip of the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class ConfirmScreen(DialogScreen):
    """Really?"""

    CSS_PATH = ["sheet.tcss", "confirm.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "Asked, so that a slip of a finger does nothing. Escape or the first choice leaves all as "
        "it is."
    )

    def __init__(self, title: str, question: str, yes: str, no: str = "No, keep it") -> None:
        super().__init__()
        self._title, self._question, self._yes, self._no = title, question, yes, no

    def body(self) -> Iterable[Widget]:
        """The question, and the harmless answer first."""
        with Body(classes="body part"):
            yield Prose([(self._question, STRONG)], id="asked")
            yield Choices(id="answers")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar(self._title)
        self.query_one(Choices).offer([Choice(self._no), Choice(self._yes)])
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Yes or no."""
        self.dismiss(event.index == 1)
