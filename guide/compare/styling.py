"""Marked words in ANSI styles: what is gone struck, what is new underlined."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from guide.compare.marking import Fate, Marked

STYLES: dict[Fate, tuple[str, str]] = {
    "same": ("", ""),
    "gone": ("\x1b[9m", "\x1b[29m"),
    "new": ("\x1b[4m", "\x1b[24m"),
}
"""What begins and ends a style. The signs stay: not every terminal can strike a word."""


def styled(one: Marked, lines: list[str]) -> Iterator[str]:
    """The folded lines of a paragraph, each word in the style of its fate.

    No style runs past the end of a line: what stands beside it in another column is not touched.
    """
    fates = iter([piece.fate for piece in one.pieces for _ in piece.signed.split()])
    for number, line in enumerate(lines):
        inset = len(one.lead) if not number else len(line) - len(line.lstrip())
        words = [(word, next(fates)) for word in line[inset:].split()]
        yield line[:inset] + " ".join(_runs(words))


def _runs(words: list[tuple[str, Fate]]) -> Iterator[str]:
    for fate, group in groupby(words, key=itemgetter(1)):
        before, after = STYLES[fate]
        yield before + " ".join(word for word, _ in group) + after
