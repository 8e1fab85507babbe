"""What readers can reach: questions, routes, facet values; and how many ways there are."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.conditions import holds
from guide.model.schema import Option, Question, Route
from guide.states.graph import Graph, all_routes
from guide.states.sweep import Change, Move, Sweep, sweep_all, unchanged


class DeadRoute(NamedTuple):
    """A route that no reader takes, and why."""

    route: Route
    question: Question
    shadows: tuple[Route, ...]
    """The earlier routes that are taken wherever this one would hold; empty if it never holds."""


class Resettling(NamedTuple):
    """An option that settles a facet which some reader has settled differently before."""

    option: Option
    facet: str
    before: str
    answers: dict[str, str]


class Reach(NamedTuple):
    """What the pass over the routes found."""

    questions: frozenset[str]
    settled: frozenset[tuple[str, str]]
    """(facet, value) pairs that some reader settles."""
    dead_routes: tuple[DeadRoute, ...]
    resettlings: tuple[Resettling, ...]
    states: int
    paths: int


def prove_reach(graph: Graph) -> Reach:
    """Follow the routes through the guide, once."""
    taken: set[int] = set()
    settled: set[tuple[str, str]] = set()

    def note(move: Move) -> Change[None]:
        taken.add(id(move.route))
        settled.update(move.option.settles.items())
        return unchanged

    sweep = Sweep[None](graph, lambda _: (), None, note)
    states = sweep.counts()
    reached = frozenset(name for name in graph.order if states[name])
    dead = [
        DeadRoute(route, graph.guide.question[name], _shadows(sweep, graph, name, route))
        for name in graph.order
        if name in reached
        for route in all_routes(graph.guide.question[name])
        if id(route) not in taken
    ]
    return Reach(
        questions=reached,
        settled=frozenset(settled),
        dead_routes=tuple(dead),
        resettlings=tuple(_resettlings(graph)),
        states=sum(states[name] for name in graph.order),
        paths=sweep.paths,
    )


def _resettlings(graph: Graph) -> list[Resettling]:
    """Only facets that two questions on one way can settle are followed."""
    twice = {
        facet
        for name in graph.order
        for option in graph.guide.question[name].options
        for facet in option.settles
        if facet in graph.settled_before[name]
    }
    return [found for facet in sorted(twice) for found in _settled_twice(graph, facet)]


def _settled_twice(graph: Graph, facet: str) -> Iterator[Resettling]:
    sweep = sweep_all(graph, [facet])
    for name in graph.order:
        told: set[str] = set()
        for state in sweep.at(name):
            before = sweep.scenario(state).get(facet)
            for move in sweep.moves(name, state.values) if before is not None else ():
                option = move.option
                if option.settles.get(facet, before) != before and option.id not in told:
                    told.add(option.id)
                    answers = state.answers() | {name: option.id}
                    yield Resettling(option, facet, str(before), answers)


def _shadows(sweep: Sweep[None], graph: Graph, name: str, route: Route) -> tuple[Route, ...]:
    """The routes taken in those states where this one's condition holds."""
    question = graph.guide.question[name]
    found: dict[int, Route] = {}
    for option in question.options:
        choices = option.then or question.then
        if not any(choice is route for choice in choices):
            continue
        for state in sweep.at(name):
            scenario = sweep.scenario(state) | option.settles
            if not _open(route, scenario):
                continue
            earlier = next(choice for choice in choices if _open(choice, scenario))
            found[id(earlier)] = earlier
    return tuple(found.values())


def _open(route: Route, scenario: dict[str, str]) -> bool:
    wanted = route.when is None or holds(route.when, scenario)
    refused = route.unless is not None and holds(route.unless, scenario)
    return bool(wanted) and not refused
