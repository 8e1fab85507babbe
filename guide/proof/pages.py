"""The distinct pages of a guide: how many there are, how long, how hard to read.

Even the guide that ships has too many pages to compose one by one in a second. So they are kept
as *stems*, the blocks that are certain before the last question, and for each stem the
*endings* that the last question can add. A set of blocks is one whole number, a bit for each.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from operator import add, or_
from typing import NamedTuple

from guide.conditions import applies, tests
from guide.model.schema import Block
from guide.proof.graph import Graph
from guide.proof.packing import Rule, bits, met
from guide.proof.sweep import Bounds, Change, Move, State, Sweep, TooManyStates

LIMIT = 60_000
"""States before the last answer; beyond it pages are not counted. The proof has no such limit."""


class Page(NamedTuple):
    """A distinct page and the shortest answers that lead to it."""

    blocks: tuple[Block, ...]
    answers: dict[str, str]


class Pages:
    """Every distinct page of a guide.

    Raises:
        TooManyStates: if there are too many to find.

    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.blocks = [b for s in graph.guide.sections for b in graph.guide.blocks.get(s.id, ())]
        self._reads = [frozenset(test.facet for test in tests(block)) for block in self.blocks]
        self._pending = _Cache(self._undecided)
        self._deciders: dict[tuple[str, str], _Decider] = {}
        last = graph.order[-1]
        self._mask = sum(1 << number for number in self._pending[last])
        bounds = Bounds(LIMIT, stop=last)
        self._sweep = Sweep(graph, self._live, self._at_start(), self._retag, bounds)
        self._last = self._sweep.at(last)

    def __len__(self) -> int:
        """How many distinct pages there are."""
        return sum(len(endings) for endings in self._stems.values())

    def __iter__(self) -> Iterator[Page]:
        """Every distinct page with the shortest answers to it, the shortest first."""
        ways: dict[int, tuple[int, State[int], str]] = {}
        for state in self._sweep.ends():
            _keep_shortest(ways, state.tag, (state.steps, state, ""))
        endings = self._endings
        for state in self._last:
            for ending, option in endings[state.values].items():
                _keep_shortest(ways, state.tag | ending, (state.steps + 1, state, option))
        for page, (_, state, option) in sorted(ways.items(), key=lambda item: item[1][0]):
            answers = state.answers()
            if option:
                answers[state.question] = option
            yield Page(tuple(self.blocks[n] for n in bits(page)), answers)

    def sums(self, weights: Sequence[int]) -> Counter[int]:
        """How many pages have which sum of their blocks' weights."""
        return Counter(self._folded(weights, add))

    def images(self, marks: Sequence[int]) -> Iterator[int]:
        """Every distinct page as one number: the bits of its blocks, put together."""
        return self._folded(marks, or_)

    def _folded(self, values: Sequence[int], fold: Callable[[int, int], int]) -> Iterator[int]:
        of = _folder(values, fold)
        ends: dict[frozenset[int], list[int]] = {}
        for stem, endings in self._stems.items():
            base = of(stem)
            if endings not in ends:
                ends[endings] = [of(ending) for ending in endings]
            for end in ends[endings]:
                yield fold(base, end)

    @cached_property
    def _endings(self) -> dict[int, dict[int, str]]:
        """Values before the last question -> what its answers add, and the first to add it."""
        found: dict[int, dict[int, str]] = {}
        for state in self._last:
            if state.values not in found:
                mine = found[state.values] = {}
                for move in self._sweep.moves(state.question, state.values):
                    mine.setdefault(self._certain(move), move.option.id)
        return found

    @cached_property
    def _stems(self) -> dict[int, frozenset[int]]:
        """Stem -> its endings."""
        each = {values: frozenset(found) for values, found in self._endings.items()}
        found: dict[int, frozenset[int]] = {}
        for state in self._last:
            known, more = found.get(state.tag), each[state.values]
            if known is not more:
                found[state.tag] = more if known is None else known | more
        for state in self._sweep.ends():
            stem = state.tag & ~self._mask
            found[stem] = found.get(stem, frozenset()) | {state.tag & self._mask}
        return found

    def _undecided(self, name: str) -> tuple[int, ...]:
        changeable = self._graph.settled_from[name]
        return tuple(n for n, reads in enumerate(self._reads) if not changeable.isdisjoint(reads))

    def _live(self, name: str) -> frozenset[str]:
        return frozenset().union(*(self._reads[n] for n in self._pending[name]))

    def _at_start(self) -> int:
        pending = set(self._pending[self._graph.order[0]])
        numbers = (n for n in range(len(self.blocks)) if n not in pending)
        return sum(1 << n for n in numbers if applies(self.blocks[n], {}))

    def _retag(self, move: Move) -> Change[int]:
        return self._certain(move).__or__

    def _certain(self, move: Move) -> int:
        edge = (move.question.id, move.route.go)
        decider = self._deciders.get(edge)
        if decider is None:
            decider = self._deciders[edge] = self._decider(*edge)
        return decider.certain(move.after)

    def _decider(self, here: str, there: str) -> "_Decider":
        packing, still = self._graph.packing, set(self._pending[there])
        numbers = [n for n in self._pending[here] if n not in still]
        facets = packing.facets(facet for n in numbers for facet in self._reads[n])
        return _Decider([(1 << n, packing.rule(self.blocks[n])) for n in numbers], facets)


class _Cache(dict[str, tuple[int, ...]]):
    """What a function gives for a name, found when it is first asked for."""

    def __init__(self, find: Callable[[str], tuple[int, ...]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, name: str) -> tuple[int, ...]:
        self[name] = self._find(name)
        return self[name]


class _Decider:
    """Decides the blocks that become certain on one edge, once for each values they read."""

    def __init__(self, rules: list[tuple[int, Rule]], facets: int) -> None:
        self._rules = rules
        self._facets = facets
        self._known: dict[int, int] = {}

    def certain(self, scenario: int) -> int:
        key = scenario & self._facets
        found = self._known.get(key)
        if found is None:
            found = sum([bit for bit, rule in self._rules if met(rule, scenario)])
            self._known[key] = found
        return found


def _keep_shortest(
    ways: dict[int, tuple[int, State[int], str]], page: int, way: tuple[int, State[int], str]
) -> None:
    if page not in ways or way[0] < ways[page][0]:
        ways[page] = way


_CHUNK = 32
"""Bits that are looked up together: few enough for their combinations to come again and again."""


def _folder(values: Sequence[int], fold: Callable[[int, int], int]) -> Callable[[int], int]:
    """Adds up the values of the bits of a number, or whatever else ``fold`` does."""
    chunks: list[dict[int, int]] = [{} for _ in range(0, len(values), _CHUNK)]
    low = (1 << _CHUNK) - 1

    def of(number: int) -> int:
        total = 0
        for place, known in enumerate(chunks):
            chunk = number >> place * _CHUNK & low
            if chunk not in known:
                mine = 0
                for n in bits(chunk):
                    mine = fold(mine, values[place * _CHUNK + n])
                known[chunk] = mine
            total = fold(total, known[chunk])
        return total

    return of


def list_pages(graph: Graph) -> Pages | None:
    """The distinct pages; None if there are more states than are worth following."""
    if not graph.order:
        return None
    try:
        return Pages(graph)
    except TooManyStates:
        return None
