"""What readers come to: questions, routes, facet values; and how many ways there are."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.routes import routes
from guide.model.schema import Option, Question, Route, Test
from guide.states.functions import Functions, TooLarge
from guide.states.graph import all_routes
from guide.states.onward import count_ways
from guide.states.readers import Readers
from guide.states.sets import EMPTY

_EXAMPLES = 5
"""Questions that settle one facet anew, of which each is shown with the fewest answers to it.

Of hundreds each would take a pass through the guide, and say nothing new.
"""


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
    answers: dict[str, str] | None
    """The fewest that show it; None where the same facet was shown often enough."""


class RoutesProof(NamedTuple):
    """What the pass over the routes found."""

    questions: frozenset[str]
    settled: frozenset[tuple[str, str]]
    """(facet, value) pairs that some reader settles."""
    dead_routes: tuple[DeadRoute, ...]
    resettlings: tuple[Resettling, ...]
    states: int
    paths: int | None
    """None where there are too many to count."""


def prove_routes(readers: Readers) -> RoutesProof:
    """Follow the routes through the guide, once.

    Raises:
        TooLarge: if they depend on too much together.

    """
    guide, reached = readers.guide, readers.routes
    asked = [name for name in reached.order if reached.before[name] != EMPTY]
    taken = {
        id(route)
        for name in asked
        for option in guide.question[name].options
        for route, these in zip(
            routes(guide.question[name], option), reached.taken[name, option.id], strict=True
        )
        if these != EMPTY
    }
    dead = [
        DeadRoute(route, guide.question[name], _shadows(readers, name, route))
        for name in asked
        for route in all_routes(guide.question[name])
        if id(route) not in taken
    ]
    settled = {
        pair
        for name in asked
        for option in guide.question[name].options
        for pair in option.settles.items()
    }
    return RoutesProof(
        questions=frozenset(asked),
        settled=frozenset(settled),
        dead_routes=tuple(dead),
        resettlings=tuple(_resettlings(readers)),
        states=sum(readers.sets.count(reached.before[name]) for name in reached.order),
        paths=_ways(readers),
    )


def _ways(readers: Readers) -> int | None:
    try:
        return count_ways(readers.graph, Functions(readers.facets, readers.limit))
    except TooLarge:
        return None


def _resettlings(readers: Readers) -> Iterator[Resettling]:
    for facet in sorted(readers.settled_twice):
        try:
            yield from _settled_twice(readers, facet)
        except TooLarge:  # it is not told, rather than nothing
            continue


def _settled_twice(readers: Readers, facet: str) -> Iterator[Resettling]:
    sets, reached = readers.telling(facet)
    rows = {value.id: Test(facet, (value.id,)) for value in readers.guide.facet[facet].values}
    examples: set[str] = set()
    having = {value: sets.functions.table([row]) for value, row in rows.items()}
    for name in reached.order:
        if not any(facet in option.settles for option in readers.guide.question[name].options):
            continue
        had = [v for v in rows if sets.within(reached.before[name], having[v]) != EMPTY]
        ways: dict[str, dict[str, str]] = {}
        enough = len(examples) >= _EXAMPLES
        for option in readers.guide.question[name].options:
            others = [v for v in had if option.settles.get(facet, v) != v]
            for value in () if enough else others:
                if value not in ways:
                    wanted = readers.shortest.functions.table([rows[value]])
                    ways[value] = readers.shortest.to_question(name, wanted) or {}
            if others:
                before = min(others, key=lambda value: len(ways.get(value, "")))
                answers = None if enough else {**ways[before], name: option.id}
                examples.add(name)
                yield Resettling(option, facet, before, answers)


def _shadows(readers: Readers, name: str, route: Route) -> tuple[Route, ...]:
    """The routes taken in those states where this one's condition holds."""
    question = readers.guide.question[name]
    shadows: dict[int, Route] = {}
    for option in question.options:
        choices = routes(question, option)
        if not any(choice is route for choice in choices):
            continue
        taken = readers.routes.taken[name, option.id]
        for earlier, these in zip(choices, taken, strict=True):
            if readers.sets.where(these, route) != EMPTY:
                shadows[id(earlier)] = earlier
    return tuple(shadows.values())
