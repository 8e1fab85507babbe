"""The proof says what trying every path says, on guides small enough to try every path."""

import itertools

from hypothesis import given, settings
from small_guides import every_walk, guides

from guide.conditions import applies
from guide.model.schema import Block, Guide, Section
from guide.proof.effect import find_twins
from guide.proof.graph import Graph, route_taken
from guide.proof.pages import list_pages
from guide.proof.reach import prove_reach
from guide.proof.sections import prove_section
from guide.walk import walk

MANY = settings(max_examples=800, deadline=None)


def page(guide: Guide, answers: dict[str, str]) -> tuple[str, ...]:
    scenario = walk(guide, answers).scenario
    return tuple(
        block.id
        for section in guide.sections
        for block in guide.blocks[section.id]
        if applies(block, scenario)
    )


@MANY
@given(guide=guides(blocks=True))
def test_reach_and_the_number_of_paths(guide: Guide) -> None:
    walks = list(every_walk(guide))
    asked = {question for answers in walks for question in answers}
    taken = set()
    settled = set()
    for answers in walks:
        scenario: dict[str, str] = {}
        for step in walk(guide, answers).trail:
            scenario |= step.option.settles
            settled |= set(step.option.settles.items())
            taken.add(id(route_taken(step.question, step.option, scenario)))
    reach = prove_reach(Graph(guide))
    assert reach.paths == len(walks)
    assert reach.questions == asked
    assert reach.settled == settled
    routes = {
        id(route): route
        for question in guide.questions
        if question.id in asked
        for option in question.options
        for route in option.then
    }
    assert {id(dead.route) for dead in reach.dead_routes} == routes.keys() - taken


def fewest(walks: list[dict[str, str]]) -> int | None:
    return min((len(answers) for answers in walks), default=None)


@MANY
@given(guide=guides(blocks=True))
def test_promises_and_their_shortest_witnesses(guide: Guide) -> None:
    walks = list(every_walk(guide))
    for section in guide.sections:
        blocks = guide.blocks[section.id]
        proof = prove_section(Graph(guide), section)
        shown = [(answers, _shown(guide, blocks, answers)) for answers in walks]
        assert proof.seen.keys() == {block for _, blocks in shown for block in blocks}
        _agree_on_empty(section, proof.empty, [a for a, blocks in shown if not blocks])
        broken = [a for a, blocks in shown if len(blocks) > 1]
        if section.holds == "one":
            assert bool(proof.clashes) == bool(broken)
        for clash in proof.clashes:
            whole = _completed(guide, clash.answers)
            assert all(
                {clash.first.id, clash.second.id} <= set(_shown(guide, blocks, answers))
                for answers in whole
            )


def _shown(guide: Guide, blocks: tuple[Block, ...], answers: dict[str, str]) -> list[str]:
    scenario = walk(guide, answers).scenario
    return [block.id for block in blocks if applies(block, scenario)]


def _agree_on_empty(
    section: Section, found: dict[str, str] | None, empty: list[dict[str, str]]
) -> None:
    if section.holds == "any" or not empty:
        assert found is None
    else:
        assert found is not None
        assert len(found) == fewest(empty)
        assert found in empty


def _completed(guide: Guide, start: dict[str, str]) -> list[dict[str, str]]:
    return list(every_walk(guide, start))


@MANY
@given(guide=guides(blocks=True))
def test_distinct_pages_and_the_shortest_way_to_each(guide: Guide) -> None:
    found: dict[tuple[str, ...], int] = {}
    for answers in every_walk(guide):
        ids = page(guide, answers)
        found[ids] = min(len(answers), found.get(ids, 99))
    pages = list_pages(Graph(guide))
    assert pages is not None
    assert len(pages) == len(found)
    assert sum(pages.sums([1] * len(pages.blocks)).values()) == len(found)
    assert {tuple(b.id for b in one.blocks): len(one.answers) for one in pages} == found


@settings(max_examples=400, deadline=None)
@given(guide=guides(blocks=True))
def test_twins_never_change_a_page_whatever_else_is_answered(guide: Guide) -> None:
    reached = prove_reach(Graph(guide)).questions
    alike = {
        (twin.question.id, twin.first.id, twin.second.id)
        for twin in find_twins(Graph(guide), reached)
    }
    everyone = [
        dict(zip(guide.question, choice, strict=True))
        for choice in itertools.product(*([o.id for o in q.options] for q in guide.questions))
    ]
    for question in guide.questions:
        if question.id not in reached:
            continue
        distinct: list[str] = []
        for option in question.options:
            differs = _Differs(guide, question.id, option.id, everyone)
            same = [other for other in distinct if not differs(other)]
            if same:
                assert (question.id, same[0], option.id) in alike
            else:
                distinct.append(option.id)
                assert not any(q == question.id and s == option.id for q, _, s in alike)


class _Differs:
    def __init__(
        self, guide: Guide, question: str, option: str, everyone: list[dict[str, str]]
    ) -> None:
        self.question = question
        self.mine = [page(guide, answers | {question: option}) for answers in everyone]
        self.guide = guide
        self.everyone = everyone

    def __call__(self, other: str) -> bool:
        theirs = [page(self.guide, answers | {self.question: other}) for answers in self.everyone]
        return theirs != self.mine
