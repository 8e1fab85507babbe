"""Why no reader sees a block or takes a route: the smallest part of a condition nobody fulfils."""

from collections.abc import Callable, Iterator
from itertools import combinations

from guide.author.check.labels import place, together, words
from guide.model.routes import routes
from guide.model.schema import UNSET, Block, Condition, Option, Place, Question, Test
from guide.states.graph import Graph, all_routes
from guide.states.reach import DeadRoute, Reach
from guide.states.shortest import Goal, shortest_answers
from guide.states.sweep import Bounds, Change, Move, Sweep, sweep_all, unchanged

Tests = tuple[Test, ...]


def why_unseen(graph: Graph, reach: Reach, block: Block) -> str:
    """The reason in words, with the place of what stands in the way."""

    def possible(part: Tests) -> bool:
        goal = Goal({test.facet: frozenset(test.values) for test in part})
        return shortest_answers(graph.guide, goal) is not None

    found = []
    for table in _tables(block.when):
        part = _smallest(table, possible)
        if part:
            found.append(_no_reader(graph, reach, part))
    return "; ".join(dict.fromkeys(found)) or (
        "whoever fulfils its 'when' also fulfils its 'unless'"
    )


def why_not_taken(graph: Graph, reach: Reach, dead: DeadRoute) -> str:
    """The reason in words, with the place of what stands in the way."""
    if dead.shadows:
        return f"it is shadowed by {', '.join(place(route.at) for route in dead.shadows)}"
    found = []
    for table in _tables(dead.route.when):
        part = _smallest(table, lambda part: _comes_with(graph, dead, part))
        if part:
            found.append(_nobody_asked(graph, reach, dead.question, part))
    return "; ".join(dict.fromkeys(found)) or (
        f"whoever is asked {dead.question.id!r} and fulfils its 'when' also fulfils its 'unless'"
    )


def _tables(condition: Condition | None) -> tuple[Tests, ...]:
    return condition.any_of if condition else ((),)


def _smallest(table: Tests, possible: Callable[[Tests], bool]) -> Tests:
    """The fewest tests of a table that nobody fulfils together; none if somebody fulfils all."""
    for size in range(1, len(table) + 1):
        for part in combinations(table, size):
            if not possible(part):
                return part
    return ()


def _comes_with(graph: Graph, dead: DeadRoute, part: Tests) -> bool:
    """Whether some reader who could take the route fulfils these tests."""
    facets = frozenset(test.facet for test in part)
    sweep = sweep_all(graph, facets, Bounds(stop=dead.question.id))
    scenarios = [sweep.scenario(state) for state in sweep.at(dead.question.id)]
    return any(
        all((scenario | option.settles).get(t.facet, UNSET) in t.values for t in part)
        for option in _takers(dead)
        for scenario in scenarios
    )


def _takers(dead: DeadRoute) -> list[Option]:
    question = dead.question
    return [o for o in question.options if any(r is dead.route for r in routes(question, o))]


def _nobody_asked(graph: Graph, reach: Reach, question: Question, part: Tests) -> str:
    if len(part) == 1:
        late = _settled_later(graph, question, part[0])
        if late is not None:
            facet = part[0].facet
            return f"{facet} is read before it is settled; the first answer to do so is at {late}"
        if UNSET not in part[0].values and not _settled(reach, part[0]):
            return f"no answer settles {words(part[0])}"
    nobody = f"nobody who is asked {question.id!r} has {together(part)}"
    for test in part:
        at = _diverts(graph, test, {question.id})
        if at is not None:
            return f"{nobody}: with {words(test)} the route at {place(at)} goes past it"
    return nobody


def _settled_later(graph: Graph, question: Question, test: Test) -> str | None:
    """The place of the first answer that settles the facet, if none does before this question."""
    settled = graph.settled_before[question.id].union(*(o.settles for o in question.options))
    if UNSET in test.values or test.facet in settled:
        return None
    return next((place(option.at) for option in _settling(graph, test.facet)), None)


def _settling(graph: Graph, facet: str) -> Iterator[Option]:
    for name in graph.order:
        for option in graph.guide.question[name].options:
            if facet in option.settles:
                yield option


def _settled(reach: Reach, test: Test) -> bool:
    return any((test.facet, value) in reach.settled for value in test.values)


def _no_reader(graph: Graph, reach: Reach, part: Tests) -> str:
    if len(part) == 1:
        return _alone(reach, part[0])
    for first in part:
        for second in part:
            if first is second:
                continue
            at = _diverts(graph, first, _able(graph, second))
            if at is not None:
                where = f"with {words(first)} the route at {place(at)}"
                past = f"goes past the question that settles {second.facet}"
                return f"no reader has {together(part)}: {where} {past}"
    return f"no reader has {together(part)} together"


def _alone(reach: Reach, test: Test) -> str:
    if test.values == (UNSET,):
        return f"every reader who comes this far has settled {test.facet}"
    if not any(facet == test.facet for facet, _ in reach.settled):
        return f"no answer settles {test.facet}"
    return f"no answer settles {words(test)}"


def _able(graph: Graph, test: Test) -> set[str]:
    """The questions that can settle what the test asks for."""
    return {
        name
        for name in graph.order
        for option in graph.guide.question[name].options
        if option.settles.get(test.facet) in test.values
    }


def _diverts(graph: Graph, first: Test, wanted: set[str]) -> Place | None:
    """The first route, taken with ``first`` fulfilled, that leads past all wanted questions."""
    found: list[Place] = []
    before = _can_come_to(graph, wanted)

    def note(move: Move) -> Change[None]:
        name = move.question.id
        if graph.packing.scenario(move.after).get(first.facet) in first.values and (
            name in before and name not in wanted and move.route.go not in before
        ):
            found.append(move.route.at)
        return unchanged

    Sweep[None](graph, lambda _: (first.facet,), None, note)
    return found[0] if found else None


def _can_come_to(graph: Graph, wanted: set[str]) -> set[str]:
    found = set(wanted)
    for name in reversed(graph.order):
        if any(route.go in found for route in all_routes(graph.guide.question[name])):
            found.add(name)
    return found
