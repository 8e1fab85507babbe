"""A comparison set as text: one below the other, or in columns where there is room."""

from collections.abc import Iterable
from itertools import zip_longest

from guide.compare import words
from guide.compare.difference import Row
from guide.compare.marking import Fate, Marked
from guide.compare.view import Entry, Part, View, same
from guide.journey.advice import Advice, Shown
from guide.journey.labels import scenario_words
from guide.tui.styles import GONE, HEADING, NEW, QUIET, STRONG, TONES
from guide.tui.typeset import Line, Run, Sheet, measure, wrap

WIDE = 150
"""Cells of text from which pages stand in columns: a window of 160 has them."""
READABLE = 80
"""Cells in a line; longer ones are hard to read."""
BETWEEN: Run = ("  │  ", QUIET)
STYLES: dict[Fate, str] = {"same": "", "gone": GONE, "new": NEW}


def set_comparison(sheet: Sheet, shown: View, width: int, *, unfolded: bool) -> int:
    """Write the comparison on a sheet of this width; returns where what is equal begins."""
    setter = _Setter(sheet, shown, width)
    setter.run(unfolded=unfolded)
    return setter.equal_at


class _Setter:
    def __init__(self, sheet: Sheet, shown: View, width: int) -> None:
        self._sheet, self._shown = sheet, shown
        self._columns = width >= WIDE
        self._width = width
        self._line = min(width, READABLE)
        self.equal_at = 0
        """The line on which what is the same begins: the sections, else the first passage."""

    def run(self, *, unfolded: bool) -> None:
        shown = self._shown
        self._side_by_side([self._head(*pair) for pair in self._named()])
        for line in (*words.changed_lines(shown), *words.open_lines(shown)):
            self._write(line)
        self._write(words.signs_line(shown) if shown.parts else words.NOTHING, QUIET)
        for part in shown.parts:
            self._heading(part.section.title)
            if self._columns:
                self._in_columns(part)
            else:
                self._stacked(part)
            for line in words.between_others(shown, part):
                self._write(line, QUIET)
            self._alike(part, unfolded=unfolded)
        if shown.same:
            self.equal_at = self._sheet.height
            self._sheet.blank()
            self._write(words.same_line(shown))
        for row in shown.same if unfolded else ():
            self._equal(row)

    def _named(self) -> list[tuple[str, Advice]]:
        return list(zip(self._shown.names, self._shown.pages, strict=True))

    def _head(self, name: str, page: Advice) -> list[Line]:
        lead: Line = [(f"{name}  ", STRONG)]
        width = self._room
        lines = wrap([(scenario_words(page.guide, page.scenario), STRONG)], width, lead, "   ")
        if page.tone is None:
            return [*lines, *wrap([(words.verdict_words(page), QUIET)], width, [("   ", "")])]
        sign, colour, style = TONES[page.tone.colour]
        tone: list[Run] = [(sign, colour), (f" {page.tone.label}", style)]
        return [*lines, *wrap(tone, width, [("   ", "")], "   ")]

    @property
    def _room(self) -> int:
        """Cells of one column."""
        count = len(self._shown.pages)
        if not self._columns:
            return self._line
        return (self._width - len(BETWEEN[0]) * (count - 1)) // count

    def _side_by_side(self, columns: list[list[Line]]) -> None:
        if not self._columns:
            for column in columns:
                self._sheet.blank()
                self._add(column)
            self._sheet.blank()
            return
        for row in zip_longest(*columns, fillvalue=None):
            line: Line = []
            for index, cell in enumerate(row):
                runs = cell or []
                line += [BETWEEN] if index else []
                line += [*runs, (" " * (self._room - measure(runs)), "")]
            self._sheet.add(line)
        self._sheet.blank()

    def _heading(self, title: str) -> None:
        self._sheet.blank()
        self._write(title, HEADING)
        self._sheet.blank()

    def _write(self, text: str, style: str = "") -> None:
        if text:
            self._sheet.write([(text, style)], self._line)

    def _add(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._sheet.add(line)

    def _stacked(self, part: Part) -> None:
        for index, changes in enumerate(part.changes):
            if changes and len(part.changes) > 1:
                self._sheet.blank()
                self._write(words.beside(self._shown, index), STRONG)
            said = ""
            for change in changes:
                why = words.because(self._shown, change.reasons, index)
                if why != said:
                    self._sheet.blank()
                    self._write(f"{why}:", QUIET)
                said = why
                self._sheet.blank()
                self._add(_paragraphs(change.paragraphs, self._line))
        self._sheet.blank()

    def _in_columns(self, part: Part) -> None:
        columns = []
        for index, (name, entries) in enumerate(zip(self._shown.names, part.columns, strict=True)):
            lines: list[Line] = [[(name, STRONG)]]
            said = ""
            for entry in entries:
                why = self._why(entry, index)
                if why and why != said:
                    lines += [[], *wrap([(f"{why}:", QUIET)], self._room)]
                said = why
                lines += [[], *_paragraphs(entry.paragraphs, self._room)]
            if not entries:
                own = words.nothing_own(self._shown, part, index)
                lines += [[], *wrap([(own, QUIET)], self._room)]
            columns.append(lines)
        self._side_by_side(columns)

    def _why(self, entry: Entry, index: int) -> str:
        if index:
            return words.because(self._shown, entry.reasons, index - 1)
        return words.missing(self._shown.guide, entry)

    def _alike(self, part: Part, *, unfolded: bool) -> None:
        """The passages of a section that differs which are the same: counted, or shown."""
        line = words.alike_line(part)
        if not line:
            return
        self._sheet.blank()
        self.equal_at = self.equal_at or self._sheet.height
        self._write(f"{line.removesuffix('.')}:" if unfolded else line, QUIET)
        for shown in part.alike if unfolded else ():
            self._passage(shown)

    def _equal(self, row: Row) -> None:
        self._heading(row.section.title)
        for shown in row.pages[0]:
            self._passage(shown)

    def _passage(self, shown: Shown) -> None:
        self._sheet.blank()
        self._add(_paragraphs(same(self._shown.guide, shown.block), self._line))


def _paragraphs(found: tuple[Marked, ...], width: int) -> Iterable[Line]:
    for index, one in enumerate(found):
        if index and not one.tight:
            yield []
        runs: list[Run] = []
        for piece in one.pieces:
            runs += [(" ", "")] if runs else []
            runs.append((piece.signed, STYLES[piece.fate]))
        yield from wrap(runs, width, [(one.lead, QUIET)] if one.lead else [], " " * len(one.lead))
