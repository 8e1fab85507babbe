"""The readers who are asked a question, as far as some blocks can tell them apart."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from guide.model.schema import Question
from guide.states.graph import Graph
from guide.states.packing import Rule, met
from guide.states.sweep import Bounds, State, Sweep, TooManyStates, sweep_all, unchanged


class Group(NamedTuple):
    """Blocks that read the same facets; they are followed together."""

    reads: frozenset[str]
    mask: int
    """All bits of these facets."""
    rules: list[Rule]
    """The conditions of the blocks."""

    def differs(self, first: int, second: int) -> bool:
        """Whether some block is shown in one of two packed scenarios and not in the other."""
        return any(met(rule, first) != met(rule, second) for rule in self.rules)


class Asked:
    """The states before a question, told apart by what a group reads.

    One pass serves all groups where few facets reach across a question, as in a long chain with
    local conditions; else there is one pass for each group.
    """

    FEW = 20
    """States of a question, on average, in the pass for all."""

    def __init__(self, graph: Graph, groups: list[frozenset[str]]) -> None:
        self._graph = graph
        self._groups = groups
        self._passes: dict[frozenset[str], Sweep[None]] = {}

    def fewest_first(self) -> Iterator[Callable[[Question, Group], list[int]]]:
        """Where to look: where all cost a pass for each group, first at a few."""
        if not self._for_all:
            yield self.some
        yield self.all

    def all(self, question: Question, group: Group) -> list[int]:
        """The packed scenarios of the states before this question, as far as they matter."""
        sweep = self._for_all or self._for_one(group.reads)
        return [state.values for state in sweep.at(question.id)]

    def some(self, question: Question, group: Group) -> list[int]:
        """A few of them: most differences show at once."""
        matters = group.mask | self._graph.routes_read[question.id]
        return [scenario & matters for scenario in self._shortest[question.id]]

    @cached_property
    def _for_all(self) -> Sweep[None] | None:
        try:
            bounds = Bounds(self.FEW * len(self._graph.order))
            return Sweep[None](self._graph, self._across, None, lambda _: unchanged, bounds)
        except TooManyStates:
            return None

    @cached_property
    def _shortest(self) -> dict[str, list[int]]:
        """Question id -> whole scenarios of readers who are asked it, by the shortest ways."""
        sweep = sweep_all(self._graph)
        whole: dict[State[None], int] = {}
        for name in self._graph.order:
            for state in sweep.at(name):
                whole[state] = self._graph.packing.nothing
                if state.before is not None:
                    before = state.before.question
                    choices = self._graph.choices[before]
                    taken = next(one for one in choices if one.option.id == state.option)
                    whole[state] = taken.settle(whole[state.before])
        return {name: [whole[state] for state in sweep.at(name)] for name in self._graph.order}

    def _across(self, name: str) -> frozenset[str]:
        later = self._graph.settled_from[name]
        return frozenset().union(*(g for g in self._groups if not g.isdisjoint(later)))

    def _for_one(self, reads: frozenset[str]) -> Sweep[None]:
        if reads not in self._passes:
            self._passes[reads] = sweep_all(self._graph, reads)
        return self._passes[reads]
