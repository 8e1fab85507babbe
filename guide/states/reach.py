"""The scenarios that readers can reach: before each question, after each answer, at the end.

All readers are followed together, one question at a time, as sets. Where only some facets are
asked for, each is forgotten as soon as no later route reads it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.model.routes import routes
from guide.model.schema import ADVICE, Guide, Option, Question
from guide.states.graph import Graph
from guide.states.sets import EMPTY, START, Set, Sets


class Reached(NamedTuple):
    """What one pass over the questions found."""

    order: tuple[str, ...]
    """Question ids so that every route leads forward."""
    before: dict[str, Set]
    """Question id, or the advice -> the scenarios in which it is come to."""
    moves: dict[tuple[str, str], dict[str, Set]]
    """(question, option) -> where it leads -> the scenarios, with what the option settles."""
    taken: dict[tuple[str, str], tuple[Set, ...]]
    """(question, option) -> for each of its routes the scenarios in which it is taken."""
    ends: Set
    """The scenarios that get a page."""


def reach(sets: Sets, guide: Guide, only: Iterable[str] | None = None) -> Reached:
    """Follow all readers together.

    Args:
        sets: over all facets of the guide.
        guide: whose routes lead only forward.
        only: the facets to be told apart at the end; those that later routes read are told apart
            until then. None: all facets, to the end.

    Raises:
        TooLarge: if the sets grow beyond their limit.

    """
    return _Pass(sets, Graph(guide), None if only is None else frozenset(only)).run()


class _Pass:
    def __init__(self, sets: Sets, graph: Graph, only: frozenset[str] | None) -> None:
        self.sets = sets
        self.graph = graph
        self.only = only
        self.gone: dict[tuple[str, str], frozenset[int]] = {}

    def run(self) -> Reached:
        sets, order = self.sets, self.graph.order
        before: dict[str, Set] = dict.fromkeys((*order, ADVICE), EMPTY)
        if order:
            before[order[0]] = START
        moves: dict[tuple[str, str], dict[str, Set]] = {}
        taken: dict[tuple[str, str], tuple[Set, ...]] = {}
        for name in self.graph.passes:
            question = self.graph.guide.question[name]
            for option in question.options:
                key = name, option.id
                taken[key] = tuple(self._taken(question, option, before[name]))
                moves[key] = {}
                for route, these in zip(routes(question, option), taken[key], strict=True):
                    if route.go in before and these != EMPTY:
                        known = moves[key].get(route.go, EMPTY)
                        moves[key][route.go] = sets.union(known, these)
                for target, these in moves[key].items():
                    arriving = sets.forget(these, self._gone(name, target))
                    before[target] = sets.union(before[target], arriving)
        return Reached(order, before, moves, taken, before[ADVICE])

    def _taken(self, question: Question, option: Option, left: Set) -> Iterator[Set]:
        """For each route, who takes it; what no later route reads is not settled at all."""
        for facet, value in option.settles.items():
            if self.only is None or facet in self._told_apart(question.id):
                left = self.sets.put(left, facet, value)
        for route in routes(question, option):
            these = self.sets.where(left, route)
            left = self.sets.minus(left, these)
            yield these

    def _told_apart(self, name: str) -> frozenset[str]:
        return self.graph.read_from[name] | (self.only or frozenset())

    def _gone(self, name: str, target: str) -> frozenset[int]:
        """The levels of the facets that matter no more when this edge is gone along."""
        if self.only is None:
            return frozenset()
        edge = name, target
        if edge not in self.gone:
            facets = self._told_apart(name) - self._told_apart(target)
            level = self.sets.level
            self.gone[edge] = frozenset(level[facet] for facet in facets if facet in level)
        return self.gone[edge]
