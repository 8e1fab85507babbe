"""Two bodies word by word, as paragraphs whose words are the same, gone or new."""

import re
from collections.abc import Iterable, Iterator

from guide.compare.aligning import LEAD, Beside, beside
from guide.document.blocks import ChangedParagraph, Fate, Piece
from guide.document.body import Items, Paragraph, Part, Quote, parts
from guide.document.worddiff import word_diff

_FEWEST = 3
"""Words in a row between two changes that are worth keeping apart from them."""
_WORD = re.compile(r"[^\s]+")


def plain_text(body: str) -> str:
    """A body without emphasis: blank lines between paragraphs, leads before items and quotes."""
    return "\n\n".join(_texts(parts(body), ""))


def differing(old: str, new: str) -> tuple[ChangedParagraph, ...]:
    """One text with what is gone from it and what is new in it.

    Word by word where a paragraph stands in another's place, else one after the other.
    """
    return _collected((_pieces(pair), pair.tight) for pair in beside(old, new))


def whole(text: str, fate: Fate) -> tuple[ChangedParagraph, ...]:
    """A text that stands on one page only."""
    return _collected(([Piece(fate, pair.old)], pair.tight) for pair in beside(text, ""))


def one_side(old: str, others: Iterable[str]) -> tuple[ChangedParagraph, ...]:
    """The first text alone, marked where any of the others does not have the words."""
    pairs = [[pair for pair in beside(old, other) if pair.old] for other in others]
    return _collected((_missing(row), row[0].tight) for row in zip(*pairs, strict=True))


def other_side(old: str, new: str) -> tuple[ChangedParagraph, ...]:
    """The second text alone, marked where its words are new."""
    return _collected(
        ([piece for piece in _pieces(pair) if piece.fate != "gone"], pair.tight)
        for pair in beside(old, new)
        if pair.new
    )


def _pieces(pair: Beside) -> list[Piece]:
    if not pair.new:
        return [Piece("gone", pair.old)]
    return _readable(word_diff(pair.old, pair.new)) if pair.old else [Piece("new", pair.new)]


def _missing(pairs: tuple[Beside, ...]) -> Iterator[Piece]:
    """One paragraph, each word gone if it is gone from any of the others."""
    gone: set[int] = set()
    for pair in pairs:
        at = 0
        for piece in _pieces(pair):
            if piece.fate == "new":
                continue
            count = len(_WORD.findall(piece.text))
            gone |= set(range(at, at + count)) if piece.fate == "gone" else set()
            at += count
    for number, word in enumerate(_WORD.findall(pairs[0].old)):
        yield Piece("gone" if number in gone else "same", word)


def _collected(
    paragraphs: Iterable[tuple[Iterable[Piece], bool]],
) -> tuple[ChangedParagraph, ...]:
    """Paragraphs; neighbors of one fate become one piece."""
    collected: list[ChangedParagraph] = []
    for some, tight in paragraphs:
        pieces: list[Piece] = []
        for piece in some:
            if piece.text.strip():
                _add(pieces, Piece(piece.fate, " ".join(piece.text.split())))
        if pieces:
            collected.append(_paragraph(pieces, tight=tight and bool(collected)))
    return tuple(collected)


def _add(pieces: list[Piece], piece: Piece) -> None:
    if pieces and pieces[-1].fate == piece.fate:
        piece = Piece(piece.fate, f"{pieces.pop().text} {piece.text}")
    pieces.append(piece)


def _paragraph(pieces: list[Piece], *, tight: bool) -> ChangedParagraph:
    first = pieces[0]
    match = LEAD.match(first.text)
    if match is None or match.end() == len(first.text):
        return ChangedParagraph("", tuple(pieces), tight)
    rest = Piece(first.fate, first.text[match.end() :])
    return ChangedParagraph(match[0], (rest, *pieces[1:]), tight)


def _readable(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces; a word or two that happen to be the same between two changes join them."""
    gone: list[str] = []
    new: list[str] = []
    readable: list[Piece] = []
    for index, piece in enumerate(pieces):
        between = 0 < index < len(pieces) - 1
        few = piece.fate == "same" and between and len(piece.text.split()) < _FEWEST
        if piece.fate == "same" and not few:
            readable += [*_changes(gone, new), piece]
            gone, new = [], []
            continue
        if few or piece.fate == "gone":
            gone.append(piece.text)
        if few or piece.fate == "new":
            new.append(piece.text)
    return readable + _changes(gone, new)


def _changes(gone: list[str], new: list[str]) -> list[Piece]:
    fates: tuple[tuple[Fate, list[str]], ...] = (("gone", gone), ("new", new))
    return [Piece(fate, " ".join(words)) for fate, words in fates if words]


def _texts(body: tuple[Part, ...], lead: str) -> Iterator[str]:
    for part in body:
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
