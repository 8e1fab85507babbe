"""Quotation marks: what stands between them, and which one has no other half."""

import re
from typing import NamedTuple

_DOUBLE, _DOUBLE_END, _DOUBLE_LOW = "\u201c", "\u201d", "\u201e"
_SINGLE, _SINGLE_END, _SINGLE_LOW = "\u2018", "\u2019", "\u201a"
_CLOSES = {
    _DOUBLE: _DOUBLE_END,
    _DOUBLE_LOW: _DOUBLE + _DOUBLE_END,
    _SINGLE: _SINGLE_END,
    _SINGLE_LOW: _SINGLE + _SINGLE_END,
    "\u00ab": "\u00bb",
    '"': '"',
    "'": "'",
}
"""Opening mark -> what can close it. A straight mark is either."""
_EITHER = "\"'" + _DOUBLE
"""Marks that open in one place and close in another."""
_APOSTROPHES = "'" + _SINGLE_END
_MARKS = frozenset(_CLOSES).union(*_CLOSES.values())
_SIGNS = re.compile(f"[\n{''.join(sorted(_MARKS))}]")
_ENDS_BEFORE = frozenset(".,;:!?)]%\u2026*")
"""Signs behind which no quotation begins."""
_CUT_SHORT = ("tis", "twas", "em", "til", "cause", "n")
"""Words that an apostrophe begins."""


class Quotes(NamedTuple):
    """What was found in a text."""

    spans: tuple[tuple[int, int], ...]
    """Each outermost quotation: where it begins, and where the text goes on after it."""
    fault: int | None
    """Where a mark stands without its other half; the first one."""


class _Open(NamedTuple):
    mark: str
    at: int


def find_quotes(text: str) -> Quotes:
    """Follow the marks through paragraphs, which are parted by line breaks.

    A quotation may go on over several paragraphs if each begins with a mark that opens.
    """
    return _Reader(text).read()


def without_quotes(text: str) -> str:
    """The text with blanks in the place of all that is quoted; as long as before."""
    for start, end in find_quotes(text).spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Open] = []
        self.spans: list[tuple[int, int]] = []
        self.fault: int | None = None
        self.inch = False
        """Whether a mark behind a figure closed a quotation; it may have meant inches."""

    def read(self) -> Quotes:
        for match in _SIGNS.finditer(self.text):
            if match.group() == "\n":
                self._end_paragraph(match.end())
            else:
                self._mark(match.start(), match.group())
        self._unclosed()
        return Quotes(tuple(self.spans), self.fault)

    def _mark(self, at: int, mark: str) -> None:
        if self._can_close(at, mark):
            if not self._is_apostrophe_within(at, mark):
                self._close(at, mark)
        elif mark in _APOSTROPHES and (
            mark == _SINGLE_END or not self._starts(at) or self._is_cut_short(at)
        ):
            pass  # an apostrophe, such as the one of auditors'
        elif mark in _CLOSES and (self._starts(at) or mark not in "\"'"):
            self.open.append(_Open(mark, at))
        elif mark == '"' and self.text[at - 1 : at].isdigit():
            pass  # inches
        elif mark == '"' and self.inch:
            self.inch = False
        else:
            self._blame(at)

    def _starts(self, at: int) -> bool:
        """Whether a quotation can begin here: nothing before it, and something behind it."""
        before, after = self.text[at - 1 : at] if at else "", self.text[at + 1 : at + 2]
        return not (before.isalnum() or before in _ENDS_BEFORE) and bool(after.strip())

    def _can_close(self, at: int, mark: str) -> bool:
        if not self.open or mark not in _CLOSES[self.open[-1].mark]:
            return False
        return mark not in _EITHER or not self._starts(at)

    def _is_apostrophe_within(self, at: int, mark: str) -> bool:
        return mark in _APOSTROPHES and (
            self.text[at + 1 : at + 2].isalnum() or self._closes_later(at)
        )

    def _close(self, at: int, mark: str) -> None:
        if mark == '"' and self.text[at - 1].isdigit():
            self.inch = True
        opened = self.open.pop()
        if not self.open:
            self.spans.append((opened.at, at + 1))

    def _closes_later(self, at: int) -> bool:
        """Whether an apostrophe behind an s, as in auditors', has the closing mark still ahead."""
        if self.text[at - 1] != "s":
            return False
        rest = self.text[at + 1 :].partition("\n")[0]
        opens = rest.count(_SINGLE) + rest.count(_SINGLE_LOW)
        ends = sum(
            sign in _APOSTROPHES and not rest[n + 1 : n + 2].isalnum()
            for n, sign in enumerate(rest)
        )
        return ends > opens

    def _is_cut_short(self, at: int) -> bool:
        word = self.text[at + 1 : at + 6].lower()
        return word[:1].isdigit() or any(
            word.startswith(beginning) and not word[len(beginning) : len(beginning) + 1].isalnum()
            for beginning in _CUT_SHORT
        )

    def _end_paragraph(self, following: int) -> None:
        goes_on = bool(self.open) and self.text[following : following + 1] == self.open[-1].mark
        if goes_on:  # the mark is said again, and counts once
            self.spans.append((self.open.pop().at, following))
        else:
            self._unclosed()
        self.inch = False

    def _unclosed(self) -> None:
        if self.open:
            self._blame(self.open[0].at)
            self.open.clear()

    def _blame(self, at: int) -> None:
        if self.fault is None:
            self.fault = at
