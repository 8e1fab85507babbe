"""What is checked of every pair of scenarios, split so that nothing is left out.

What ``only`` says of a section depends on the two lists of passages alone, so every pair of lists
stands for every pair of scenarios. Why one passage differs depends on the facets it reads alone,
and of their values on those that its tests tell apart.
"""

import itertools
from collections.abc import Iterator
from typing import Any

from guide.compare import reasons
from guide.compare.aligning import ALIKE
from guide.compare.difference import difference
from guide.document.body import plain
from guide.document.worddiff import likeness
from guide.journey.advice import Advice, advise
from guide.model.schema import UNSET, Block, Guide
from helpers.independent_reading import (
    Independent,
    Scenario,
    read_by,
    section_reads,
    smallest,
)

Outcomes = dict[tuple[str, ...], Advice]


def outcomes(guide: Guide, second: Independent, name: str) -> Outcomes:
    """Every list of passages a section can hold, by the second reading, with a page that has it.

    The program's own page must hold the same; that is checked here for every scenario.
    """
    found: Outcomes = {}
    for scenario in second.projections(section_reads(second.blocks[name])):
        page = advise(guide, scenario)
        listed = second.section(name, scenario)
        assert listed == shown(page, name)
        found.setdefault(listed, page)
    return found


def shown(page: Advice, name: str) -> tuple[str, ...]:
    """The ids of the passages in one section."""
    return tuple(b.block.id for s in page.sections if s.section.id == name for b in s.blocks)


def check_pair(guide: Guide, name: str, one: tuple[Any, Advice], other: tuple[Any, Advice]) -> None:
    """What the comparison says of a section is what the two lists say."""
    section = next(section for section in guide.sections if section.id == name)
    only = difference(section, one[1], other[1])
    here, there = set(one[0]), set(other[0])
    assert {o.block.id: o.on_first for o in only} == {
        **dict.fromkeys(here - there, True),
        **dict.fromkeys(there - here, False),
    }
    assert len(only) == len(here ^ there)


def classes(blocks: list[Any], scenarios: list[Scenario]) -> list[Scenario]:
    """The scenarios as far as these blocks can tell them apart, each once."""
    tests: dict[str, list[frozenset[str]]] = {}
    for block in blocks:
        for facet, sets in read_by(block).items():
            tests.setdefault(facet, []).extend(sets)
    first: dict[tuple[str, tuple[bool, ...]], str] = {}
    found: dict[tuple[str, ...], Scenario] = {}
    for scenario in scenarios:
        values = []
        for facet, sets in tests.items():
            value = scenario.get(facet, UNSET)
            sign = tuple(value in one for one in sets)
            values.append(first.setdefault((facet, sign), value))
        pairs = zip(tests, values, strict=True)
        found[tuple(values)] = {facet: value for facet, value in pairs if value != UNSET}
    return list(found.values())


def check_reasons(guide: Guide, blocks: list[Any], one: Scenario, other: Scenario) -> None:
    """The answers named for a difference are exactly the smallest sets that bring it about."""
    facets = [facet.id for facet in guide.facets if facet.id in section_reads(blocks)]
    here = {facet: one.get(facet, UNSET) for facet in facets}
    changed = tuple(
        reasons.Cause(facet, here[facet], other.get(facet, UNSET))
        for facet in facets
        if one.get(facet) != other.get(facet)
    )
    mine = tuple(block_of(guide, block["id"]) for block in blocks)
    found = reasons.smallest(mine, here, changed)
    named = {frozenset(cause.facet for cause in some) for some in found}
    assert named == {frozenset(some) for some in smallest(blocks, one, other)}
    assert found


def block_of(guide: Guide, name: str) -> Block:
    """A block by its id."""
    return next(b for blocks in guide.blocks.values() for b in blocks if b.id == name)


def exchangeable(guide: Guide, second: Independent, name: str) -> Iterator[tuple[Any, Any]]:
    """Pairs of blocks of which one may stand in the other's place in a comparison."""
    bodies = {b.id: plain(b.body) for b in guide.blocks.get(name, ())}
    for one, other in itertools.combinations(second.blocks[name], 2):
        if second.promise[name] == "one" or alike(bodies[one["id"]], bodies[other["id"]]):
            yield one, other
            yield other, one


def alike(one: str, other: str) -> bool:
    """Whether two bodies may be compared word by word; generous, as the layout is left out."""
    return likeness(one, other) >= ALIKE - 0.1
