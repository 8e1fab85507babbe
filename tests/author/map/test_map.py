"""The map says exactly what readers can do; seen against every walk of small random guides."""

import pytest
from helpers.hostile_map import hostile
from helpers.small_guides import every_walk, guides
from hypothesis import given

from guide.author.map import Map, Spot, here, map_of
from guide.author.map.chart import Edge
from guide.journey.walk import walk
from guide.model.routes import routes
from guide.model.schema import ADVICE, Condition, Guide, Option, Question, Route, Test
from guide.states.graph import route_taken


def _steps(guide: Guide) -> set[tuple[str, str, int]]:
    """Question, option and route of every step of every walk."""
    found = set()
    for answers in every_walk(guide):
        settled: dict[str, str] = {}
        for question, option in walk(guide, answers).trail:
            settled |= option.settles
            route = route_taken(question, option, settled)
            choices = routes(question, option)
            number = next(n for n, choice in enumerate(choices) if choice is route)
            found.add((question.id, option.id, number))
    return found


@given(guides())
def test_an_edge_is_taken_exactly_if_some_walk_takes_it(guide: Guide) -> None:
    shown = map_of(guide)
    drawn = {(e.source, a.option, a.route): e for e in shown.edges for a in e.answers}
    steps = _steps(guide)
    assert steps == {key for key, edge in drawn.items() if edge.taken}
    assert shown.paths == sum(1 for _ in every_walk(guide))
    asked = {question for question, _, _ in steps}
    assert {node.id for node in shown.nodes if node.reached and node.number} == asked


@given(guides())
def test_every_route_is_drawn_and_every_edge_leads_downwards(guide: Guide) -> None:
    shown = map_of(guide)
    ends = {(edge.source, edge.target) for edge in shown.edges}
    wanted = {
        (question.id, route.go)
        for question in guide.questions
        for option in question.options
        for route in option.then or question.then
    }
    assert wanted == ends
    _is_in_layers(shown)


def _is_in_layers(shown: Map) -> None:
    nodes = [spot.id for layer in shown.layers for spot in layer if not spot.rail]
    assert sorted(nodes) == sorted(node.id for node in shown.nodes)
    for node in shown.nodes:
        assert shown.layers[node.layer][node.order] == Spot(node.id, rail=False)
    assert all(len(set(layer)) == len(layer) for layer in shown.layers)
    for edge in shown.edges:
        first, last = shown.node[edge.source].layer, shown.node[edge.target].layer
        assert first < last
        for layer in range(first + 1, last):
            assert Spot(edge.target, rail=True) in shown.layers[layer]


def test_the_shipped_guide_is_in_layers_by_longest_path(shipped: Guide) -> None:
    shown = map_of(shipped)
    _is_in_layers(shown)
    for node in shown.nodes:
        above = [shown.node[edge.source].layer for edge in shown.coming[node.id]]
        assert node.layer == max(above, default=-1) + 1
    assert [node.number for node in shown.nodes] == [*range(1, len(shown.nodes)), 0]


@given(guides())
def test_here_follows_a_walk_edge_by_edge(guide: Guide) -> None:
    shown = map_of(guide)
    for answers in every_walk(guide):
        for count in range(len(answers) + 1):
            some = dict([*answers.items()][:count])
            where = here(shown, walk(guide, some))
            stops = [*where.trail, where.current]
            edges = [shown.edges[number] for number in where.edges]
            assert [edge.source for edge in edges] == stops[:-1]
            assert [edge.target for edge in edges] == stops[1:]
        assert where.current == ADVICE


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
    shown = map_of(hostile())
    assert not shown.node["lost"].reached
    dead = [edge for edge in shown.edges if not edge.taken and edge.source != "lost"]
    assert {edge.labels for edge in dead} == {("third",)}
    assert all(edge.condition == 'if Fa"cet;: Y "2"' for edge in dead)


def test_states_are_those_of_the_proof(shipped: Guide) -> None:
    from guide.author.check.routes import prove_routes
    from guide.states.readers import Readers

    shown, reach = map_of(shipped), prove_routes(Readers(shipped))
    assert (shown.states, shown.paths) == (reach.states, reach.paths)
    assert {node.id for node in shown.nodes if node.reached and node.number} == reach.questions


def _settles_y() -> Option:
    return Option("c", "c", settles={"f": "y"})


@pytest.mark.parametrize("number", [1, 30, 1000])
def test_a_long_chain_is_mapped(number: int) -> None:
    questions = tuple(
        Question(f"q{n}", "?", (Option("a", "a", then=(Route(_next(n, number)),)),))
        for n in range(number)
    )
    base = hostile()
    shown = map_of(Guide(base.head, (), questions, {}))
    assert len(shown.layers) == number + 1
    assert isinstance(shown.edges[0], Edge)


def _next(number: int, count: int) -> str:
    return f"q{number + 1}" if number + 1 < count else ADVICE
