"""A comparison as it is read: what differs word by word, why, and what is the same."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from guide.compare.aligning import ALIKE
from guide.compare.difference import Comparison, Only, Row, compare_pages, difference
from guide.compare.marking import Fate, Marked, differing, one_side, other_side, plain_text, whole
from guide.compare.reasons import Between, Reasons, Together
from guide.document.worddiff import likeness
from guide.english import sentence
from guide.journey.advice import Advice, Shown
from guide.model.schema import Block, Guide, Section

NAMES = ("A", "B", "C")
"""What the pages are called, in the order they were given."""


class Change(NamedTuple):
    """A passage of the first page, and what stands in its place on another."""

    old: Block | None
    """None: only the other page has it."""
    new: Block | None
    reasons: Reasons
    paragraphs: tuple[Marked, ...]
    """Both in one."""


class Entry(NamedTuple):
    """A passage in the column of one page."""

    missing: tuple[tuple[str, Reasons], ...]
    """On the first page: each page that has nothing in its place, by its name, and why."""
    reasons: Reasons
    """On another page: why it is not as on the first."""
    paragraphs: tuple[Marked, ...]


class Part(NamedTuple):
    """A section that differs."""

    section: Section
    changes: tuple[tuple[Change, ...], ...]
    """For the second page, and the third if there is one: how it differs from the first."""
    columns: tuple[tuple[Entry, ...], ...]
    """For each page, what the others do not have just so."""
    alike: tuple[Shown, ...]
    """The passages of this section that are the same on all pages."""
    others: tuple[Reasons, ...] | None
    """Where two pages differ from the first: why they differ from each other; empty: they don't."""


class View(NamedTuple):
    """Two or three pages, compared."""

    pages: tuple[Advice, ...]
    parts: tuple[Part, ...]
    """The sections that differ, in the order of the guide."""
    same: tuple[Row, ...]
    """The sections that do not."""
    changed: tuple[Together, ...]
    """For the second page, and the third: the answers in which it is not the first."""

    @property
    def guide(self) -> Guide:
        """The guide of all the pages."""
        return self.pages[0].guide

    @property
    def names(self) -> tuple[str, ...]:
        """What the pages are called."""
        return NAMES[: len(self.pages)]

    @property
    def folded(self) -> bool:
        """Whether anything is the same, and so folded."""
        return bool(self.same) or any(part.alike for part in self.parts)


def view(pages: tuple[Advice, ...]) -> View:
    """Compare two or three pages of one guide with the first."""
    found: Comparison = compare_pages(pages)
    against = tuple(Between(pages[0], page) for page in pages[1:])
    last = Between(pages[1], pages[2]) if len(pages) > 2 else None
    parts = tuple(_part(row, against, last) for row in found.rows if not row.same)
    same = tuple(row for row in found.rows if row.same)
    return View(pages, parts, same, tuple(between.changed for between in against))


def _part(row: Row, against: tuple[Between, ...], last: Between | None) -> Part:
    guide = against[0].first.guide
    changes = tuple(
        tuple(_changes(row.section, difference.only, between))
        for difference, between in zip(row.differences, against, strict=True)
    )
    everywhere = set.intersection(*({one.block.id for one in page} for page in row.pages))
    first = tuple(_first_column(guide, row, changes))
    return Part(
        section=row.section,
        changes=changes,
        columns=(first, *(tuple(_column(guide, some)) for some in changes)),
        alike=tuple(shown for shown in row.pages[0] if shown.block.id in everywhere),
        others=_others(row.section, last) if last and all(changes) else None,
    )


def _others(section: Section, last: Between) -> tuple[Reasons, ...]:
    """Why the third page differs from the second, each reason once."""
    only = difference(section, last.first, last.other).only
    found = (change.reasons for change in _changes(section, only, last))
    return tuple(dict.fromkeys(found))


def _changes(section: Section, only: tuple[Only, ...], between: Between) -> Iterator[Change]:
    guide = between.first.guide
    pairs = _pairs(section, only)
    partner = {one.block.id: other.block for one, other in pairs}
    taken = {other.block.id for _, other in pairs}
    for one in only:
        block = one.block
        if block.id in taken:
            continue
        if other := partner.get(block.id):
            why = between.reasons(block, other)
            yield Change(block, other, why, _both(guide, block, other))
        elif one.on_first:
            yield Change(block, None, between.reasons(block), _all(guide, block, "gone"))
        else:
            yield Change(None, block, between.reasons(block), _all(guide, block, "new"))


def _pairs(section: Section, only: tuple[Only, ...]) -> list[tuple[Only, Only]]:
    """What stands in whose place: the only one there may be, or the most alike."""
    gone = [one for one in only if one.on_first]
    new = [one for one in only if not one.on_first]
    if section.holds == "one" and len(gone) == len(new) == 1:
        return [(gone[0], new[0])]
    scored = [(likeness(_body(a.block), _body(b.block)), a, b) for a, b in product(gone, new)]
    pairs: list[tuple[Only, Only]] = []
    used: set[str] = set()
    for score, one, other in sorted(scored, key=lambda found: -found[0]):
        if score >= ALIKE and not used & {one.block.id, other.block.id}:
            used |= {one.block.id, other.block.id}
            pairs.append((one, other))
    return pairs


def _first_column(
    guide: Guide, row: Row, changes: tuple[tuple[Change, ...], ...]
) -> Iterator[Entry]:
    for shown in row.pages[0]:
        mine = [
            (name, change)
            for name, some in zip(NAMES[1:], changes, strict=False)
            for change in some
            if change.old is not None and change.old.id == shown.block.id
        ]
        if not mine:
            continue
        block = shown.block
        missing = tuple((name, change.reasons) for name, change in mine if change.new is None)
        others = [change.new for _, change in mine if change.new is not None]
        tones = {other.tone for other in others} == {block.tone}
        tone = _tone(guide, block, "same" if tones else "gone")
        words = one_side(_body(block), map(_body, others))
        yield Entry(missing, (), _all(guide, block, "gone") if missing else tone + words)


def _column(guide: Guide, changes: tuple[Change, ...]) -> Iterator[Entry]:
    for change in changes:
        if (new := change.new) is None:
            continue
        paragraphs = _all(guide, new, "new")
        if old := change.old:
            tone = _tone(guide, new, "same" if old.tone == new.tone else "new")
            paragraphs = tone + other_side(_body(old), _body(new))
        yield Entry((), change.reasons, paragraphs)


def _both(guide: Guide, old: Block, new: Block) -> tuple[Marked, ...]:
    """Both in one: the tone on its own, so that one that is the same is not said to differ."""
    words = differing(_body(old), _body(new))
    if old.tone == new.tone:
        return _tone(guide, old, "same") + words
    if not any(piece.fate == "same" for one in words for piece in one.pieces):
        return _all(guide, old, "gone") + _all(guide, new, "new")
    return _tone(guide, old, "gone") + _tone(guide, new, "new") + words


def _all(guide: Guide, block: Block, fate: Fate) -> tuple[Marked, ...]:
    return _tone(guide, block, fate) + whole(_body(block), fate)


def same(guide: Guide, block: Block) -> tuple[Marked, ...]:
    """A passage that is the same on all pages, its tone in words above it."""
    return _all(guide, block, "same")


def _tone(guide: Guide, block: Block, fate: Fate) -> tuple[Marked, ...]:
    tone = guide.tone.get(block.tone)
    return whole(sentence(tone.label), fate) if tone else ()


def _body(block: Block) -> str:
    return plain_text(block.body)
