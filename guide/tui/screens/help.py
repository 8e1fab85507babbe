"""Help on the screen it was asked from: what it is for, and the keys that work there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from guide.tui.commands.base import GROUPS
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import HEADING, KEY
from guide.tui.widgets.body import Reading
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.tui.typeset import Sheet


class KeyRow(NamedTuple):
    """A command that works on the screen."""

    group: str
    keys: str
    words: str


class HelpText(Typeset):
    """The words and the table of keys."""

    def __init__(self, about: str, rows: list[KeyRow]) -> None:
        super().__init__()
        self._about, self._rows = about, rows

    def write(self, sheet: Sheet, width: int) -> None:
        """What the screen is for, then a table of keys for each group."""
        sheet.write([(self._about, "")], width)
        column = max((cell_len(row.keys) for row in self._rows), default=0) + 2
        for group in GROUPS:
            rows = [row for row in self._rows if row.group == group]
            if rows:
                sheet.blank()
                sheet.write([(group, HEADING)], width)
            for row in rows:
                gap = " " * (column - cell_len(row.keys))
                sheet.write([(row.words, "")], width, [(row.keys, KEY), (gap, "")], " " * column)


class HelpScreen(DialogScreen):
    """Help."""

    ABOUT = "Help on the screen you came from."

    def __init__(self, about: str, rows: list[KeyRow]) -> None:
        super().__init__()
        self._text = HelpText(about, rows)

    def body(self) -> Iterable[Widget]:
        """The text, scrolling."""
        with Reading(classes="body part"):
            yield self._text

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("Help on this screen")
        self.query_one(Reading).focus()
