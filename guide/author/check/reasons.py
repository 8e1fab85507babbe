"""Why no reader sees a block or takes a route: the smallest part of a condition nobody fulfils."""

from collections.abc import Callable, Iterator
from itertools import combinations, permutations

from guide.author.check.labels import place, together, words
from guide.author.check.routes import DeadRoute, RoutesProof
from guide.model.conditions import reads
from guide.model.routes import routes
from guide.model.schema import UNSET, Block, Condition, Option, Place, Question, Test
from guide.states.graph import Graph, all_routes
from guide.states.readers import Readers
from guide.states.sets import EMPTY

Tests = tuple[Test, ...]

_TRIED = 3
"""Tests of which every choice is tried, from one on."""


def why_unseen(readers: Readers, proof: RoutesProof, block: Block) -> str:
    """The reason in words, with the place of what stands in the way."""
    sets, ends = readers.ends(reads(block))
    reasons = []
    for table in _tables(block.when):
        part = _smallest(table, lambda part: sets.within(ends, sets.functions.table(part)) != EMPTY)
        if part:
            reasons.append(_no_reader(readers, proof, part))
    return "; ".join(dict.fromkeys(reasons)) or (
        "whoever fulfils its 'when' also fulfils its 'unless'"
    )


def why_not_taken(readers: Readers, proof: RoutesProof, dead: DeadRoute) -> str:
    """The reason in words, with the place of what stands in the way."""
    if dead.shadows:
        return f"it is shadowed by {', '.join(place(route.at) for route in dead.shadows)}"
    sets = readers.sets
    question = dead.question
    takers = [o for o in question.options if any(r is dead.route for r in routes(question, o))]
    able = sets.all([sets.all(readers.routes.taken[question.id, o.id]) for o in takers])
    reasons = []
    for table in _tables(dead.route.when):
        part = _smallest(table, lambda part: sets.within(able, sets.functions.table(part)) != EMPTY)
        if part:
            reasons.append(_nobody_asked(readers, proof, question, part))
    return "; ".join(dict.fromkeys(reasons)) or (
        f"whoever is asked {question.id!r} and fulfils its 'when' also fulfils its 'unless'"
    )


def _tables(condition: Condition | None) -> tuple[Tests, ...]:
    return condition.any_of if condition else ((),)


def _smallest(table: Tests, possible: Callable[[Tests], bool]) -> Tests:
    """The fewest tests of a table that nobody fulfils together; none if somebody fulfils all.

    Of many tests none can be left out, but fewer may do: to try all of 17 would be 131,072 tries.
    """
    if possible(table):
        return ()
    for size in range(1, min(len(table), _TRIED) + 1):
        for part in combinations(table, size):
            if not possible(part):
                return part
    for test in reversed(table):
        fewer = tuple(other for other in table if other is not test)
        table = table if possible(fewer) else fewer
    return table


def _nobody_asked(readers: Readers, proof: RoutesProof, question: Question, part: Tests) -> str:
    if len(part) == 1:
        late = _settled_later(readers.graph, question, part[0])
        if late is not None:
            facet = part[0].facet
            return f"{facet} is read before it is settled; the first answer to do so is at {late}"
        if UNSET not in part[0].values and not _settled(proof, part[0]):
            return f"no answer settles {words(part[0])}"
    nobody = f"nobody who is asked {question.id!r} has {together(part)}"
    for test in part:
        at = _diverts(readers, test, {question.id})
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


def _settled(proof: RoutesProof, test: Test) -> bool:
    return any((test.facet, value) in proof.settled for value in test.values)


def _no_reader(readers: Readers, proof: RoutesProof, part: Tests) -> str:
    if len(part) == 1:
        return _alone(proof, part[0])
    for first, second in permutations(part, 2):
        at = _diverts(readers, first, _able(readers.graph, second))
        if at is not None:
            where = f"with {words(first)} the route at {place(at)}"
            past = f"goes past the question that settles {second.facet}"
            return f"no reader has {together(part)}: {where} {past}"
    return f"no reader has {together(part)} together"


def _alone(proof: RoutesProof, test: Test) -> str:
    if test.values == (UNSET,):
        return f"every reader who comes this far has settled {test.facet}"
    if not any(facet == test.facet for facet, _ in proof.settled):
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


def _diverts(readers: Readers, first: Test, wanted: set[str]) -> Place | None:
    """The first route, taken with ``first`` fulfilled, that leads past all wanted questions."""
    before = _can_come_to(readers.graph, wanted)
    sets, reached = readers.telling(first.facet)
    having = sets.functions.table([first])
    for name in reached.order:
        if name not in before or name in wanted:
            continue
        question = readers.guide.question[name]
        for option in question.options:
            taken = reached.taken[name, option.id]
            for route, these in zip(routes(question, option), taken, strict=True):
                if route.go not in before and sets.within(these, having) != EMPTY:
                    return route.at
    return None


def _can_come_to(graph: Graph, wanted: set[str]) -> set[str]:
    before = set(wanted)
    for name in reversed(graph.passes):
        if any(route.go in before for route in all_routes(graph.guide.question[name])):
            before.add(name)
    return before
