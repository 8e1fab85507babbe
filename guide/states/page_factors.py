"""What is certain of a page before the last question, and what its answers add.

Even the guide that ships has too many pages to compose one by one in a second. So they are kept
as *stems*, what is certain before the last question, and for each stem the *endings* that the
last question can add. A set of things is one whole number, a bit for each.
"""

from collections.abc import Sequence
from functools import cached_property

from guide.model.conditions import Conditional, reads
from guide.model.schema import ADVICE
from guide.states.graph import Graph
from guide.states.packing import Rule, met
from guide.states.sweep import Move, State, Sweep

Stem = int
Ending = int


class Stems:
    """For every reader which of some things hold: blocks, parts.

    Raises:
        TooManyStates: if there are too many to find.

    """

    def __init__(self, graph: Graph, things: Sequence[Conditional]) -> None:
        self._graph = graph
        self._rules = [graph.packing.rule(thing) for thing in things]
        self._pending = _Pending(graph, things)
        self._deciders: dict[tuple[str, str], _Decider] = {}
        last = graph.order[-1]
        self._mask = sum(1 << number for number in self._pending.at(last))
        self._sweep = Sweep(graph, self._pending.live, self._at_start(), self._certain)
        self.last = self._sweep.at(last)
        """The states before the last question; the tag is the stem."""
        self.ends: list[State] = self._sweep.at(ADVICE)
        """The states in which the advice is reached without it; the tag is all that holds."""

    @cached_property
    def endings(self) -> dict[int, dict[Ending, str]]:
        """Values before the last question -> what its answers add, and the first to add it."""
        result: dict[int, dict[Ending, str]] = {}
        for state in self.last:
            if state.values not in result:
                own = result[state.values] = {}
                for move in self._sweep.moves(state.question, state.values):
                    own.setdefault(self._certain(move), move.option.id)
        return result

    @cached_property
    def together(self) -> dict[Stem, frozenset[Ending]]:
        """For each stem its endings."""
        each = {values: frozenset(endings) for values, endings in self.endings.items()}
        result: dict[Stem, frozenset[Ending]] = {}
        for state in self.last:
            known, more = result.get(state.tag), each[state.values]
            if known is not more:
                result[state.tag] = more if known is None else known | more
        for state in self.ends:
            stem = state.tag & ~self._mask
            result[stem] = result.get(stem, frozenset()) | {state.tag & self._mask}
        return result

    def _at_start(self) -> int:
        pending = set(self._pending.at(self._graph.order[0]))
        decided = [(n, rule) for n, rule in enumerate(self._rules) if n not in pending]
        return sum(1 << n for n, rule in decided if met(rule, self._graph.packing.nothing))

    def _certain(self, move: Move) -> int:
        edge = (move.question.id, move.route.go)
        decider = self._deciders.get(edge)
        if decider is None:
            decider = self._deciders[edge] = self._decider(move)
        return decider.certain(move.after)

    def _decider(self, move: Move) -> "_Decider":
        groups: dict[int, list[tuple[int, Rule]]] = {}
        for number in self._pending.decided(move):
            facets = self._graph.packing.facets(self._pending.reads[number])
            groups.setdefault(facets, []).append((1 << number, self._rules[number]))
        return _Decider(groups)


class _Pending:
    """Which of some conditions can still change at each question."""

    def __init__(self, graph: Graph, things: Sequence[Conditional]) -> None:
        self._graph = graph
        self.reads = [reads(thing) for thing in things]
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
        numbers = self._by_edge.get(edge)
        if numbers is None:
            after = frozenset(self.at(edge[1]))
            numbers = tuple(number for number in self.at(edge[0]) if number not in after)
            self._by_edge[edge] = numbers
        return numbers


class _Decider:
    """Decides what becomes certain on one edge, once for each values of the facets read."""

    def __init__(self, groups: dict[int, list[tuple[int, Rule]]]) -> None:
        self._groups: list[tuple[int, list[tuple[int, Rule]], dict[int, int]]] = [
            (facets, rules, {}) for facets, rules in groups.items()
        ]

    def certain(self, scenario: int) -> int:
        """The bits of what holds in a scenario."""
        total = 0
        for facets, rules, known in self._groups:
            values = scenario & facets
            result = known.get(values)
            if result is None:
                result = known[values] = sum([bit for bit, rule in rules if met(rule, values)])
            total |= result
        return total
