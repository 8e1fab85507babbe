"""Plain text: ``[-gone-]`` and ``{+new+}``, struck out and bold as well where that shows."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.author.diff.formats import Style
from guide.author.diff.result import GuideDiff
from guide.author.diff.story import Compared, Heading, Item, Line, Piece, tell
from guide.document.lines import wrapped
from guide.document.worddiff import Run

SUFFIX = ".txt"

SIGNS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
_ANSI = {"same": "", "gone": "\x1b[9m", "new": "\x1b[1m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_INSET = "    "
AROUND = 12
"""Unchanged words that are shown on either side of a change."""


class _Word(NamedTuple):
    text: str
    fate: str


def render(diff: GuideDiff, style: Style) -> str:
    """The comparison in lines of ``style.width``."""
    lines = [line for piece in tell(diff, *style[:2]) for line in _drawn(piece, style)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _drawn(piece: Piece, style: Style) -> Iterator[str]:
    match piece:
        case Heading(level, text):
            lines = wrapped(text, style.width)
            yield ""
            yield from (f"{_BOLD}{line}{_PLAIN}" if style.bold else line for line in lines)
            yield ("=" if level == 1 else "-") * max(map(len, lines))
        case Line(text):
            yield ""
            yield from wrapped(text, style.width)
        case Item(text):
            yield from wrapped(text, style.width, "- ")
        case Compared(runs):
            for paragraph in paragraphs(shortened(runs)):
                yield ""
                yield from _lines(paragraph, style)
            yield ""


def shortened(runs: tuple[Run, ...]) -> list[Run]:
    """The runs with long unchanged stretches cut to what surrounds the changes."""
    diff = []
    for number, run in enumerate(runs):
        words = run.text.split(" ")
        first, last = number == 0, number == len(runs) - 1
        keep_start, keep_end = 0 if first else AROUND, 0 if last else AROUND
        if run.fate != "same" or len(words) <= keep_start + keep_end + 6:
            diff.append(run)
            continue
        start, end = words[:keep_start], words[len(words) - keep_end :]
        diff.append(Run("same", " ".join([*start, "\u2026", *end])))
    return diff


def paragraphs(runs: list[Run]) -> list[list[Run]]:
    """The runs, broken where a paragraph or an item ends."""
    diff: list[list[Run]] = [[]]
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                diff.append([])
            if part.strip():
                diff[-1].append(Run(run.fate, part.strip()))
    return [runs for runs in diff if runs]


def _lines(runs: list[Run], style: Style) -> Iterator[str]:
    words: list[_Word] = []
    for run in runs:
        start, end = SIGNS[run.fate]
        parts = f"{start}{run.text}{end}".split()
        words += [_Word(part, run.fate) for part in parts]
    line: list[_Word] = []
    length = len(_INSET)
    for word in words:
        if line and length + 1 + len(word.text) > style.width:
            yield _INSET + _painted(line, style)
            line, length = [], len(_INSET)
        length += len(word.text) + bool(line)
        line.append(word)
    yield _INSET + _painted(line, style)


def _painted(line: list[_Word], style: Style) -> str:
    if not style.bold:
        return " ".join(word.text for word in line)
    return " ".join(
        f"{_ANSI[word.fate]}{word.text}{_PLAIN}" if word.fate != "same" else word.text
        for word in line
    )
