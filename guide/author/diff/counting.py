"""How many distinct pages change, are won and are lost."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from guide.author.diff.result import PageCounts
from guide.author.diff.visible import Eyes, Seen
from guide.model.schema import Block, Condition, Guide, Section, Test
from guide.states.condition import Tables
from guide.states.graph import Graph
from guide.states.pages import Pages, list_pages

_MARKS = "\x00marks"
"""The section of the marks; no section of a guide can be called so."""

MAX_GROUPS = 60
"""Groups whose pages are counted. Each may split the states that are followed."""


class Counted(NamedTuple):
    """The counts of all pages and of those of each group."""

    all: PageCounts
    groups: tuple[int | None, ...]


class Version(NamedTuple):
    """One guide, and what a reader sees of its blocks."""

    guide: Guide
    eyes: Eyes
    sections: dict[str, str]
    """Section id -> the id by which both guides know it."""
    only: Tables | None
    """The scenarios that the other guide does not have; None if there are too many to say."""


def count_pages(
    old: Version,
    new: Version,
    groups: Sequence[Tables | None],
    changed: Tables | None,
) -> Counted | None:
    """Count pages; None if there are too many.

    Args:
        old: the guide whose pages change; those only it has do not count as changed.
        new: what it has become.
        groups: the conditions of the scenarios that each change concerns, in the old guide.
        changed: the condition of all of these; it alone is counted where there are many groups.

    """
    several = len(groups) <= MAX_GROUPS and None not in groups
    marks = [*groups, old.only] if several else [changed, old.only]
    marked = None not in marks
    listed = _listed(_with_marks(old.guide, marks)) if marked else None
    marked = listed is not None
    listed = listed or _listed(old.guide)
    now = _listed(_with_marks(new.guide, [new.only])) if new.only is not None else None
    first = now is not None
    now = now or _listed(new.guide)
    if listed is None or now is None:
        return None
    bit: dict[tuple[str, Seen], int] = {}
    found = set(now.images(_bits(new, now, bit, 1)))
    after = {image >> 1 for image in found}
    kept = {image >> 1 for image in found if not image & 1}
    shift = len(marks)
    images = set(listed.images(_bits(old, listed, bit, shift)))
    before = {image >> shift for image in images}
    total, each = _changed(images, shift) if marked else (None, [])
    gone = 1 << shift - 1
    stay = {image >> shift for image in images if not image & gone}
    counts = PageCounts(
        len(before),
        len(after),
        total,
        len(after - kept - before) if first else None,
        len(before - stay - after) if marked else None,
    )
    return Counted(counts, tuple(each if several and marked else [None] * len(groups)))


def _listed(guide: Guide) -> Pages | None:
    return list_pages(Graph(guide))


def _changed(images: set[int], shift: int) -> tuple[int, list[int | None]]:
    """How many pages carry any mark, and each mark; the last mark takes a page out."""
    gone = 1 << shift - 1
    low = (1 << shift) - 1
    here = {image for image in images if image & low and not image & gone}
    each = [{image >> shift for image in here if image >> n & 1} for n in range(shift - 1)]
    return len({image >> shift for image in here}), [len(pages) for pages in each]


def _with_marks(guide: Guide, marks: Sequence[Tables | None]) -> Guide:
    """The guide with a block for each group, which marks its pages."""
    blocks = [_mark(number, tables) for number, tables in enumerate(marks) if tables]
    sections = (*guide.sections, Section(_MARKS, "", holds="any"))
    return replace(
        guide,
        head=replace(guide.head, sections=sections),
        blocks={**guide.blocks, _MARKS: tuple(blocks)},
    )


def _mark(number: int, tables: Tables) -> Block:
    everyone = tables == ((),)
    condition = Condition(tuple(tuple(Test(*row) for row in table) for table in tables))
    return Block(f"{_MARKS}{number}", "", when=None if everyone else condition)


def _bits(
    version: Version, pages: Pages, known: dict[tuple[str, Seen], int], shift: int
) -> list[int]:
    """For each block its bit: one for all blocks that say the same in the same section."""
    section = {
        block.id: version.sections.get(name, name)
        for name, blocks in version.guide.blocks.items()
        for block in blocks
    }
    found = []
    for block in pages.blocks:
        if block.id.startswith(_MARKS):
            found.append(1 << int(block.id.removeprefix(_MARKS)))
            continue
        key = (section[block.id], version.eyes.see(block))
        found.append(1 << known.setdefault(key, len(known)) + shift)
    return found
