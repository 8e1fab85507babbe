"""Two texts word by word: what stayed, what went, what came."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

# A line break counts where Markdown sees one: between paragraphs and before an item or a quote.
_TOKEN = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t])|[^\s]+")


class Run(NamedTuple):
    """Some words that share one fate. Line breaks between paragraphs are kept."""

    fate: Literal["same", "gone", "new"]
    text: str


def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """The shortest story from one text to the other, whole words only."""
    before, after = tokens(old), tokens(new)
    runs: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(Run("same", _joined(before[a:b])))
            continue
        if b > a:
            runs.append(Run("gone", _joined(before[a:b])))
        if d > c:
            runs.append(Run("new", _joined(after[c:d])))
    return tuple(runs)


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    matcher = SequenceMatcher(None, tokens(old), tokens(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0 else 0.0


def tokens(text: str) -> list[str]:
    """Words, and the line breaks that count."""
    found: list[str] = _TOKEN.findall(text.strip())
    return [one if one.strip() else "\n\n" if one.count("\n") > 1 else "\n" for one in found]


def _joined(found: list[str]) -> str:
    return re.sub(r" ?(\n+) ?", r"\1", " ".join(found))
