"""Two texts word by word: what stayed, what went, what came."""

import re
from difflib import SequenceMatcher

from guide.document.blocks import Fate, Piece

# A line break counts where Markdown sees one: between paragraphs and before an item or a quote.
_TOKEN = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t])|[^\s]+")


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The shortest story from one text to the other, whole words only.

    Line breaks between paragraphs are kept.
    """
    before, after = tokens(old), tokens(new)
    pieces: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone: Fate = "same" if kind == "equal" else "gone"
        if b > a:
            pieces.append(Piece(gone, _joined(before[a:b])))
        if kind != "equal" and d > c:
            pieces.append(Piece("new", _joined(after[c:d])))
    return tuple(pieces)


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1."""
    matcher = SequenceMatcher(None, tokens(old), tokens(new), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0 else 0.0


def tokens(text: str) -> list[str]:
    """Words, and the line breaks that count."""
    words: list[str] = _TOKEN.findall(text.strip())
    return [word if word.strip() else "\n\n" if word.count("\n") > 1 else "\n" for word in words]


def _joined(words: list[str]) -> str:
    return re.sub(r" ?(\n+) ?", r"\1", " ".join(words))
