"""Two or three pages side by side: what differs, and which answer causes it."""

from itertools import combinations
from typing import NamedTuple

from guide.advice import Advice, Shown, advise
from guide.conditions import applies, tests
from guide.model.schema import UNSET, Block, Guide, Scenario, Section


class Cause(NamedTuple):
    """An answer that differs, and makes something else differ."""

    facet: str
    here: str
    """The value on the first page; ``unset`` where it was not answered."""
    there: str
    """The value on the other page."""


class Only(NamedTuple):
    """A block that one of two pages shows and the other does not."""

    block: Block
    on_first: bool
    causes: tuple[Cause, ...]
    """The fewest differing answers that by themselves bring the block, or take it away."""


class Difference(NamedTuple):
    """One section of one page beside the same section of the first page."""

    only: tuple[Only, ...]
    """What one of them shows alone, in the order of the guide; empty if they are equal."""

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The answers that cause the difference, each once."""
        return tuple(dict.fromkeys(cause for one in self.only for cause in one.causes))


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
    changed: tuple[tuple[Cause, ...], ...]
    """For the second page, and the third: all answers in which it differs from the first."""


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
        changed=tuple(differing(guide, pages[0].scenario, page.scenario) for page in pages[1:]),
    )


def differing(guide: Guide, here: Scenario, there: Scenario) -> tuple[Cause, ...]:
    """The facets in which two scenarios differ, in the guide's order."""
    return tuple(
        Cause(facet.id, here.get(facet.id, UNSET), there.get(facet.id, UNSET))
        for facet in guide.facets
        if here.get(facet.id) != there.get(facet.id)
    )


def difference(section: Section, first: Advice, other: Advice) -> Difference:
    """How one section of a page differs from that section of another."""
    guide = first.guide
    here, there = _ids(_shown(first, section)), _ids(_shown(other, section))
    changed = differing(guide, first.scenario, other.scenario)
    only = [
        Only(block, block.id in here, causes((block,), first.scenario, changed))
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


def causes(
    blocks: tuple[Block, ...], here: Scenario, changed: tuple[Cause, ...]
) -> tuple[Cause, ...]:
    """The fewest changes after which each of these blocks is shown as on the other page.

    Args:
        blocks: what one of two pages shows and the other does not.
        here: the scenario of the first page.
        changed: all answers in which the other differs from it.

    """
    read = {test.facet for block in blocks for test in tests(block)}
    relevant = [cause for cause in changed if cause.facet in read]
    now = [applies(block, here) for block in blocks]
    for count in range(1, len(relevant) + 1):
        for some in combinations(relevant, count):
            then = _with(here, some)
            if all(applies(b, then) != n for b, n in zip(blocks, now, strict=True)):
                return some
    return tuple(relevant)


def _with(scenario: Scenario, causes: tuple[Cause, ...]) -> dict[str, str]:
    changed = {**scenario, **{cause.facet: cause.there for cause in causes}}
    return {facet: value for facet, value in changed.items() if value != UNSET}
