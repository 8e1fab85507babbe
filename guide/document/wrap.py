"""Styled words to lines of a given width, in the cells of a terminal.

Neither ``textwrap`` (which knows no styles) nor Textual (which knows no hanging indents) will do.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from guide.document.blocks import Run

Row = list[Run]
"""One line."""

_NO_WIDTH = {"Mn", "Me", "Cf"}


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(letter: str) -> int:
    if category(letter) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def width_of(row: Iterable[Run]) -> int:
    """The width of a line in cells."""
    width = 0
    for text, *_ in row:  # 1,500 words of a new page: a sum of cells() would take 3 ms more
        width += len(text) if text.isascii() else cells(text)
    return width


def wrap(
    runs: Iterable[Run],
    width: int,
    first: Iterable[Run] = (),
    rest: Iterable[Run] = (),
    *,
    cut: bool = False,
) -> list[Row]:
    """Fold runs into lines of at most ``width`` cells.

    Args:
        runs: the words, with single spaces between them.
        width: cells.
        first: what the first line starts with, such as a bullet.
        rest: what every other line starts with: its indent.
        cut: whether a word that is too long for a line is cut; else it sticks out, so that an
            address or a code can be copied whole.

    """
    row, indent = [*first], [*rest]
    rows: list[Row] = []
    used, inset = width_of(row), width_of(indent)
    fresh = True
    for word, gap in _words(runs):
        for number, piece in enumerate(_pieces(word, max(width - inset, 1)) if cut else (word,)):
            size = width_of(piece)
            space = 0 if fresh else len(gap.text)
            if not fresh and (number or used + space + size > width):
                rows.append(row)
                row, used, space, fresh = [*indent], inset, 0, True
            if space:
                row.append(gap)
            row += piece
            used += space + size
            fresh = False
    rows.append(row)
    return rows


def clip(text: str, width: int) -> str:
    """The text on one line of at most ``width`` cells, its end replaced by an ellipsis."""
    if cells(text) <= width:
        return text
    if width < 2:
        return "…"[:width]
    return f"{_fitting(text, width - 1).rstrip()}…"


def _words(runs: Iterable[Run]) -> Iterator[tuple[Row, Run]]:
    """Each word with the space before it. A word may change its style half-way.

    What is typed is one word, a command with what follows it: it is copied whole.
    """
    word: Row = []
    gap = Run("")
    for run in runs:
        text, *look = run
        space = Run(" ", *look)
        for index, part in enumerate([text] if run.style == "code" else text.split(" ")):
            if index:
                if word:
                    yield word, gap
                    word = []
                gap = space
            if part:
                word.append(Run(part, *look))  # _replace for each word: 2 ms of a new page
    if word:
        yield word, gap


def _pieces(word: Row, width: int) -> list[Row]:
    """A word too long for a line, cut after a sign that parts it, else where it has to be."""
    if width_of(word) <= width:
        return [word]
    return [[run._replace(text=piece)] for run in word for piece in _cut(run.text, width)]


def _cut(text: str, width: int) -> Iterator[str]:
    while cells(text) > width:
        fits = _fitting(text, width) or text[:1]
        # A scenario code parts after a comma, an address after a hyphen or a slash.
        end = fits.rfind(",") + 1 or max(fits.rfind(sign) for sign in "/:-") + 1 or len(fits)
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _fitting(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    used = 0
    for place, letter in enumerate(text):
        used += _cells(letter)
        if used > width:
            return text[:place]
    return text
