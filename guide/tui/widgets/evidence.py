"""The pane, or the sheet, that says what a passage rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from guide.tui.evidence import FOLD, ground_blocks
from guide.tui.setter import set_blocks
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from textual import events

    from guide.journey.advice import Passage
    from guide.model.schema import Guide
    from guide.tui.typeset import Sheet


class Evidence(Typeset):
    """What one passage rests on. Our checks are folded: the claims are what is asked for."""

    @dataclass
    class Followed(Message):
        """An address was clicked."""

        href: str

    def __init__(self) -> None:
        super().__init__(id="evidence")
        self.subject: tuple[Guide, Passage] | None = None
        self.unfolded = False

    def show(self, guide: Guide, passage: Passage | None) -> None:
        """Show what another passage rests on."""
        subject = (guide, passage) if passage is not None else None
        if subject != self.subject:
            self.subject = subject
            self.changed()

    def fold(self) -> None:
        """Unfold our checks, or fold them again."""
        self.unfolded = not self.unfolded
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """All of it, folded."""
        if self.subject is not None:
            set_blocks(sheet, ground_blocks(*self.subject, unfolded=self.unfolded), width)

    def on_click(self, event: events.Click) -> None:
        """Unfold the checks, or follow an address."""
        href = self.link_at(event.get_content_offset(self))
        if href == FOLD:
            event.stop()
            self.fold()
        elif href:
            event.stop()
            self.post_message(self.Followed(href))
