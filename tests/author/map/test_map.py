"""The map says exactly what readers can do; seen against every walk of small random guides."""

import pytest
from helpers.hostile_map import hostile
from helpers.small_guides import every_walk, guides
from hypothesis import given

from guide.author.map.build import map_of
from guide.author.map.chart import Edge
from guide.author.map.way import way_over
from guide.journey.walk import walk
from guide.model.routes import routes
from guide.model.schema import ADVICE, Condition, Guide, Option, Question, Route, Test
from guide.states.graph import route_taken


def _steps(guide: Guide) -> set[tuple[str, str, int]]:
    """Question, option and route of every step of every walk."""
    steps = set()
    for answers in every_walk(guide):
        settled: dict[str, str] = {}
        for question, option in walk(guide, answers).trail:
            settled |= option.settles
            route = route_taken(question, option, settled)
            choices = routes(question, option)
            number = next(n for n, choice in enumerate(choices) if choice is route)
            steps.add((question.id, option.id, number))
    return steps


@given(guides())
def test_an_edge_is_taken_exactly_if_some_walk_takes_it(guide: Guide) -> None:
    chart = map_of(guide)
    drawn = {(e.source, a.option, a.route): e for e in chart.edges for a in e.answers}
    steps = _steps(guide)
    assert steps == {key for key, edge in drawn.items() if edge.taken}
    assert chart.paths == sum(1 for _ in every_walk(guide))
    asked = {question for question, _, _ in steps}
    assert {node.id for node in chart.nodes if node.reached and node.number} == asked


@given(guides())
def test_every_route_is_drawn(guide: Guide) -> None:
    chart = map_of(guide)
    ends = {(edge.source, edge.target) for edge in chart.edges}
    wanted = {
        (question.id, route.go)
        for question in guide.questions
        for option in question.options
        for route in option.then or question.then
    }
    assert wanted == ends


@given(guides())
def test_every_way_that_readers_take_leads_to_a_later_number(guide: Guide) -> None:
    chart = map_of(guide)
    assert [node.number for node in chart.nodes] == [*range(1, len(chart.nodes)), 0]
    place = {node.id: place for place, node in enumerate(chart.nodes)}
    assert all(place[edge.source] < place[edge.target] for edge in chart.edges if edge.taken)


@given(guides())
def test_the_way_over_the_map_follows_a_walk_edge_by_edge(guide: Guide) -> None:
    chart = map_of(guide)
    for answers in every_walk(guide):
        for count in range(len(answers) + 1):
            where = walk(guide, dict([*answers.items()][:count]))
            stops = [step.question.id for step in where.trail]
            stops.append(where.next.id if where.next else ADVICE)
            edges = way_over(chart, where)
            assert [edge.source for edge in edges] == stops[:-1]
            assert [edge.target for edge in edges] == stops[1:]
        assert stops[-1] == ADVICE


def test_options_that_share_a_way_are_one_edge(tiny: Guide) -> None:
    edges = map_of(tiny).leaving["flame"]
    assert [(edge.labels, edge.target) for edge in edges] == [
        (("Steady", "Smoky"), "glass"),
        (("I am not sure",), "soot"),
    ]


def test_conditions_are_in_words_and_what_an_answer_settles_needs_none() -> None:
    if_x = Condition(((Test("f", ("x",)),),))
    guide = _two_routes((Route(ADVICE, when=if_x), Route("q1")))
    edges = {(e.labels, e.condition, e.target) for e in map_of(guide).leaving["mid"]}
    assert edges == {
        (("a",), "", ADVICE),  # it settles x itself
        (("b",), 'if Fa"cet;: X [1]', ADVICE),
        (("b",), "otherwise", "q1"),
        (("c",), "", "q1"),  # and this one settles y
    }


def _two_routes(then: tuple[Route, ...]) -> Guide:
    base = hostile()
    first = Question(
        "q0",
        "first",
        (
            Option("x", "x", settles={"f": "x"}, then=(Route("mid"),)),
            Option("y", "y", then=(Route("mid"),)),
        ),
    )
    options = (Option("a", "a", settles={"f": "x"}), Option("b", "b"), _settles_y())
    mid = Question("mid", "mid", options, then=then)
    last = Question("q1", "last", (Option("z", "z", then=(Route(ADVICE),)),))
    return Guide(base.head, base.facets, (first, mid, last), {})


def test_what_nobody_reaches_is_on_the_map_and_marked() -> None:
    chart = map_of(hostile())
    assert not chart.node["lost"].reached
    dead = [edge for edge in chart.edges if not edge.taken and edge.source != "lost"]
    assert {edge.labels for edge in dead} == {("third",)}
    assert all(edge.condition == 'if Fa"cet;: Y "2"' for edge in dead)


def test_states_are_those_of_the_proof(shipped: Guide) -> None:
    from guide.author.check.routes import prove_routes
    from guide.states.readers import Readers

    chart, reach = map_of(shipped), prove_routes(Readers(shipped))
    assert (chart.states, chart.paths) == (reach.states, reach.paths)
    assert {node.id for node in chart.nodes if node.reached and node.number} == reach.questions


def _settles_y() -> Option:
    return Option("c", "c", settles={"f": "y"})


@pytest.mark.parametrize("number", [1, 30, 1000])
def test_a_long_chain_is_mapped(number: int) -> None:
    questions = tuple(
        Question(f"q{n}", "?", (Option("a", "a", then=(Route(_next(n, number)),)),))
        for n in range(number)
    )
    base = hostile()
    chart = map_of(Guide(base.head, (), questions, {}))
    assert len(chart.edges) == number
    assert isinstance(chart.edges[0], Edge)


def _next(number: int, count: int) -> str:
    return f"q{number + 1}" if number + 1 < count else ADVICE
