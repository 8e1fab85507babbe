"""Two or three pages side by side: what differs."""

from typing import NamedTuple

from guide.journey.advice import Advice, Shown, advise
from guide.model.schema import Block, Guide, Scenario, Section


class Only(NamedTuple):
    """A block that one of two pages shows and the other does not."""

    block: Block
    on_first: bool


class Difference(NamedTuple):
    """One section of one page beside the same section of another."""

    only: tuple[Only, ...]
    """What one of them shows alone, in the order of the guide; empty if they are equal."""


class Row(NamedTuple):
    """One section of every page compared."""

    section: Section
    pages: tuple[tuple[Shown, ...], ...]
    """What each page shows in it, in the order the pages were given."""
    differences: tuple[Difference, ...]
    """For the second page, and the third if there is one: how it differs from the first."""

    @property
    def same(self) -> bool:
        """Whether all pages show the same here."""
        return not any(difference.only for difference in self.differences)


class Comparison(NamedTuple):
    """Two or three pages of one guide."""

    guide: Guide
    pages: tuple[Advice, ...]
    rows: tuple[Row, ...]
    """One for each section that some page shows, those that differ first."""


def compare(guide: Guide, scenarios: tuple[Scenario, ...]) -> Comparison:
    """Compare the pages of these scenarios with the page of the first one."""
    return compare_pages(tuple(advise(guide, scenario) for scenario in scenarios))


def compare_pages(pages: tuple[Advice, ...]) -> Comparison:
    """Compare pages of one guide with the first of them; one that is not finished may be there."""
    guide = pages[0].guide
    rows = [row for section in guide.sections if (row := _row(section, pages)) is not None]
    return Comparison(
        guide=guide,
        pages=pages,
        rows=tuple(sorted(rows, key=lambda row: row.same)),
    )


def difference(section: Section, first: Advice, other: Advice) -> Difference:
    """How one section of a page differs from that section of another."""
    guide = first.guide
    here, there = _ids(_shown(first, section)), _ids(_shown(other, section))
    only = [
        Only(block, block.id in here)
        for block in guide.blocks.get(section.id, ())
        if (block.id in here) != (block.id in there)
    ]
    return Difference(tuple(only))


def _row(section: Section, pages: tuple[Advice, ...]) -> Row | None:
    shown = tuple(_shown(page, section) for page in pages)
    if not any(shown):
        return None
    return Row(section, shown, tuple(difference(section, pages[0], page) for page in pages[1:]))


def _shown(page: Advice, section: Section) -> tuple[Shown, ...]:
    return next((one.blocks for one in page.sections if one.section.id == section.id), ())


def _ids(blocks: tuple[Shown, ...]) -> set[str]:
    return {shown.block.id for shown in blocks}
