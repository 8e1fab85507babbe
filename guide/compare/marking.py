"""Two bodies word by word, as paragraphs whose words are the same, gone or new."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from guide.compare.aligning import LEAD, Beside, beside
from guide.document.body import Items, Paragraph, Part, Quote, parts
from guide.document.worddiff import Run, word_diff

Fate = Literal["same", "gone", "new"]

SIGNS: dict[Fate, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands before and after words, so that no mark is a matter of colour alone."""

_FEWEST = 3
"""Words in a row between two changes that are worth keeping apart from them."""
_PIECE = re.compile(r"[^\s]+")


class Piece(NamedTuple):
    """Some words of a paragraph that share one fate."""

    fate: Fate
    text: str

    @property
    def signed(self) -> str:
        """The words between the signs of their fate."""
        before, after = SIGNS[self.fate]
        return f"{before}{self.text}{after}"


class Marked(NamedTuple):
    """One paragraph."""

    lead: str
    """What it starts with: ``- `` in a list, ``1. `` in a numbered one, ``> `` in a quote."""
    pieces: tuple[Piece, ...]
    tight: bool
    """Whether it stands right below the one before, as the items of a list do."""

    @property
    def signed(self) -> str:
        """All its words, with signs."""
        return " ".join(piece.signed for piece in self.pieces)


def plain_text(body: str) -> str:
    """A body without emphasis: blank lines between paragraphs, leads before items and quotes."""
    return "\n\n".join(_texts(parts(body), ""))


def differing(old: str, new: str) -> tuple[Marked, ...]:
    """One text with what is gone from it and what is new in it.

    Word by word where a paragraph stands in another's place, else one after the other.
    """
    return _collected((_runs(pair), pair.tight) for pair in beside(old, new))


def whole(text: str, fate: Fate) -> tuple[Marked, ...]:
    """A text that stands on one page only."""
    return _collected(([Run(fate, pair.old)], pair.tight) for pair in beside(text, ""))


def one_side(old: str, others: Iterable[str]) -> tuple[Marked, ...]:
    """The first text alone, marked where any of the others does not have the words."""
    pairs = [[pair for pair in beside(old, other) if pair.old] for other in others]
    return _collected((_missing(same), same[0].tight) for same in zip(*pairs, strict=True))


def other_side(old: str, new: str) -> tuple[Marked, ...]:
    """The second text alone, marked where its words are new."""
    return _collected(
        ([run for run in _runs(pair) if run.fate != "gone"], pair.tight)
        for pair in beside(old, new)
        if pair.new
    )


def _runs(pair: Beside) -> list[Run]:
    if not pair.new:
        return [Run("gone", pair.old)]
    return _readable(word_diff(pair.old, pair.new)) if pair.old else [Run("new", pair.new)]


def _missing(pairs: tuple[Beside, ...]) -> Iterator[Run]:
    """One paragraph, each word gone if it is gone from any of the others."""
    gone: set[int] = set()
    for pair in pairs:
        at = 0
        for run in _runs(pair):
            if run.fate == "new":
                continue
            count = len(_PIECE.findall(run.text))
            gone |= set(range(at, at + count)) if run.fate == "gone" else set()
            at += count
    for number, word in enumerate(_PIECE.findall(pairs[0].old)):
        yield Run("gone" if number in gone else "same", word)


def _collected(found: Iterable[tuple[Iterable[Run], bool]]) -> tuple[Marked, ...]:
    """Paragraphs; neighbours of one fate become one piece."""
    marked: list[Marked] = []
    for runs, tight in found:
        pieces: list[Piece] = []
        for run in runs:
            if run.text.strip():
                _add(pieces, Piece(run.fate, " ".join(run.text.split())))
        if pieces:
            marked.append(_marked(pieces, tight=tight and bool(marked)))
    return tuple(marked)


def _add(pieces: list[Piece], piece: Piece) -> None:
    if pieces and pieces[-1].fate == piece.fate:
        piece = Piece(piece.fate, f"{pieces.pop().text} {piece.text}")
    pieces.append(piece)


def _marked(pieces: list[Piece], *, tight: bool) -> Marked:
    first = pieces[0]
    match = LEAD.match(first.text)
    if match is None or match.end() == len(first.text):
        return Marked("", tuple(pieces), tight)
    rest = Piece(first.fate, first.text[match.end() :])
    return Marked(match[0], (rest, *pieces[1:]), tight)


def _readable(runs: tuple[Run, ...]) -> list[Run]:
    """The runs; a word or two that happen to be the same between two changes join them."""
    gone: list[str] = []
    new: list[str] = []
    found: list[Run] = []
    for index, run in enumerate(runs):
        between = 0 < index < len(runs) - 1
        few = run.fate == "same" and between and len(run.text.split()) < _FEWEST
        if run.fate == "same" and not few:
            found += _changes(gone, new)
            gone, new = [], []
            found.append(run)
            continue
        if few or run.fate == "gone":
            gone.append(run.text)
        if few or run.fate == "new":
            new.append(run.text)
    return found + _changes(gone, new)


def _changes(gone: list[str], new: list[str]) -> list[Run]:
    found = []
    if gone:
        found.append(Run("gone", " ".join(gone)))
    if new:
        found.append(Run("new", " ".join(new)))
    return found


def _texts(found: tuple[Part, ...], lead: str) -> Iterator[str]:
    for part in found:
        if isinstance(part, Paragraph):
            yield lead + "".join(span.text for span in part.spans)
        elif isinstance(part, Quote):
            yield from _texts(part.parts, "> ")
        else:
            yield "\n".join(_items(part, lead))


def _items(part: Items, lead: str) -> Iterator[str]:
    for number, item in enumerate(part.items, part.start or 0):
        sign = "- " if part.start is None else f"{number}. "
        first, *others = [*_texts(item, "")] or [""]
        yield f"{lead}{sign}{first}"
        yield from others
