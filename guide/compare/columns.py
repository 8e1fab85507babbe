"""Columns of plain text side by side."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from unicodedata import east_asian_width

MIN_WIDTH = 160
"""Characters from which two or three pages stand side by side."""
WIDEST = 80
"""Characters of one column; longer lines are hard to read."""
BETWEEN = "  │  "
_STYLE = re.compile("\x1b\\[[0-9;]*m")

Column = Callable[[int], list[str]]
"""Writes the lines of a column of this width."""


def side_by_side(columns: Sequence[Column], width: int) -> Iterator[str]:
    """The lines of all columns, with a rule between them.

    A word that is wider than its column (an address) sticks out; nothing is cut.
    """
    room = column_width(len(columns), width)
    for row in zip_longest(*(column(room) for column in columns), fillvalue=""):
        yield BETWEEN.join(_filled(cell, room) for cell in row)


def column_width(count: int, width: int) -> int:
    """How many characters each of some columns has."""
    return min(WIDEST, (width - len(BETWEEN) * (count - 1)) // count)


def _filled(text: str, width: int) -> str:
    plain = _STYLE.sub("", text)
    cells = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in plain)
    return text + " " * (width - cells)
