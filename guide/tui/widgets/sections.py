"""The sections of a page at its side, to jump to; a sign stands at the one being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from guide.tui.styles import MARK, QUIET, STRONG
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from textual import events

    from guide.tui.typeset import Line, Sheet


class Sections(Typeset):
    """A line for each section."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Sections { pointer: pointer; }"

    @dataclass
    class Jump(Message):
        """The reader wants to go to a section."""

        index: int

    def __init__(self) -> None:
        super().__init__(id="sections")
        self.titles: list[str] = []
        self.current = 0
        self._lines: list[int] = []
        """Of each line, the section it belongs to."""

    def show(self, titles: list[str], current: int) -> None:
        """Show the sections of a page, and where the reader is."""
        if (titles, current) != (self.titles, self.current):
            others = titles != self.titles
            self.titles, self.current = titles, current
            (self.changed if others else self.restyled)()

    def write(self, sheet: Sheet, width: int) -> None:
        """Each with the key that leads there."""
        self._lines = []
        for index, title in enumerate(self.titles):
            here = index == self.current
            number = str(index + 1) if index < 9 else " "
            lead: Line = [("▸ " if here else "  ", MARK), (f"{number} ", QUIET)]
            sheet.write([(title, STRONG if here else "")], width, lead, "    ")
            self._lines += [index] * (sheet.height - len(self._lines))

    def on_click(self, event: events.Click) -> None:
        """Go to the one that was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._lines):
            event.stop()
            self.post_message(self.Jump(self._lines[offset.y]))
