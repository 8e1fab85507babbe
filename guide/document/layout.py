"""A document as lines of styled words: what plain text prints, and what a screen sets.

One place decides where a line begins and how far it is set in, so that a terminal, a pipe and the
app cannot disagree. What differs between them is a ``Look``.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from guide.document.blocks import (
    Block,
    Body,
    Changed,
    ChangedParagraph,
    Chart,
    Code,
    Columns,
    Entries,
    Entry,
    Line,
    Pairs,
    Run,
    Section,
    Table,
    Text,
    Tone,
    plain,
    runs,
)
from guide.document.body import Items, Paragraph, Part, Quote, Span
from guide.document.chart_rows import chart_rows
from guide.document.wrap import Row, cells, width_of, wrap
from guide.english import sentence

NO_BREAK = "\xa0"
"""Keeps marks together on one line; printed as a space."""
WIDEST_COLUMN = 80
BETWEEN = Run("  │  ", "quiet")


class Look(NamedTuple):
    """In what plain text and a screen differ."""

    bullet: str = "- "
    quote: str = "    "
    """What every line of words to say starts with."""
    gutter: str = ""
    """What every line starts with."""
    rules: bool = True
    """Whether a line is drawn below a heading."""
    tone: Callable[[Tone], Iterable[Run]] = lambda tone: [Run(sentence(tone.label), "strong")]
    cut: bool = False
    """Whether a word that is too long for a line is cut."""
    readable: int = 88
    """Cells in a line of prose; longer ones are hard to read."""
    wide: int = 160
    """Cells in a line of a chart."""
    chart: Callable[[Chart, int], Iterable[Row]] = chart_rows
    """A chart in lines of at most so many cells."""
    columns_from: int = 160
    """Cells from which pages stand side by side."""
    heading: Callable[[int, int], str] = lambda level, number: ""  # noqa: ARG005
    """What a heading starts with, by its level and its place among those of its level."""
    margin: bool = False
    """Whether signs of what is gone and new stand in a margin, and not around the words."""
    sources: bool = False
    """Whether marks, and sections that are folded, are written out."""
    emphasis: bool = False
    """Whether strong words, emphasis and code are set apart: plain text has no way to."""


class Lines(NamedTuple):
    """Lines, from 0, the end not included."""

    start: int
    end: int


class Layout:
    """Collects the lines of a document and remembers where its parts stand."""

    def __init__(self, width: int, look: Look = Look(), search: "Search | None" = None) -> None:  # noqa: B008  a tuple, never changed
        self.width, self.look, self._search = width, look, search
        self.rows: list[Row] = []
        self._unwritten = ("back",) if look.sources else ("back", "marks")
        self.places: dict[str, Lines] = {}
        """By anchor."""
        self.headings: list[tuple[Section, Lines]] = []
        """The sections that stand on the page itself."""

    def blank(self) -> None:
        """Add an empty line, unless there is one, or nothing, above."""
        if self.rows and self.rows[-1]:
            self.rows.append([])

    def add(self, blocks: Iterable[Block], level: int = 2, indent: str = "") -> None:
        """Set blocks below one another, with a blank line between them."""
        number = 0
        for block in blocks:
            if isinstance(block, Section):
                number += 1
                if block.instead and not self.look.sources:
                    self.blank()
                    self._write(runs(block.instead), style="quiet")
                else:
                    self._section(block, level, number)
            elif not (isinstance(block, Line) and block.role in self._unwritten):
                self.blank()
                self._block(block, level, indent)

    def heading(self, text: Text, level: int, number: int = 0) -> None:
        """Set a heading, and below it a rule where the look has one."""
        self.blank()
        # The number of a section stands in the gutter.
        gutter = self.look.gutter
        lead = self.look.heading(level, number).rjust(len(gutter))
        start = len(self.rows)
        styled = [run._replace(style=f"{run.style} heading".strip()) for run in runs(text)]
        first, rest = [Run(lead, "quiet")] * bool(lead), [Run(gutter)] * bool(gutter)
        self.rows += wrap(styled, self.width, first, rest, cut=self.look.cut)
        if self.look.rules and level < 3:
            widest = max(map(width_of, self.rows[start:]))
            self.rows.append([Run(("=" if level == 1 else "-") * widest)])

    def _section(self, section: Section, level: int, number: int) -> None:
        self.blank()
        start = len(self.rows)
        self.heading(section.title, level, number)
        self.add(section.blocks, level + 1)
        place = Lines(start, len(self.rows))
        if level == 2:
            self.headings.append((section, place))
        if section.anchor:
            self.places[section.anchor] = place

    def _block(self, block: Block, level: int, indent: str) -> None:  # noqa: C901  a case for each kind of block
        start = len(self.rows)
        match block:
            case Line(text, role):
                answer = "strong" * (role == "answer" and self.look.emphasis)
                self._write(
                    runs(text), indent, style=answer or "quiet" * (role in ("quiet", "why"))
                )
            case Pairs(rows):
                for label, value in rows:
                    self._pair(label, runs(value), indent)
            case Tone():
                self._write(self.look.tone(block), indent)
            case Body(parts, marks):
                self.parts(_with_marks(parts, marks) if self.look.sources else parts, indent)
            case Entries(entries, role):
                self._entries(entries, role, indent)
            case Table():
                self._table(block)
            case Chart():
                room = min(self.width - cells(self.look.gutter), self.look.wide)
                self.rows += [
                    [Run(self.look.gutter), *row] if row else []
                    for row in self.look.chart(block, room)
                ]
            case Changed(paragraphs):
                self._changed(paragraphs)
            case Code():
                self.rows += [[Run(f"{self.look.gutter}{line}")] for line in block.numbered]
            case Columns():
                self._columns(block, level)
        if isinstance(block, Body) and block.anchor:
            self.places[block.anchor] = Lines(start, len(self.rows))

    def _pair(self, label: str, value: tuple[Run, ...], indent: str) -> None:
        if len(value) == 1 and value[0].style == "code":
            # Parted after a comma only, so that it can be copied; a part too long sticks out.
            lead = f"{self.look.gutter}{indent}{label}: "
            rows = [[Run(lead)]]
            for part in re.findall(r"[^,]*,|[^,]+", value[0].text):
                if len(rows[-1]) > 1 and width_of(rows[-1]) + cells(part) > self.width:
                    rows.append([Run(" " * cells(lead))])
                rows[-1].append(Run(part, "code"))
            self.rows += rows
            return
        self._write([Run(f"{label}: "), *value], indent, f"{indent}  ")

    def _write(
        self, words: Iterable[Run], first: str = "", rest: str | None = None, style: str = ""
    ) -> None:
        gutter, look = self.look.gutter, self.look
        words = [run._replace(style=run.style or style) for run in words] if style else [*words]
        if self._search is not None:
            words = self._search(words)
        rest = first if rest is None else rest
        lead = [Run(gutter + first, "quiet")] if gutter + first else []
        under = [Run(gutter + rest, "quiet")] if gutter + rest else []
        width = min(self.width, look.readable)
        width = width if look.cut else max(width, cells(gutter + first) + 20)
        self.rows += wrap(words, width, lead, under, cut=look.cut)

    def parts(self, parts: tuple[Part, ...], indent: str = "", style: str = "") -> None:
        """Set what an author wrote."""
        for index, part in enumerate(parts):
            if index:
                self.blank()
            if isinstance(part, Paragraph):
                self._write(self._words(part, style), indent)
            elif isinstance(part, Quote):
                self.parts(part.parts, indent + self.look.quote, "quote" * self.look.emphasis)
            else:
                self._items(part, indent, style)

    def _words(self, paragraph: Paragraph, style: str) -> list[Run]:
        if not self.look.emphasis:
            # Words of a file stand between quotation marks: plain text has no other way.
            texts = (f"'{s.text}'" if s.code else s.text for s in paragraph.spans)
            return [Run("".join(texts))]
        words = []
        for span in paragraph.spans:
            names = ["strong"] * span.strong + ["emphasis"] * span.emphasis
            names += ["term"] * bool(span.href)
            names.append("code" if span.code else style)
            words.append(Run(span.text, " ".join(filter(None, names)), span.href))
        return words

    def _items(self, items: Items, indent: str, style: str) -> None:
        labels = [
            self.look.bullet if items.start is None else f"{items.start + number}. "
            for number in range(len(items.items))
        ]
        room = max(map(cells, labels), default=0)
        inner = indent + " " * room
        for label, item in zip(labels, items.items, strict=True):
            lead = indent + (label.rjust(room) if self.look.rules else label.ljust(room))
            if item and isinstance(item[0], Paragraph):
                self._write(self._words(item[0], style), lead, inner)
                if len(item) > 1 and isinstance(item[1], Paragraph):
                    self.blank()
                self.parts(item[1:], inner, style)
            else:
                self._write([], lead, inner)
                self.parts(item, inner, style)

    def _entries(self, entries: tuple[Entry, ...], role: str, indent: str) -> None:
        airy = any(entry.details or entry.entries for entry in entries)
        for number, entry in enumerate(entries, 1):
            if number > 1 and airy:
                self.blank()
            signs = {
                "numbers": f"{number}. ",
                "options": f"{number}. ",
                "tasks": "[ ] ",
                "listing": f"{entry.lead}  ",
                "terms": "",
            }
            lead = indent + signs.get(role, self.look.bullet)
            inner = " " * cells(lead) + "  " * (role == "terms")
            start = len(self.rows)
            self._write(runs(entry.text), lead, inner)
            under, style = (inner, "") if role == "options" else (f"{inner}  ", "quiet")
            for detail in entry.details:
                self._write(runs(detail), inner, under, style)
            if entry.entries:
                self.blank()
                self._entries(entry.entries, role, inner)
            if entry.anchor:
                self.places[entry.anchor] = Lines(start, len(self.rows))

    def _table(self, table: Table) -> None:
        """In columns where they have room; else in columns below each row's name, or by label."""
        texts = [[plain(cell) for cell in row] for row in table.rows]
        widths = [max(map(cells, column)) for column in zip(table.head, *texts, strict=True)]
        room = min(self.width - cells(self.look.gutter), self.look.wide)
        if _whole(widths) <= room:
            for row in (table.head, ["-" * width for width in widths], *texts):
                self._columned(row, widths)
        elif len(widths) > 2 and _whole(widths[1:]) + 2 <= room:
            name = ""
            for first, *others in (table.head, *texts):
                if first != name:
                    self._write([Run(first, "strong")])
                self._columned(others, widths[1:], "  ")
                name = first
        else:
            for number, row in enumerate(texts):
                if number and len(row) > 2:
                    self.blank()
                self._write([Run(row[0], "strong")])
                for label, cell in zip(table.head[1:], row[1:], strict=True):
                    if cell:
                        self._write([Run(f"{label}: {cell}")], "  ", "    ")

    def _columned(self, row: Iterable[str], widths: list[int], indent: str = "") -> None:
        padded = (
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        )
        self.rows.append([Run(f"{self.look.gutter}{indent}{'  '.join(padded)}".rstrip())])

    def _changed(self, paragraphs: tuple[ChangedParagraph, ...]) -> None:
        for index, paragraph in enumerate(paragraphs):
            if index and not paragraph.tight:
                self.blank()
            halves = parted(paragraph) if self.look.margin else (paragraph,)
            for half in halves:
                self._changed_words(half)

    def _changed_words(self, paragraph: ChangedParagraph) -> None:
        words: list[Run] = []
        whole = frozenset(piece.fate for piece in paragraph.pieces)
        # A paragraph of one page only is to be read: the sign beside it says whose it is.
        plain = self.look.margin and len(whole) == 1
        for piece in paragraph.pieces:
            words += [Run(" ")] if words else []
            text = piece.text if self.look.margin else piece.signed
            words.append(Run(text, "" if plain or piece.fate == "same" else piece.fate))
        lead = paragraph.lead.removeprefix("> ")
        quote = self.look.quote * (lead != paragraph.lead)
        margin = "  " * self.look.margin
        start = len(self.rows)
        self._write(words, margin + quote + lead, margin + quote + " " * cells(lead))
        if self.look.margin:
            for row in self.rows[start:]:
                fates = whole if plain else frozenset(run.style for run in row) & {"gone", "new"}
                sign = MARGIN.get(fates, Run(" "))
                at = len(self.look.gutter)
                row[0] = row[0]._replace(text=row[0].text[at + 1 :])
                row[:0] = [Run(self.look.gutter), sign]

    def _columns(self, columns: Columns, level: int) -> None:
        if self.width < self.look.columns_from:
            self.add(columns.stacked, level)
            return
        count = len(columns.columns)
        room = (self.width - cells(BETWEEN.text) * (count - 1)) // count
        room = min(WIDEST_COLUMN, room)
        sides = []
        for blocks in columns.columns:
            side = Layout(room, self.look._replace(gutter=""), self._search)
            side.add(blocks, level)
            sides.append(side.rows)
        for number in range(max(map(len, sides))):
            line: Row = []
            for index, rows in enumerate(sides):
                row = rows[number] if number < len(rows) else []
                line += [BETWEEN] if index else []
                line += [*row, Run(" " * (room - width_of(row)))]
            self.rows.append(line)


MARGIN = {
    frozenset({"gone"}): Run("-", "gone-sign"),
    frozenset({"new"}): Run("+", "new-sign"),
    frozenset({"gone", "new"}): Run("±", "quiet"),
}
"""The sign in the margin of a line, by what stands in it."""
ALIKE = 0.4
"""The share of words that stay, from which both readings of a paragraph are shown as one."""


def parted(paragraph: ChangedParagraph) -> tuple[ChangedParagraph, ...]:
    """A paragraph; where hardly a word stays, as it was and as it is, one after the other."""
    counts = {
        fate: sum(len(piece.text.split()) for piece in paragraph.pieces if piece.fate == fate)
        for fate in ("same", "gone", "new")
    }
    if not counts["gone"] or not counts["new"]:
        return (paragraph,)
    if counts["same"] >= ALIKE * (counts["same"] + max(counts["gone"], counts["new"])):
        return (paragraph,)
    was, now = (
        tuple(piece for piece in paragraph.pieces if piece.fate in ("same", fate))
        for fate in ("gone", "new")
    )
    return paragraph._replace(pieces=was), paragraph._replace(pieces=now, tight=True)


def _whole(widths: list[int]) -> int:
    """The width of columns together, with two cells between them."""
    return sum(widths) + 2 * (len(widths) - 1)


Search = Callable[[list[Run]], list[Run]]
"""Sets off, in the words of a paragraph, what a search looks for."""


def _with_marks(parts: tuple[Part, ...], marks: tuple[Run, ...]) -> tuple[Part, ...]:
    """The parts with their marks at the end of the last paragraph, on one line with one another."""
    if not marks:
        return parts
    text = f"[{f',{NO_BREAK}'.join(mark.text for mark in marks)}]"
    if parts and isinstance(parts[-1], Paragraph):
        return (*parts[:-1], Paragraph((*parts[-1].spans, Span(f" {text}"))))
    return (*parts, Paragraph((Span(text),)))
