"""Two bodies word by word, as paragraphs whose words are the same, gone or new."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from guide.changes.worddiff import Run, word_diff
from guide.model.markdown import Items, Paragraph, Part, Quote, parts

Fate = Literal["same", "gone", "new"]

SIGNS: dict[Fate, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands before and after words, so that no mark is a matter of colour alone."""

ALIKE = 0.5
"""How much of two texts must be the same for a difference word by word to be readable."""
_FEWEST = 3
"""Words in a row between two changes that are worth keeping apart from them."""
_LEAD = re.compile(r"(?:> )?(?:- |\d{1,9}\. )|> ")
_PIECE = re.compile(r"\n+|[^\s]+")


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


def plain_text(body: str, before: str = "") -> str:
    """A body without emphasis: blank lines between paragraphs, leads before items and quotes.

    ``before`` is a paragraph to stand above it.
    """
    found = [before] if before else []
    return "\n\n".join([*found, *_texts(parts(body), "")])


def differing(old: str, new: str) -> tuple[Marked, ...]:
    """One text with what is gone from it and what is new in it."""
    return paragraphs(_readable(word_diff(old, new)))


def whole(text: str, fate: Fate) -> tuple[Marked, ...]:
    """A text that stands on one page only."""
    return paragraphs([Run(fate, text)])


def one_side(old: str, others: Iterable[str]) -> tuple[Marked, ...]:
    """The first text alone, marked where any of the others does not have the words."""
    pieces = _PIECE.findall(old)
    gone: set[int] = set()
    for other in others:
        at = 0
        for run in _readable(word_diff(old, other)):
            if run.fate == "new":
                continue
            count = len(_PIECE.findall(run.text))
            gone |= set(range(at, at + count)) if run.fate == "gone" else set()
            at += count
    return paragraphs(Run("gone" if n in gone else "same", text) for n, text in enumerate(pieces))


def other_side(old: str, new: str) -> tuple[Marked, ...]:
    """The second text alone, marked where its words are new."""
    return paragraphs(run for run in _readable(word_diff(old, new)) if run.fate != "gone")


def paragraphs(runs: Iterable[Run]) -> tuple[Marked, ...]:
    """Runs cut where a line ends; neighbours of one fate become one piece."""
    found: list[tuple[list[Piece], bool]] = [([], False)]
    for run in runs:
        for part in re.split(r"(\n+)", run.text):
            if part.startswith("\n"):
                found.append(([], len(part) == 1))
            elif part.strip():
                _add(found[-1][0], Piece(run.fate, " ".join(part.split())))
    return tuple(_marked(pieces, tight=tight) for pieces, tight in found if pieces)


def _add(pieces: list[Piece], piece: Piece) -> None:
    if pieces and pieces[-1].fate == piece.fate:
        piece = Piece(piece.fate, f"{pieces.pop().text} {piece.text}")
    pieces.append(piece)


def _marked(pieces: list[Piece], *, tight: bool) -> Marked:
    first = pieces[0]
    match = _LEAD.match(first.text)
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
        between = 0 < index < len(runs) - 1 and "\n" not in run.text
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
