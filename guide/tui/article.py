"""One page of advice as one text: every section and block set, and where each begins."""

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from guide.document.body import Items, Paragraph, Part, Quote, parts
from guide.journey.advice import Advice, Shown
from guide.tui.styles import CODE, EMPHASIS, FOUND, HEADING, QUIET, QUOTE, STRONG, TONES
from guide.tui.typeset import Line, Run, Sheet, wrap

GUTTER = "  "
"""Room at the left for the mark of the current block."""

Spots: TypeAlias = Callable[[str], list[tuple[int, int]]]
"""A text -> the spans in it that a search found."""


class Lines(NamedTuple):
    """Something on the page and the lines it takes, from 0, the end not included."""

    start: int
    end: int


class Frame(NamedTuple):
    """The quiet lines around the advice."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


class Article(NamedTuple):
    """Where things are on a page that was set."""

    blocks: list[tuple[Shown, Lines]]
    sections: list[tuple[str, Lines]]

    def at(self, line: int) -> int | None:
        """The block on this line: its place among the blocks."""
        for index, (_, lines) in enumerate(self.blocks):
            if lines.start <= line < lines.end:
                return index
        return None


def set_article(
    sheet: Sheet, advice: Advice, width: int, frame: Frame, spots: Spots | None = None
) -> Article:
    """Write the page on a sheet."""
    page = _Setter(sheet, width, spots)
    sheet.add([])
    for index, line in enumerate(frame.head):
        if index:
            sheet.blank()
        page.write([(line, QUIET)])
    blocks: list[tuple[Shown, Lines]] = []
    sections: list[tuple[str, Lines]] = []
    tone = advice.tone
    for number, section in enumerate(advice.sections, 1):
        sheet.blank()
        start = sheet.height
        page.heading(number, section.section.title)
        for index, shown in enumerate(section.blocks):
            if index:
                sheet.blank()
            first = sheet.height
            if shown.block.tone and tone is not None:
                sign, colour, style = TONES[tone.colour]
                page.write([(sign, colour), (f" {tone.label}", style)])
                sheet.blank()
            page.parts(parts(shown.block.body))
            blocks.append((shown, Lines(first, sheet.height)))
        sections.append((section.section.title, Lines(start, sheet.height)))
    for line in frame.foot:
        sheet.blank()
        page.write([(line, QUIET)])
    sheet.add([])
    return Article(blocks, sections)


class _Setter:
    """Writes parts of Markdown on a sheet."""

    def __init__(self, sheet: Sheet, width: int, spots: Spots | None) -> None:
        self._sheet, self._width, self._spots = sheet, width, spots

    def heading(self, number: int, title: str) -> None:
        sign = f"{number} " if number <= 9 else "  "
        self._sheet.write(
            [(title, HEADING)], self._width, [(sign.rjust(len(GUTTER)), QUIET)], GUTTER
        )
        self._sheet.blank()

    def write(self, runs: list[Run], first: Line | None = None, rest: str = GUTTER) -> None:
        if self._spots is not None:
            runs = list(_marked(runs, self._spots))
        for line in wrap(runs, self._width, first or [(rest, "")], rest):
            self._sheet.add(line)

    def parts(self, found: tuple[Part, ...], indent: str = GUTTER, style: str = "") -> None:
        for index, part in enumerate(found):
            if index:
                self._sheet.blank()
            if isinstance(part, Paragraph):
                self.write(_runs(part, style), rest=indent)
            elif isinstance(part, Quote):
                self.parts(part.parts, f"{indent}│ ", QUOTE)
            else:
                self._items(part, indent, style)

    def _items(self, part: Items, indent: str, style: str) -> None:
        last = (part.start or 1) + len(part.items) - 1
        room = cell_len(f"{last}. ") if part.start is not None else 2
        for index, item in enumerate(part.items):
            sign = "•" if part.start is None else f"{part.start + index}."
            lead = f"{indent}{sign.ljust(room)}"
            inner = indent + " " * room
            if item and isinstance(item[0], Paragraph):
                self.write(_runs(item[0], style), [(lead, QUIET)], inner)
                if len(item) > 1:
                    self.parts(item[1:], inner, style)
            else:
                self.write([], [(lead, QUIET)], inner)
                self.parts(item, inner, style)


def _runs(paragraph: Paragraph, style: str) -> list[Run]:
    runs = []
    for span in paragraph.spans:
        styles = [
            name for name, wanted in ((STRONG, span.strong), (EMPHASIS, span.emphasis)) if wanted
        ]
        styles.append(CODE if span.code else style)
        runs.append((span.text, " ".join(filter(None, styles))))
    return runs


def _marked(runs: list[Run], spots: Spots) -> Iterator[Run]:
    """The runs with what a search found set off, also where it crosses from run to run."""
    text = "".join(run for run, _ in runs)
    cuts = {place for spot in spots(text) for place in spot}
    inside = [range(start, end) for start, end in spots(text)]
    at = 0
    for run, style in runs:
        edges = [at, *sorted(c for c in cuts if at < c < at + len(run)), at + len(run)]
        for start, end in itertools.pairwise(edges):
            found = any(start in span for span in inside)
            yield text[start:end], FOUND if found else style
        at += len(run)
