"""Help on the screen it was asked from: what it is for, and the keys that work there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import KEY, QUIET
from guide.tui.widgets.body import Reading
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.tui.typeset import Sheet


class HelpText(Typeset):
    """The words and the table of keys."""

    def __init__(self, about: str, rows: list[tuple[str, str]]) -> None:
        super().__init__()
        self._about, self._rows = about, rows

    def write(self, sheet: Sheet, width: int) -> None:
        """What the screen is for, then one line per key."""
        sheet.write([(self._about, "")], width)
        sheet.blank()
        column = max((cell_len(keys) for keys, _ in self._rows), default=0) + 2
        for keys, words in self._rows:
            gap = " " * (column - cell_len(keys))
            sheet.write([(words, "")], width, [(keys, KEY), (gap, "")], " " * column)
        sheet.blank()
        sheet.write([("Every command and its key: Ctrl+P. Close this: Escape.", QUIET)], width)


class HelpScreen(DialogScreen):
    """Help."""

    ABOUT = "Help on the screen you came from."

    def __init__(self, about: str, rows: list[tuple[str, str]]) -> None:
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
