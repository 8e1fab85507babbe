"""A comparison as it is read: what differs word by word, why, and what is the same."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from guide.compare.aligning import ALIKE
from guide.compare.difference import Only, SectionBeside, difference, sections_beside
from guide.compare.marking import differing, one_side, other_side, plain_text, whole
from guide.compare.reasons import Between, Reasons, Together
from guide.document.blocks import ChangedParagraph, Fate
from guide.document.worddiff import likeness
from guide.english import sentence
from guide.journey.advice import Advice, Passage
from guide.model.schema import Block, Guide, Section

NAMES = ("A", "B", "C")
"""What the pages are called, in the order they were given."""


class PassageChange(NamedTuple):
    """A passage of the first page, and what stands in its place on another."""

    old: Block | None
    """None: only the other page has it."""
    new: Block | None
    reasons: Reasons
    paragraphs: tuple[ChangedParagraph, ...]
    """Both in one."""


class ColumnPassage(NamedTuple):
    """A passage in the column of one page."""

    missing: tuple[tuple[str, Reasons], ...]
    """On the first page: each page that has nothing in its place, by its name, and why."""
    reasons: Reasons
    """On another page: why it is not as on the first."""
    paragraphs: tuple[ChangedParagraph, ...]


class DifferingSection(NamedTuple):
    """A section that differs."""

    section: Section
    changes: tuple[tuple[PassageChange, ...], ...]
    """For the second page, and the third if there is one: how it differs from the first."""
    columns: tuple[tuple[ColumnPassage, ...], ...]
    """For each page, what the others do not have just so."""
    alike: tuple[Passage, ...]
    """The passages of this section that are the same on all pages."""
    others: tuple[Reasons, ...] | None
    """Where two pages differ from the first: why they differ from each other; empty: they don't."""


class ComparedPages(NamedTuple):
    """Two or three pages, compared."""

    pages: tuple[Advice, ...]
    sections: tuple[DifferingSection, ...]
    """Those that differ, in the order of the guide."""
    same: tuple[SectionBeside, ...]
    """Those that do not."""
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
        return bool(self.same) or any(section.alike for section in self.sections)


def compare_pages(pages: tuple[Advice, ...]) -> ComparedPages:
    """Compare two or three pages of one guide with the first."""
    besides = sections_beside(pages)
    against = tuple(Between(pages[0], page) for page in pages[1:])
    last = Between(pages[1], pages[2]) if len(pages) > 2 else None
    return ComparedPages(
        pages,
        tuple(_differing(beside, against, last) for beside in besides if not beside.same),
        tuple(beside for beside in besides if beside.same),
        tuple(between.changed for between in against),
    )


def _differing(
    beside: SectionBeside, against: tuple[Between, ...], last: Between | None
) -> DifferingSection:
    guide, section = against[0].first.guide, beside.section
    changes = tuple(
        tuple(_changes(section, only, between))
        for only, between in zip(beside.differences, against, strict=True)
    )
    everywhere = set.intersection(
        *({passage.block.id for passage in page} for page in beside.pages)
    )
    first = tuple(_first_column(guide, beside, changes))
    return DifferingSection(
        section,
        changes,
        columns=(first, *(tuple(_column(guide, some)) for some in changes)),
        alike=tuple(passage for passage in beside.pages[0] if passage.block.id in everywhere),
        others=_others(section, last) if last and all(changes) else None,
    )


def _others(section: Section, last: Between) -> tuple[Reasons, ...]:
    """Why the third page differs from the second, each reason once."""
    only = difference(section, last.first, last.other)
    reasons = (change.reasons for change in _changes(section, only, last))
    return tuple(dict.fromkeys(reasons))


def _changes(section: Section, only: tuple[Only, ...], between: Between) -> Iterator[PassageChange]:
    guide = between.first.guide
    pairs = _pairs(section, only)
    partner = {gone.block.id: new.block for gone, new in pairs}
    taken = {new.block.id for _, new in pairs}
    for block, on_first in only:
        if block.id in taken:
            continue
        if other := partner.get(block.id):
            reasons = between.reasons(block, other)
            yield PassageChange(block, other, reasons, _both(guide, block, other))
        elif on_first:
            reasons = between.reasons(block)
            yield PassageChange(block, None, reasons, _with_tone(guide, block, "gone"))
        else:
            reasons = between.reasons(block)
            yield PassageChange(None, block, reasons, _with_tone(guide, block, "new"))


def _pairs(section: Section, only: tuple[Only, ...]) -> list[tuple[Only, Only]]:
    """What stands in whose place: the only one there may be, or the most alike."""
    gone = [one_page for one_page in only if one_page.on_first]
    new = [one_page for one_page in only if not one_page.on_first]
    if section.holds == "one" and len(gone) == len(new) == 1:
        return [(gone[0], new[0])]
    scored = [(likeness(_body(a.block), _body(b.block)), a, b) for a, b in product(gone, new)]
    pairs: list[tuple[Only, Only]] = []
    used: set[str] = set()
    for score, here, there in sorted(scored, key=lambda row: -row[0]):
        if score >= ALIKE and not used & {here.block.id, there.block.id}:
            used |= {here.block.id, there.block.id}
            pairs.append((here, there))
    return pairs


def _first_column(
    guide: Guide, beside: SectionBeside, changes: tuple[tuple[PassageChange, ...], ...]
) -> Iterator[ColumnPassage]:
    for passage in beside.pages[0]:
        block = passage.block
        own = [
            (name, change)
            for name, some in zip(NAMES[1:], changes, strict=False)
            for change in some
            if change.old is not None and change.old.id == block.id
        ]
        if not own:
            continue
        missing = tuple((name, change.reasons) for name, change in own if change.new is None)
        others = [change.new for _, change in own if change.new is not None]
        tones = {other.tone for other in others} == {block.tone}
        tone = _tone(guide, block, "same" if tones else "gone")
        words = one_side(_body(block), map(_body, others))
        paragraphs = _with_tone(guide, block, "gone") if missing else tone + words
        yield ColumnPassage(missing, (), paragraphs)


def _column(guide: Guide, changes: tuple[PassageChange, ...]) -> Iterator[ColumnPassage]:
    for change in changes:
        if (new := change.new) is None:
            continue
        paragraphs = _with_tone(guide, new, "new")
        if old := change.old:
            tone = _tone(guide, new, "same" if old.tone == new.tone else "new")
            paragraphs = tone + other_side(_body(old), _body(new))
        yield ColumnPassage((), change.reasons, paragraphs)


def _both(guide: Guide, old: Block, new: Block) -> tuple[ChangedParagraph, ...]:
    """Both in one: the tone on its own, so that one that is the same is not said to differ."""
    words = differing(_body(old), _body(new))
    if old.tone == new.tone:
        return _tone(guide, old, "same") + words
    if not any(piece.fate == "same" for paragraph in words for piece in paragraph.pieces):
        return _with_tone(guide, old, "gone") + _with_tone(guide, new, "new")
    return _tone(guide, old, "gone") + _tone(guide, new, "new") + words


def _with_tone(guide: Guide, block: Block, fate: Fate) -> tuple[ChangedParagraph, ...]:
    """A whole passage, its tone in words above it."""
    return _tone(guide, block, fate) + whole(_body(block), fate)


def _tone(guide: Guide, block: Block, fate: Fate) -> tuple[ChangedParagraph, ...]:
    tone = guide.tone.get(block.tone)
    return whole(sentence(tone.label), fate) if tone else ()


def _body(block: Block) -> str:
    return plain_text(block.body)
