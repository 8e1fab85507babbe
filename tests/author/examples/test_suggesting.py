"""Suggested cases cover all that can be covered, are few, and pass."""

import itertools
from typing import NamedTuple

import msgspec
from helpers.how_many import tries
from helpers.making_examples import read, without_places
from helpers.small_guides import every_walk, guides
from hypothesis import given, settings

from guide.author.examples.run import run_examples
from guide.author.examples.suggest import suggest
from guide.author.examples.write import write_examples
from guide.journey.advice import advise
from guide.journey.walk import walk
from guide.model.example import Example, Listed, Said
from guide.model.schema import (
    Guide,
)
from guide.reading.check_examples import check_examples
from guide.reading.collector import Problems

MANY = settings(max_examples=tries(15), deadline=None)


class Way(NamedTuple):
    """What one reader touches."""

    blocks: frozenset[str]
    options: frozenset[tuple[str, str]]


def every_way(guide: Guide) -> set[Way]:
    found = set()
    for answers in every_walk(guide):
        shown = advise(guide, walk(guide, answers).scenario).blocks()
        found.add(Way(frozenset(s.block.id for s in shown), frozenset(answers.items())))
    return found


def reachable(guide: Guide) -> tuple[set[str], set[tuple[str, str]]]:
    ways = every_way(guide)
    return {b for way in ways for b in way.blocks}, {o for way in ways for o in way.options}


def missed(guide: Guide, examples: list[Example]) -> tuple[set[str], set[tuple[str, str]]]:
    coverage = run_examples(guide, examples).coverage
    blocks = {one.name for one in coverage.blocks.missed}
    return blocks, {(one.part_of, one.name) for one in coverage.options.missed}


@MANY
@given(guide=guides(blocks=True))
def test_suggested_cases_pass_and_cover_all_that_readers_reach(guide: Guide) -> None:
    cases = suggest(guide, ())
    problems = Problems()
    check_examples(guide, cases, problems)
    assert not problems
    trial = run_examples(guide, cases)
    assert trial.problems == []
    blocks, options = reachable(guide)
    left_blocks, left_options = missed(guide, cases)
    assert left_blocks.isdisjoint(blocks)
    assert left_options.isdisjoint(options)
    assert trial.unconfirmed == tuple(cases)
    assert trial.coverage.grounds.missed == ()
    assert suggest(guide, cases) == []


@MANY
@given(guide=guides(blocks=True))
def test_at_most_one_more_case_is_suggested_than_the_fewest_that_would_do(guide: Guide) -> None:
    ways = [way.blocks | way.options for way in every_way(guide)]
    if len(ways) > 60:  # to compare all choices would take long
        return
    everything = frozenset().union(*ways)
    count = len(suggest(guide, ()))
    for fewer in range(min(count - 1, 4)):
        choices = itertools.combinations(ways, fewer)
        assert not any(frozenset().union(*some) == everything for some in choices)


@MANY
@given(guide=guides(blocks=True))
def test_only_what_is_left_out_is_suggested(guide: Guide) -> None:
    cases = suggest(guide, ())
    kept = cases[::2]
    more = suggest(guide, kept)
    left_blocks, left_options = missed(guide, [*kept, *more])
    blocks, options = reachable(guide)
    assert left_blocks.isdisjoint(blocks)
    assert left_options.isdisjoint(options)
    assert len({case.id for case in (*kept, *more)}) == len(kept) + len(more)


def test_the_guide_that_ships_is_covered_by_few_cases(shipped: Guide) -> None:
    cases = suggest(shipped, ())
    assert run_examples(shipped, cases).coverage.whole
    assert len(cases) <= 60  # for 308 blocks


def test_what_blocks_rest_on_is_suggested_once_each_with_as_few_cases(tiny: Guide) -> None:
    cases = suggest(tiny, ())
    said = [ground.of for case in cases for ground in case.rests_on]
    assert sorted(said) == ["notice-soot", "steps-cracked", "verdict-cracked", "verdict-smoky"]
    without = [msgspec.structs.replace(case, rests_on=()) for case in cases]
    again = suggest(tiny, without)
    assert 0 < len(again) <= len(cases)
    assert run_examples(tiny, [*without, *again]).coverage.whole


def test_what_is_written_is_read_again_as_it_was(tiny: Guide) -> None:
    cases = suggest(tiny, ())
    strange = Example(
        "no",
        'Says "so" — and: more',
        hides=(Said("notice-soot"),),
        says=(Said("it's safe: to light"),),
        never_says=(Said("#unlit"),),
        never_asks=(Said("wind"),),
        only=(Listed("notices", ()), Listed("steps", (Said("steps-always"),))),
    )
    long = Example("long", "word " * 60 + "end", shows=tuple(Said("steps-always") for _ in "x" * 9))
    text = write_examples([*cases, strange, long])
    assert all(len(line) <= 100 for line in text.splitlines())
    again = read(text)
    assert again.problems == []
    written = [without_places(example) for example in again.examples]
    assert written == [without_places(example) for example in (*cases, strange, long)]
