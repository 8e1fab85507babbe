"""The shortest answers after which several things are certain, such as two blocks on one page.

A condition is decided at the first question after which none of its facets can change, and its
facets are forgotten there: the states tell apart only what is still to be decided.
"""

from collections.abc import Sequence
from typing import NamedTuple

from guide.model.conditions import Conditional, tests
from guide.model.schema import ADVICE
from guide.states.graph import Graph
from guide.states.packing import met
from guide.states.sweep import Change, Move, State, Sweep, unchanged


class Wish(NamedTuple):
    """Something that shall hold, or shall not."""

    thing: Conditional
    holds: bool = True


def shortest(graph: Graph, wishes: Sequence[Wish]) -> dict[str, str] | None:
    """The fewest answers after which every wish is certain to be met; None if nobody can."""
    if _contradict([wish.thing for wish in wishes if wish.holds]):
        return None
    return _Search(graph, wishes).found()


class Pending:
    """Which of some conditions can still change at each question."""

    def __init__(self, graph: Graph, things: Sequence[Conditional]) -> None:
        self._graph = graph
        self.reads = [frozenset(test.facet for test in tests(thing)) for thing in things]
        self._known: dict[str, tuple[int, ...]] = {}
        self._by_edge: dict[tuple[str, str], tuple[int, ...]] = {}

    def at(self, name: str) -> tuple[int, ...]:
        """The numbers of the things that are not decided yet."""
        known = self._known.get(name)
        if known is None:
            changeable = self._graph.settled_from[name]
            numbers = (n for n, reads in enumerate(self.reads) if not changeable.isdisjoint(reads))
            known = self._known[name] = tuple(numbers)
        return known

    def live(self, name: str) -> frozenset[str]:
        """The facets that must be known to decide them."""
        return frozenset().union(*(self.reads[number] for number in self.at(name)))

    def decided(self, move: Move) -> tuple[int, ...]:
        """The things that this move decides."""
        edge = (move.question.id, move.route.go)
        found = self._by_edge.get(edge)
        if found is None:
            after = frozenset(self.at(edge[1]))
            found = tuple(number for number in self.at(edge[0]) if number not in after)
            self._by_edge[edge] = found
        return found


class _Search:
    """One pass, in which every state knows how many wishes are met, or that one is not."""

    DEAD = -1

    def __init__(self, graph: Graph, wishes: Sequence[Wish]) -> None:
        self._graph = graph
        self._wishes = [(graph.packing.rule(wish.thing), wish.holds) for wish in wishes]
        self._pending = Pending(graph, [wish.thing for wish in wishes])

    def found(self) -> dict[str, str] | None:
        order = self._graph.order
        if not order:
            return None
        still = self._pending.at(order[0])
        decided = [n for n in range(len(self._wishes)) if n not in still]
        start = len(decided) if self._met(decided, self._graph.packing.nothing) else self.DEAD
        sweep = Sweep[int](self._graph, self._pending.live, start, self._retag)
        if start == len(self._wishes):
            return {} if sweep.ends() else None
        best: State[int] | None = None
        for name in (*order, ADVICE):
            for state in sweep.at(name):
                met_all = state.tag == len(self._wishes)
                if met_all and (best is None or state.steps < best.steps):
                    best = state
        return best.answers() if best else None

    def _retag(self, move: Move) -> Change[int]:
        decided = self._pending.decided(move)
        if not decided:
            return unchanged
        if not self._met(decided, move.after):
            return lambda _: self.DEAD
        return lambda met: met if met == self.DEAD else met + len(decided)

    def _met(self, decided: Sequence[int], packed: int) -> bool:
        wishes = [self._wishes[number] for number in decided]
        return all(met(rule, packed) == wanted for rule, wanted in wishes)


def _contradict(things: Sequence[Conditional]) -> bool:
    """Whether two of them plainly can't hold together: seen at once, and true of most."""
    allowed: dict[str, set[str]] = {}
    for thing in things:
        if thing.when is None or len(thing.when.any_of) != 1:
            continue
        for test in thing.when.any_of[0]:
            known = allowed.setdefault(test.facet, set(test.values))
            known &= set(test.values)
            if not known:
                return True
    return False
