"""What a room sees, from the back row: few words, wide letters, counts three lines high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.message import Message
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

from guide.pages.case import RIGHT, WRONG
from guide.pages.wall import Wall
from guide.practice.views import letter
from guide.tui.setter import set_blocks
from guide.tui.styles import CURSOR, HEADING, KEY, MARK, QUIET, STRONG
from guide.tui.typeset import Line, Run, Sheet, measure, wrap
from guide.tui.widgets.choices import filled
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from textual import events

    from guide.pages.wall import WallRow

_AIRY = 24
"""Lines of a window from which there is air between things."""
_TALL = 28
"""Lines from which four counts can be three lines high, below an excerpt."""
_READABLE = 78


def spaced(text: str) -> str:
    """The text in wide capitals."""
    return "   ".join(" ".join(word) for word in text.upper().split())


def large(number: int) -> list[str]:
    """A number, three lines high."""
    columns = [_digit(figure) for figure in str(number)]
    return ["".join(parts) for parts in zip(*columns, strict=True)]


def _digit(figure: str) -> list[str]:
    start = DIGITS.index(figure) * 3
    return [line.ljust(3) for line in DIGITS3X3_BOLD[start : start + 3]]


class RoomHeading(Typeset):
    """What it is about now."""

    text = ""

    def show(self, text: str) -> None:
        """Show another."""
        self.text = text
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """In wide letters, if they fit."""
        if self.app.size.height >= _AIRY:
            sheet.add([])
        wide = spaced(self.text)
        if cell_len(wide) <= width:
            sheet.add([(wide, HEADING)])
        else:
            sheet.write([(self.text, HEADING)], width)


class Board(Typeset):
    """What stands below the heading, with the row that numbers are typed for marked."""

    @dataclass
    class Pointed(Message):
        """A row was clicked."""

        row: int

    def __init__(self) -> None:
        super().__init__()
        self._wall = Wall("")
        self.cursor: int | None = None
        """The row that is counted; None where nothing is."""
        self.lines: list[tuple[int, int]] = []
        """Where each row begins and ends."""

    def show(self, wall: Wall, cursor: int | None) -> None:
        """Show this."""
        self._wall, self.cursor = wall, cursor
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Blocks, rows, blocks."""
        width = min(width, 100)
        height = self.app.size.height
        sheet.add([])
        set_blocks(sheet, self._wall.blocks, min(width, _READABLE))
        self.lines = []
        for index, row in enumerate(self._wall.rows):
            if height >= _AIRY or not index:
                sheet.blank()
            start = sheet.height
            for line in self._row(index, row, width, tall=height >= _TALL):
                sheet.add(line)
            self.lines.append((start, sheet.height))
        if self._wall.below:
            sheet.blank()
            set_blocks(sheet, self._wall.below, min(width, _READABLE))

    def _row(self, index: int, row: WallRow, width: int, *, tall: bool) -> list[Line]:
        """The letter and the words at the left, the count at the right."""
        here = index == self.cursor
        counted = self.cursor is not None or bool(row.number)
        figures = large(row.number) if counted else []
        if not (tall and width >= 60):
            figures = [str(row.number)] if counted else []
        room = width - max(map(cell_len, figures), default=0) - 2
        on = " on $cursor-bg" if here else ""
        lead: Line = [("▸ " if here else "  ", MARK + on), (f"{letter(index)}  ", KEY + on)]
        style = CURSOR if here else QUIET if row.right is False else STRONG
        sign = {None: "", True: f"{RIGHT}: ", False: f"{WRONG}: "}[row.right]
        words: list[Run] = [(sign, "bold $good" if row.right else QUIET), (row.label, style)]
        lines = wrap(words, room, lead, "     ")
        if row.reason:
            lines += wrap([(row.reason, "")], min(room, _READABLE), [("     ", "")], "     ")
        lines += [[("", "")] for _ in range(len(figures) - len(lines))]
        number = CURSOR if here else KEY if row.number else QUIET
        for line, figure in zip(lines, figures, strict=False):
            gap = width - measure(line) - cell_len(figure)
            line += [(" " * gap, on.strip()), (figure, number)]
        return [filled(line, width) for line in lines] if here else lines

    def on_click(self, event: events.Click) -> None:
        """Count what was clicked."""
        offset = event.get_content_offset(self)
        for index, (start, end) in enumerate(self.lines):
            if offset is not None and start <= offset.y < end:
                event.stop()
                self.post_message(self.Pointed(index))
