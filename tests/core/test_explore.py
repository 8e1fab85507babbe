"""The shortest answers to a place, checked against every path there is."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.conditions import applies
from guide.explore import Goal, goal_of, shortest_answers
from guide.model.schema import (
    NOWHERE,
    UNSET,
    Condition,
    Facet,
    Guide,
    Head,
    Option,
    Question,
    Route,
    Section,
    Test,
    Value,
)
from guide.walk import walk

VALUES = ["a", "b"]


def every_walk(guide: Guide, answers: dict[str, str]) -> Iterator[dict[str, str]]:
    where = walk(guide, answers)
    if where.next is None:
        yield answers
        return
    for option in where.next.options:
        yield from every_walk(guide, answers | {where.next.id: option.id})


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """Small guides with questions that lead only forward, over three facets of two values."""
    facets = ["f0", "f1", "f2"]
    count = draw(st.integers(1, 5))
    names = [f"q{n}" for n in range(count)]
    questions = []
    for number, name in enumerate(names):
        targets = [*names[number + 1 :], "advice"]
        options = []
        for option in range(draw(st.integers(1, 3))):
            settles = draw(
                st.dictionaries(st.sampled_from(facets), st.sampled_from(VALUES), max_size=1)
            )
            test = Test(draw(st.sampled_from(facets)), (draw(st.sampled_from([*VALUES, UNSET])),))
            routes = (
                Route(draw(st.sampled_from(targets)), when=Condition(((test,),))),
                Route(draw(st.sampled_from(targets))),
            )
            options.append(Option(f"o{option}", "an option", settles=settles, then=routes))
        questions.append(Question(name, "a question?", tuple(options)))
    import datetime

    head = Head("g", "G", datetime.date(2026, 1, 1), "q0", (Section("s", "S"),), at=NOWHERE)
    values = tuple(Value(value, value) for value in VALUES)
    return Guide(head, tuple(Facet(f, f, values) for f in facets), tuple(questions), {})


@given(
    guide=guides(),
    wanted=st.dictionaries(st.sampled_from(["f0", "f1", "f2"]), st.sampled_from([*VALUES, UNSET])),
)
def test_shortest_answers_agree_with_trying_every_path(
    guide: Guide, wanted: dict[str, str]
) -> None:
    lengths = [
        len(answers)
        for answers in every_walk(guide, {})
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


def settles_once(guide: Guide, answers: dict[str, str]) -> bool:
    """The search may take it that no way settles a facet twice with different values."""
    settled: dict[str, str] = {}
    for step in walk(guide, answers).trail:
        for facet, value in step.option.settles.items():
            if settled.setdefault(facet, value) != value:
                return False
    return True


@pytest.mark.parametrize(
    "block_id", ["notice-storm", "verdict-cracked", "notice-soot", "steps-always"]
)
def test_every_block_of_the_small_guide_can_be_seen(tiny: Guide, block_id: str) -> None:
    block = next(b for blocks in tiny.blocks.values() for b in blocks if b.id == block_id)
    answers = shortest_answers(tiny, goal_of(block))
    assert answers is not None
    assert applies(block, walk(tiny, answers).scenario)
