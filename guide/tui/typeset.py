"""Runs of styled text to lines of a given width, and lines to one piece of content.

Textual wraps too, but not with hanging indents; and whoever jumps to a block must know its
lines. Text goes in as text: nothing here reads markup.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, chop_cells
from textual.content import Content, Span
from textual.style import Style

Run: TypeAlias = tuple[str, str]
"""Text and its style; an empty style is that of the widget."""

Line: TypeAlias = list[Run]
Word: TypeAlias = list[Run]


def wrap(runs: Iterable[Run], width: int, first: Line | None = None, rest: str = "") -> list[Line]:
    """Fold runs into lines of at most ``width`` cells.

    ``first`` opens the first line (a bullet, a number), ``rest`` every other (its indent).
    """
    line: Line = list(first or [])
    lines: list[Line] = []
    used, indent = measure(line), cell_len(rest)
    empty = True
    for word, gap in _words(runs):
        for number, piece in enumerate(_pieces(word, max(width - indent, 1))):
            size = measure(piece)
            space = 0 if empty else len(gap[0])
            if not empty and (number or used + space + size > width):
                lines.append(line)
                line, used, space, empty = ([(rest, "")] if rest else []), indent, 0, True
            if space:
                line.append(gap)
            line += piece
            used += space + size
            empty = False
    lines.append(line)
    return lines


def measure(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cell_len(text) for text, _ in line)


def clip(text: str, width: int) -> str:
    """The text on one line of at most ``width`` cells, its end replaced by an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width < 2:
        return "…"[:width]
    return chop_cells(text, width - 1)[0].rstrip() + "…"


def _words(runs: Iterable[Run]) -> Iterator[tuple[Word, Run]]:
    """Each word with the space before it. A word may change its style half-way."""
    word: Word = []
    gap: Run = ("", "")
    for text, style in runs:
        for index, part in enumerate(text.split(" ")):
            if index:
                if word:
                    yield word, gap
                    word = []
                gap = (" ", style)
            if part:
                word.append((part, style))
    if word:
        yield word, gap


def _pieces(word: Word, width: int) -> list[Word]:
    """A word too long for a line, cut after a sign that parts it, else where it has to be."""
    if measure(word) <= width:
        return [word]
    return [[(piece, style)] for text, style in word for piece in _cut(text, width)]


def _cut(text: str, width: int) -> Iterator[str]:
    while cell_len(text) > width:
        # Nothing comes of chopping a sign that has no width of its own.
        fits = next(iter(chop_cells(text, width)), "") or text
        # A scenario code parts after a comma, an address after a hyphen or a slash.
        end = fits.rfind(",") + 1 or max(fits.rfind(sign) for sign in "/:-") + 1 or len(fits)
        yield text[:end]
        text = text[end:]
    if text:
        yield text


class Link(NamedTuple):
    """Cells of a line that lead somewhere."""

    line: int
    start: int
    end: int
    href: str


class Sheet:
    """Lines collected into one piece of content, each line's number known as it is added."""

    def __init__(self) -> None:
        self.links: list[Link] = []
        """Where words lead somewhere, in the order of the page."""
        self._text: list[str] = []
        self._spans: list[Span] = []
        self._length = 0

    @property
    def height(self) -> int:
        """How many lines there are so far: the number of the next one."""
        return len(self._text)

    def link(self, start: int, words: str, href: str, before: str) -> None:
        """Have words of the line to be added next lead somewhere.

        Args:
            start: their first cell.
            words: the words.
            href: an address, or ``#`` and the id of something on the page.
            before: what stands before them on the line.

        """
        self.links.append(Link(self.height, start, start + cell_len(words), href))
        if not href.startswith("#"):  # terminals that know how make it one of their own
            at = self._length + len(before)
            self._spans.append(Span(at, at + len(words), Style(link=href)))

    def add(self, line: Line) -> None:
        """Add one line that is known to fit."""
        start = self._length
        for style, group in groupby(line, key=itemgetter(1)):
            length = sum(len(text) for text, _ in group)
            if style and length:
                self._spans.append(Span(start, start + length, style))
            start += length
        joined = "".join(text for text, _ in line)
        self._text.append(joined)
        self._length += len(joined) + 1

    def write(
        self, runs: Iterable[Run], width: int, first: Line | None = None, rest: str = ""
    ) -> None:
        """Add runs, folded."""
        for line in wrap(runs, width, first, rest):
            self.add(line)

    def blank(self) -> None:
        """Add an empty line, unless there is one (or nothing) above."""
        if self._text and self._text[-1]:
            self.add([])

    def content(self) -> Content:
        """All lines, as one text."""
        return Content("\n".join(self._text), spans=self._spans)

    def top(self, height: int) -> Content:
        """The first lines, as one text."""
        text = "\n".join(self._text[:height])
        return Content(text, spans=[span for span in self._spans if span.start < len(text)])
