"""How many distinct pages change, are won and are lost."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from guide.author.diff.result import PageCounts
from guide.author.diff.visible import Visible, VisibleBlock
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


class CountedGuide(NamedTuple):
    """One guide, and what a reader sees of its blocks."""

    guide: Guide
    view: Visible
    sections: dict[str, str]
    """Section id -> the id by which both guides know it."""
    only: Tables | None
    """The scenarios that the other guide does not have; None if there are too many to say."""


def count_pages(
    old: CountedGuide,
    new: CountedGuide,
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
    bits: dict[tuple[str, VisibleBlock], int] = {}
    now = _listed(new, [new.only], bits)
    then = _listed(old, [*groups, old.only] if several else [changed, old.only], bits)
    if then is None or now is None:
        return None
    before, stay = then.words(), then.words(kept=True)
    after, shared = now.words(), now.words(kept=True)
    marked = [page for page in then.pages if page.marks and not page.marks & then.gone]
    counts = PageCounts(
        len(before),
        len(after),
        len({page.words for page in marked}) if then.gone else None,
        len(after - shared - before) if now.gone else None,
        len(before - stay - after) if then.gone else None,
    )
    if not (several and then.gone):
        return Counted(counts, (None,) * len(groups))
    each = [{page.words for page in marked if page.marks >> n & 1} for n in range(len(groups))]
    return Counted(counts, tuple(map(len, each)))


class _MarkedPage(NamedTuple):
    """A distinct page of one guide."""

    words: int
    """A bit for each block on it; blocks that say the same share one."""
    marks: int
    """A bit for each group of scenarios in which it is seen."""


class _Listing(NamedTuple):
    """All pages of one guide."""

    pages: list[_MarkedPage]
    gone: int
    """The mark of pages that the other guide's readers can't get; 0 if nothing is marked."""

    def words(self, *, kept: bool = False) -> set[int]:
        """The pages by their words; only those that the other guide's readers can get as well."""
        return {page.words for page in self.pages if not (kept and page.marks & self.gone)}


def _listed(
    version: CountedGuide,
    marks: Sequence[Tables | None],
    bits: dict[tuple[str, VisibleBlock], int],
) -> _Listing | None:
    """The pages, with their marks if that is not too much; None if even the pages are too many."""
    marked = None not in marks
    pages = list_pages(Graph(_with_marks(version.guide, marks))) if marked else None
    if pages is None:
        marked = False
        pages = list_pages(Graph(version.guide))
    if pages is None:
        return None
    shift = len(marks)
    low = (1 << shift) - 1
    images = set(pages.images(_bits(version, pages, bits, shift)))
    return _Listing(
        [_MarkedPage(image >> shift, image & low) for image in images],
        1 << shift - 1 if marked else 0,
    )


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
    version: CountedGuide, pages: Pages, known: dict[tuple[str, VisibleBlock], int], shift: int
) -> list[int]:
    """For each block its bit: one for all blocks that say the same in the same section."""
    section = {
        block.id: version.sections.get(name, name)
        for name, blocks in version.guide.blocks.items()
        for block in blocks
    }
    of_blocks = []
    for block in pages.blocks:
        if block.id.startswith(_MARKS):
            of_blocks.append(1 << int(block.id.removeprefix(_MARKS)))
            continue
        key = (section[block.id], version.view.see(block))
        of_blocks.append(1 << known.setdefault(key, len(known)) + shift)
    return of_blocks
