"""Why no reader sees a block: the smallest part of its condition that nobody fulfils."""

from itertools import combinations

from guide.explore import Goal, shortest_answers
from guide.model.schema import UNSET, Block, Place, Test
from guide.proof.graph import Graph, all_routes
from guide.proof.reach import Reach
from guide.proof.sweep import Move, Sweep


def why_unseen(graph: Graph, reach: Reach, block: Block) -> str:
    """The reason in words, with the place of what stands in the way."""
    reasons = []
    for table in block.when.any_of if block.when else ((),):
        reason = _why_no_match(graph, reach, table)
        if reason and reason not in reasons:
            reasons.append(reason)
    if reasons:
        return "; ".join(reasons)
    return "whoever fulfils its 'when' also fulfils its 'unless'"


def _why_no_match(graph: Graph, reach: Reach, table: tuple[Test, ...]) -> str:
    for size in range(1, len(table) + 1):
        for part in combinations(table, size):
            goal = Goal({test.facet: frozenset(test.values) for test in part})
            if shortest_answers(graph.guide, goal) is None:
                return _in_words(graph, reach, part)
    return ""


def _in_words(graph: Graph, reach: Reach, part: tuple[Test, ...]) -> str:
    together = " and ".join(words(test) for test in part)
    if len(part) == 1:
        return _alone(reach, part[0])
    for first in part:
        for second in part:
            if first is not second and (place := _diverts(graph, first, second)):
                where = f"with {words(first)} the route at {place.file}:{place.line}"
                past = f"goes past the question that settles {second.facet}"
                return f"no reader has {together}: {where} {past}"
    return f"no reader has {together} together"


def _alone(reach: Reach, test: Test) -> str:
    if test.values == (UNSET,):
        return f"every reader who comes this far has settled {test.facet}"
    if not any(facet == test.facet for facet, _ in reach.settled):
        return f"no answer settles {test.facet}"
    return f"no answer settles {words(test)}"


def _diverts(graph: Graph, first: Test, second: Test) -> Place | None:
    """The first route, taken with ``first`` fulfilled, after which ``second`` can't be settled."""
    wanted = set(second.values)
    able = {
        name
        for name in graph.order
        for option in graph.guide.question[name].options
        if option.settles.get(second.facet) in wanted
    }
    found: list[Place] = []
    before = _can_come_to(graph, able)

    def note(move: Move[None]) -> None:
        name = move.question.id
        if move.scenario.get(first.facet) not in first.values:
            return
        if name in before and name not in able and move.route.go not in before:
            found.append(move.route.at)

    Sweep[None](graph, lambda _: (first.facet,), None, note)
    return found[0] if found else None


def _can_come_to(graph: Graph, able: set[str]) -> set[str]:
    found = set(able)
    for name in reversed(graph.order):
        if any(route.go in found for route in all_routes(graph.guide.question[name])):
            found.add(name)
    return found


def words(test: Test) -> str:
    """A test as an author wrote it: ``glass=cracked`` or ``glass=whole|cracked``."""
    return f"{test.facet}={'|'.join(test.values)}"
