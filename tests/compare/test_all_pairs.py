"""Compare says what a second reading of the YAML says, over all pairs of finished scenarios.

A pair of scenarios is never built for its own sake (the pairs are far too many to
build); see ``every`` for why the pairs checked here stand for them. Two sections with very many
outcomes are sampled here and done in full by ``tests/bench/every_pair.py``.
"""

import itertools
import random

import pytest
from conftest import SHIPPED
from helpers.every_scenario import (
    check_pair,
    check_reasons,
    classes,
    exchangeable,
    outcomes,
    shown,
)
from helpers.independent_reading import Independent, on, read_by, section_reads, smallest

from guide.compare.comparison import compare_pages
from guide.compare.difference import sections_beside
from guide.compare.reasons import Reasons
from guide.journey.advice import advise
from guide.model.schema import UNSET, Guide

MANY = ("notices", "next-steps")
"""Sections of which every pair of lists would take long: some 2,000 and 150 lists."""
FEW = (
    "verdict",
    "short-answer",
    "buyers",
    "pitfalls",
    "way-back",
    "auditor",
    "telling-buyers",
    "cautions",
)


@pytest.fixture(scope="module")
def second() -> Independent:
    """The guide that ships, read a second way."""
    return Independent(SHIPPED)


def test_these_are_all_sections(second: Independent) -> None:
    assert sorted((*FEW, *MANY)) == sorted(second.sections)


@pytest.mark.parametrize("name", FEW)
def test_every_pair_of_lists_of_a_section_differs_as_the_lists_do(
    shipped: Guide, second: Independent, name: str
) -> None:
    found = outcomes(shipped, second, name)
    for one, other in itertools.product(found.items(), repeat=2):
        check_pair(shipped, name, one, other)


def test_of_the_next_steps_every_passage_comes_and_goes_alone(
    shipped: Guide, second: Independent
) -> None:
    found = list(outcomes(shipped, second, "next-steps").items())
    chance = random.Random(4)  # noqa: S311 - the same every time
    for _ in range(1_000):
        check_pair(shipped, "next-steps", chance.choice(found), chance.choice(found))


def test_every_notice_is_shown_to_those_whom_the_second_reading_shows_it(
    shipped: Guide, second: Independent
) -> None:
    for block in second.blocks["notices"]:
        for scenario in second.projections(read_by(block)):
            ids = shown(advise(shipped, scenario), "notices")
            assert (block["id"] in ids) == on(block, scenario)


@pytest.mark.parametrize("name", [*FEW, *MANY])
def test_every_reason_for_every_passage_is_smallest_and_none_is_left_out(
    shipped: Guide, second: Independent, name: str
) -> None:
    for block in second.blocks[name]:
        scenarios = classes([block], second.projections(read_by(block)))
        there = [scenario for scenario in scenarios if on(block, scenario)]
        gone = [scenario for scenario in scenarios if not on(block, scenario)]
        for one, other in itertools.product(there, gone):
            check_reasons(shipped, [block], one, other)
            check_reasons(shipped, [block], other, one)


@pytest.mark.parametrize("name", ["short-answer", "auditor", "cautions"])
def test_every_reason_for_one_passage_in_the_place_of_another(
    shipped: Guide, second: Independent, name: str
) -> None:
    every = second.projections(section_reads(second.blocks[name]))
    for pair in exchangeable(shipped, second, name):
        scenarios = classes([*pair], every)
        first = [one for one in scenarios if on(pair[0], one) and not on(pair[1], one)]
        other = [one for one in scenarios if on(pair[1], one) and not on(pair[0], one)]
        for here, there in itertools.product(first, other):
            check_reasons(shipped, [*pair], here, there)


def test_whole_pages_compared_are_their_sections_compared(
    shipped: Guide, second: Independent
) -> None:
    """The split itself: random pairs of whole scenarios, row by row and reason by reason."""
    chance = random.Random(21)  # noqa: S311 - the same every time
    for _ in range(40):
        here, there = (second.walk(second.some_walk(chance))[1] for _ in range(2))
        mine, theirs = second.page(here), second.page(there)
        pages = advise(shipped, here), advise(shipped, there)
        for row in sections_beside(pages):
            name = row.section.id
            assert row.same == (mine[name] == theirs[name])
            assert [shown_.block.id for shown_ in row.pages[0]] == list(mine[name])
            assert [shown_.block.id for shown_ in row.pages[1]] == list(theirs[name])
        byid = {block["id"]: block for blocks in second.blocks.values() for block in blocks}
        compared = compare_pages(pages)
        for change in (change for part in compared.sections for change in part.changes[0]):
            blocks = [byid[b.id] for b in (change.old, change.new) if b is not None]
            sets = smallest(blocks, here, there)
            assert named(change.reasons) == had_by_somebody(second, here, there, sets)


def named(found: Reasons) -> set[tuple[str, ...]]:
    return {tuple(sorted(cause.facet for cause in some)) for some in found}


def had_by_somebody(
    second: Independent,
    here: dict[str, str],
    there: dict[str, str],
    sets: list[tuple[str, ...]],
) -> set[tuple[str, ...]]:
    """Of several, those after which the scenario is one that a reader can have; else all."""
    had = set()
    for some in sets:
        mixed = {facet: there.get(facet, UNSET) for facet in some}
        whole = {f: v for f, v in (here | mixed).items() if v != UNSET}
        if len(sets) > 1 and second.can_be(whole):
            had.add(some)
    return had or set(sets)
