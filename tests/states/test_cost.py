"""A proof's cost follows the diagrams: what can be counted exactly is counted, time is not.

A limit of results that a task may remember stands for time: it is the same on every machine.
"""

import pytest
from helpers.generated import (
    chain,
    checklist,
    layers,
    long_route,
    shared,
    table_of,
    with_dead_routes,
)

from guide.author.check.prove import prove
from guide.author.check.sections import prove_promise
from guide.model.codes import Code
from guide.model.schema import Guide
from guide.states.promises import promises
from guide.states.readers import Readers


@pytest.mark.parametrize(("questions", "states"), [(10, 16), (40, 67), (100, 172)])
def test_states_grow_with_the_questions_and_ways_do_not_matter(questions: int, states: int) -> None:
    proof = prove(chain(questions))
    assert proof.problems == []
    assert proof.figures is not None
    assert proof.figures.states == states
    assert (proof.figures.paths or 0) > 3**questions


@pytest.mark.parametrize("items", [17, 20, 40])
def test_a_checklist_is_proven_with_few_results(items: int) -> None:
    guide = checklist(items)
    assert all(kept(guide, limit=2_000))
    figures = prove(guide).figures
    assert figures is not None
    assert (figures.states, figures.paths) == (items, 2**items)


@pytest.mark.parametrize("items", [17, 20, 40])
def test_a_route_may_read_many_answers(items: int) -> None:
    proof = prove(long_route(items))
    assert proof.problems == []
    assert proof.figures is not None
    assert proof.figures.paths == 2**items + 1
    assert all(kept(long_route(items), limit=4_000))


def kept(guide: Guide, limit: int) -> list[bool]:
    """Whether each promise is proven to be kept, with so few results remembered."""
    readers = Readers(guide, limit)
    proofs = [prove_promise(readers, promise) for promise in promises(guide)]
    return [proof.proven and not proof.holes and not proof.clashes for proof in proofs]


def test_facets_shared_by_many_questions_are_proven() -> None:
    guide = shared(120)
    assert all(kept(guide, limit=100_000))


def test_layers_of_questions_that_read_what_was_settled_first() -> None:
    guide = layers(30, 4, 12)
    readers = Readers(guide, 150_000)
    states = sum(map(readers.sets.count, readers.routes.before.values()))
    assert states == 100_303
    assert all(kept(guide, limit=150_000))


def test_problems_cost_no_more_than_the_proof() -> None:
    dead = prove(with_dead_routes(shared(60), 23)).problems
    assert sum(problem.code == Code.DEAD_ROUTE for problem in dead) >= 23
    double = prove(table_of(4, overlap=True)).problems
    assert [problem.code for problem in double] == [Code.SEVERAL_BLOCKS]


def test_what_is_too_large_is_told_and_not_raised() -> None:
    guide = long_route(20)
    proof = prove(guide, limit=50)
    assert [problem.code for problem in proof.problems] == [Code.TOO_MUCH_TOGETHER]
    assert "the routes depend on too many facets together" in proof.problems[0].message
    assert "reads 20" in proof.problems[0].message
    assert proof.figures is None
