"""Runs of styled text to lines of a given width, and lines to one piece of content.

Whoever jumps to a block must know its lines, so Textual's own folding will not do. Text goes in
as text: nothing here reads markup.
"""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from textual.content import Content, Span
from textual.style import Style

from guide.document.blocks import Run as Words
from guide.document.wrap import cells
from guide.document.wrap import wrap as fold

Run: TypeAlias = tuple[str, str]
"""Text and its style; an empty style is that of the widget."""

Line: TypeAlias = list[Run]


def wrap(runs: Iterable[Run], width: int, first: Line | None = None, rest: str = "") -> list[Line]:
    """Fold runs into lines of at most ``width`` cells, as a page in text is folded.

    ``first`` opens the first line (a bullet, a number), ``rest`` every other (its indent).
    """
    words, opening = ([Words(*run) for run in part] for part in (runs, first or ()))
    rows = fold(words, width, opening, [Words(rest)] if rest else (), cut=True)
    return [[(text, style) for text, style, *_ in row] for row in rows]


def measure(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cells(text) for text, _ in line)


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
        self.links.append(Link(self.height, start, start + cells(words), href))
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
