"""The shortest answers to a place, checked against every path there is."""

import pytest
from helpers.small_guides import FACETS, VALUES, every_walk, guides, settles_once
from hypothesis import given
from hypothesis import strategies as st

from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.schema import UNSET, Guide
from guide.states.shortest import Goal, goal_of, shortest_answers


@given(
    guide=guides(),
    wanted=st.dictionaries(st.sampled_from(FACETS), st.sampled_from([*VALUES, UNSET])),
)
def test_shortest_answers_agree_with_trying_every_path(
    guide: Guide, wanted: dict[str, str]
) -> None:
    lengths = [
        len(answers)
        for answers in every_walk(guide)
        if all(walk(guide, answers).scenario.get(f, UNSET) == v for f, v in wanted.items())
        and settles_once(guide, answers)
    ]
    goal = Goal({facet: frozenset([value]) for facet, value in wanted.items()})
    found = shortest_answers(guide, goal)
    if found is None:
        assert lengths == []
        return
    scenario = walk(guide, found).scenario
    assert all(scenario.get(f, UNSET) == v for f, v in wanted.items())
    assert not lengths or len(found) <= min(lengths)


@pytest.mark.parametrize(
    "block_id", ["notice-storm", "verdict-cracked", "notice-soot", "steps-always"]
)
def test_every_block_of_the_small_guide_can_be_seen(tiny: Guide, block_id: str) -> None:
    block = next(b for blocks in tiny.blocks.values() for b in blocks if b.id == block_id)
    answers = shortest_answers(tiny, goal_of(block))
    assert answers is not None
    assert applies(block, walk(tiny, answers).scenario)
