"""A comparison as it is read: what differs word by word, why, and what is the same."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from guide.advice import Advice
from guide.changes.worddiff import likeness
from guide.compare.difference import Cause, Comparison, Only, Row, causes, compare_pages
from guide.compare.marking import (
    ALIKE,
    Marked,
    differing,
    one_side,
    other_side,
    plain_text,
    whole,
)
from guide.model.schema import Block, Guide, Scenario, Section
from guide.output.words import sentence

NAMES = ("A", "B", "C")
"""What the pages are called, in the order they were given."""


_Between = tuple[Scenario, tuple[Cause, ...]]
"""The scenario of the first page, and all answers in which another differs from it."""


class Change(NamedTuple):
    """A passage of the first page, and what stands in its place on another."""

    old: Block | None
    """None: only the other page has it."""
    new: Block | None
    causes: tuple[Cause, ...]
    paragraphs: tuple[Marked, ...]
    """Both in one."""


class Entry(NamedTuple):
    """A passage in the column of one page."""

    other: str
    """The page without it, by its name, if another has nothing in its place; else empty."""
    causes: tuple[Cause, ...]
    """Why it stands here and not there; empty on the first page, where nothing is missing."""
    paragraphs: tuple[Marked, ...]


class Part(NamedTuple):
    """A section that differs."""

    section: Section
    changes: tuple[tuple[Change, ...], ...]
    """For the second page, and the third if there is one: how it differs from the first."""
    columns: tuple[tuple[Entry, ...], ...]
    """For each page, what the others do not have just so."""
    alike: int
    """How many passages of this section are the same on all pages."""


class View(NamedTuple):
    """Two or three pages, compared."""

    pages: tuple[Advice, ...]
    parts: tuple[Part, ...]
    """The sections that differ, in the order of the guide."""
    same: tuple[Row, ...]
    """The sections that do not."""
    changed: tuple[tuple[Cause, ...], ...]
    """For the second page, and the third: the answers in which it is not the first."""

    @property
    def guide(self) -> Guide:
        """The guide of all the pages."""
        return self.pages[0].guide

    @property
    def names(self) -> tuple[str, ...]:
        """What the pages are called."""
        return NAMES[: len(self.pages)]


def view(pages: tuple[Advice, ...]) -> View:
    """Compare two or three pages of one guide with the first."""
    found: Comparison = compare_pages(pages)
    parts = tuple(_part(found, row) for row in found.rows if not row.same)
    return View(pages, parts, tuple(row for row in found.rows if row.same), found.changed)


def _part(found: Comparison, row: Row) -> Part:
    guide, here = found.guide, found.pages[0].scenario
    changes = tuple(
        tuple(_changes(guide, row.section, difference.only, (here, changed)))
        for difference, changed in zip(row.differences, found.changed, strict=True)
    )
    ids = [{shown.block.id for shown in page} for page in row.pages]
    first = tuple(_first_column(guide, row, changes))
    others = tuple(tuple(_column(guide, some)) for some in changes)
    return Part(row.section, changes, (first, *others), len(set.intersection(*ids)))


def _changes(
    guide: Guide, section: Section, only: tuple[Only, ...], between: _Between
) -> Iterator[Change]:
    pairs = _pairs(guide, section, only)
    partner = {one.block.id: other for one, other in pairs}
    taken = {other.block.id for _, other in pairs}
    for one in only:
        if one.block.id in taken:
            continue
        other = partner.get(one.block.id)
        if other is not None:
            why = causes((one.block, other.block), *between)
            both = _both(text_of(guide, one.block), text_of(guide, other.block))
            yield Change(one.block, other.block, why, both)
        elif one.on_first:
            paragraphs = whole(text_of(guide, one.block), "gone")
            yield Change(one.block, None, one.causes, paragraphs)
        else:
            yield Change(None, one.block, one.causes, whole(text_of(guide, one.block), "new"))


def _pairs(guide: Guide, section: Section, only: tuple[Only, ...]) -> list[tuple[Only, Only]]:
    """What stands in whose place: the only one there may be, or the most alike."""
    gone = [one for one in only if one.on_first]
    new = [one for one in only if not one.on_first]
    if section.holds == "one" and len(gone) == len(new) == 1:
        return [(gone[0], new[0])]
    scored = [
        (likeness(text_of(guide, a.block), text_of(guide, b.block)), a, b)
        for a, b in product(gone, new)
    ]
    pairs: list[tuple[Only, Only]] = []
    used: set[str] = set()
    for score, one, other in sorted(scored, key=lambda found: -found[0]):
        if score >= ALIKE and not used & {one.block.id, other.block.id}:
            used |= {one.block.id, other.block.id}
            pairs.append((one, other))
    return pairs


def _both(old: str, new: str) -> tuple[Marked, ...]:
    """Word by word where that can be read, else one after the other."""
    if likeness(old, new) >= ALIKE:
        return differing(old, new)
    return whole(old, "gone") + whole(new, "new")


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
        text = text_of(guide, shown.block)
        alone = [(name, change) for name, change in mine if change.new is None]
        others = [text_of(guide, change.new) for _, change in mine if change.new is not None]
        unlike = alone or any(likeness(text, other) < ALIKE for other in others)
        paragraphs = whole(text, "gone") if unlike else one_side(text, others)
        why = tuple(dict.fromkeys(cause for _, change in alone for cause in change.causes))
        yield Entry(" and ".join(name for name, _ in alone), why, paragraphs)


def _column(guide: Guide, changes: tuple[Change, ...]) -> Iterator[Entry]:
    for change in changes:
        if change.new is None:
            continue
        new = text_of(guide, change.new)
        old = text_of(guide, change.old) if change.old else ""
        alike = bool(old) and likeness(old, new) >= ALIKE
        paragraphs = other_side(old, new) if alike else whole(new, "new")
        yield Entry("" if change.old else NAMES[0], change.causes, paragraphs)


def text_of(guide: Guide, block: Block) -> str:
    """A passage without emphasis, its tone in words above it."""
    tone = guide.tone.get(block.tone)
    return plain_text(block.body, sentence(tone.label) if tone else "")
