"""The proof says what trying every way says, on guides small enough to try every way.

``slow_way`` finds its answers without any code of the program.
"""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from helpers import slow_way
from helpers.how_many import tries
from helpers.slow_way import Walk, visible
from helpers.small_guides import guides
from hypothesis import assume, given, settings

from guide.author.check.effects import find_twins
from guide.author.check.routes import prove_routes
from guide.author.check.sections import PromiseProof, prove_promise
from guide.model.schema import Block, Guide, Part
from guide.reading.check_loops import check_loops
from guide.reading.collector import Problems
from guide.states.graph import Graph
from guide.states.pages import list_pages
from guide.states.promises import Promise, promises
from guide.states.readers import Readers
from guide.states.shortest import Goal, shortest_answers

MANY = settings(max_examples=tries(60), deadline=None)


@MANY
@given(guide=guides(blocks=True))
def test_what_is_reached_and_the_numbers_of_paths_and_states(guide: Guide) -> None:
    walks = slow_way.walks(guide)
    asked = {question for walk in walks for question in walk.answers}
    reach = prove_routes(Readers(guide))
    assert reach.paths == len(walks)
    assert reach.states == slow_way.states(guide)
    assert reach.questions == asked
    assert reach.settled == {pair for walk in walks for pair in walk.settled}
    taken = {route for walk in walks for route in walk.taken}
    usable = {
        id(route)
        for question in guide.questions
        if question.id in asked
        for option in question.options
        for route in option.then or question.then
    }
    assert {id(dead.route) for dead in reach.dead_routes} == usable - taken


@MANY
@given(guide=guides(blocks=True))
def test_facets_that_one_reader_settles_anew(guide: Guide) -> None:
    by_id = {question.id: question for question in guide.questions}
    anew = set()
    for walk in slow_way.walks(guide):
        facets: dict[str, str] = {}
        for name, choice in walk.answers.items():
            option = next(o for o in by_id[name].options if o.id == choice)
            for facet, value in option.settles.items():
                if facets.get(facet, value) != value:
                    anew.add((id(option), facet))
            facets |= option.settles
    found = prove_routes(Readers(guide)).resettlings
    assert {(id(one.option), one.facet) for one in found} == anew


@MANY
@given(guide=guides(circles=True))
def test_a_loop_is_one_that_some_reader_can_go_round(guide: Guide) -> None:
    problems = Problems()
    check_loops(guide, problems)
    assert bool(problems) == bool(slow_way.rounds(guide))


@settings(max_examples=tries(30), deadline=None)
@given(guide=guides(blocks=True, circles=True))
def test_a_circle_that_nobody_goes_round_is_proven_like_any_guide(guide: Guide) -> None:
    assume(not slow_way.rounds(guide))
    walks = slow_way.walks(guide)
    reach = prove_routes(Readers(guide))
    assert reach.paths == len(walks)
    assert reach.questions == {question for walk in walks for question in walk.answers}
    for promise in promises(guide):
        proof = prove_promise(Readers(guide), promise)
        every = shown(promise, walks)
        check_empty(proof, every)
        check_clashes(guide, proof, every)
        check_strays(guide, proof, every)
    for name, option in walks[-1].answers.items():
        through = [walk.answers for walk in walks if walk.answers.get(name) == option]
        answers = shortest_answers(guide, Goal(through={name: option}))
        assert answers is not None
        assert len(answers) == fewest(through)
        both = shortest_answers(guide, Goal(through=walks[-1].answers))
        assert both == walks[-1].answers


class Shown(NamedTuple):
    """A walk, and which blocks of a promise it shows; None if it is not promised any."""

    walk: Walk
    blocks: frozenset[str]
    meant: bool


def shown(promise: Promise, walks: list[Walk]) -> list[Shown]:
    return [
        Shown(
            walk,
            frozenset(block.id for block in promise.blocks if visible(block, walk.facets)),
            promise.part is None or visible(promise.part, walk.facets),
        )
        for walk in walks
    ]


@MANY
@given(guide=guides(blocks=True))
def test_promises_and_their_shortest_witnesses(guide: Guide) -> None:
    walks = slow_way.walks(guide)
    for promise in promises(guide):
        proof = prove_promise(Readers(guide), promise)
        every = shown(promise, walks)
        assert proof.seen == frozenset().union(*(one.blocks for one in every))
        check_empty(proof, every)
        check_clashes(guide, proof, every)
        check_strays(guide, proof, every)


@MANY
@given(guide=guides(blocks=True))
def test_a_promise_that_parts_imply_is_kept_where_theirs_are(guide: Guide) -> None:
    made = [promise.section.id for promise in promises(guide) if promise.part is None]
    for section in guide.sections:
        if section.id in made:
            continue
        whole = prove_promise(Readers(guide), Promise(section, None, guide.blocks[section.id]))
        parts = [
            prove_promise(Readers(guide), promise)
            for promise in promises(guide)
            if promise.section is section
        ]
        assert whole.seen == frozenset().union(*(part.seen for part in parts))
        assert not whole.holes or any(part.holes for part in parts)


def check_empty(proof: PromiseProof, every: list[Shown]) -> None:
    """Every walk without a block is in a hole, no other is, and a shortest comes first."""
    empty = [one.walk.answers for one in every if one.meant and not one.blocks]
    if proof.promise.holds == "any" or not empty:
        assert proof.holes == ()
        return
    assert len(proof.holes[0].answers) == fewest(empty)
    assert all(hole.answers in empty for hole in proof.holes)
    for one in every:
        holes = [hole for hole in proof.holes if fits(dict(hole.readers), one.walk.facets)]
        assert bool(holes) == (one.walk.answers in empty)


def fits(table: Mapping[str, Sequence[str]], facets: Mapping[str, str]) -> bool:
    """Whether a table holds."""
    return all(facets.get(facet, "unset") in values for facet, values in table.items())


def check_clashes(guide: Guide, proof: PromiseProof, every: list[Shown]) -> None:
    """Each block that stands beside an earlier one is named, with no more answers than needed."""
    broken = [one for one in every if one.meant and len(one.blocks) > 1]
    if proof.promise.holds != "one":
        assert proof.clashes == ()
        return
    order = [block.id for block in proof.promise.blocks]
    later = {second for one in broken for second in one.blocks if second != first(order, one)}
    assert {clash.second.id for clash in proof.clashes} == later
    for clash in proof.clashes:
        sure(guide, clash.answers, clash.first, clash.second, meant=proof.promise.part)
        beside = [
            one.walk.answers
            for one in broken
            if clash.second.id in one.blocks and clash.second.id != first(order, one)
        ]
        assert len(clash.answers) <= fewest(beside)


def first(order: list[str], one: Shown) -> str:
    return next(block for block in order if block in one.blocks)


def check_strays(guide: Guide, proof: PromiseProof, every: list[Shown]) -> None:
    """Each block on the page of readers to whom its part is not promised."""
    strays = [one for one in every if not one.meant and one.blocks]
    assert {stray.block.id for stray in proof.strays} == {b for one in strays for b in one.blocks}
    for stray in proof.strays:
        sure(guide, stray.answers, stray.block, but=proof.promise.part)
        theirs = [one.walk.answers for one in strays if stray.block.id in one.blocks]
        assert len(stray.answers) <= fewest(theirs)


def sure(
    guide: Guide,
    answers: dict[str, str],
    *blocks: Block,
    meant: Part | None = None,
    but: Part | None = None,
) -> None:
    """After these answers the blocks are shown, whatever else is answered."""
    onward = slow_way.walks(guide, answers)
    assert onward
    for walk in onward:
        assert all(visible(block, walk.facets) for block in blocks)
        assert meant is None or visible(meant, walk.facets)
        assert but is None or not visible(but, walk.facets)


def fewest(walks: list[dict[str, str]]) -> int:
    return min(len(answers) for answers in walks)


@MANY
@given(guide=guides(blocks=True))
def test_distinct_pages_and_the_shortest_way_to_each(guide: Guide) -> None:
    found: dict[tuple[str, ...], int] = {}
    for walk in slow_way.walks(guide):
        ids = slow_way.page(guide, walk.facets)
        found[ids] = min(len(walk.answers), found.get(ids, 99))
    pages = list_pages(Graph(guide))
    assert pages is not None
    assert len(pages) == len(found)
    assert sum(pages.sums([1] * len(pages.blocks)).values()) == len(found)
    assert {tuple(b.id for b in one.blocks): len(one.answers) for one in pages} == found


@settings(max_examples=tries(40), deadline=None)
@given(guide=guides(blocks=True))
def test_twins_never_change_a_page_whatever_else_is_answered(guide: Guide) -> None:
    reached = {name for walk in slow_way.walks(guide) for name in walk.answers}
    alike = {
        (twin.question.id, twin.first.id, twin.second.id) for twin in find_twins(Readers(guide))
    }
    minds = [
        dict(zip(guide.question, choice, strict=True))
        for choice in itertools.product(*([o.id for o in q.options] for q in guide.questions))
    ]
    for question in guide.questions:
        if question.id not in reached:
            continue
        distinct: dict[str, list[tuple[str, ...]]] = {}
        for option in question.options:
            pages = [_page_of(guide, mind | {question.id: option.id}) for mind in minds]
            same = [other for other, theirs in distinct.items() if theirs == pages]
            if same:
                assert (question.id, same[0], option.id) in alike
            else:
                distinct[option.id] = pages
                assert not any(q == question.id and s == option.id for q, _, s in alike)


def _page_of(guide: Guide, mind: dict[str, str]) -> tuple[str, ...]:
    """The page of somebody who has an answer ready for every question, asked or not."""
    by_id = {question.id: question for question in guide.questions}
    facets: dict[str, str] = {}
    name = guide.head.start
    while name != "advice":
        question = by_id[name]
        option = next(o for o in question.options if o.id == mind[name])
        facets |= option.settles
        name = slow_way.way_on(question, option, facets).go
    return slow_way.page(guide, facets)
