"""The distinct pages of a guide: how many there are, how long, how hard to read.

Even the guide that ships has too many pages to compose one by one in a second. So they are kept
as *stems*, the blocks that are certain before the last question, and for each stem the
*endings* that the last question can add. A set of blocks is one whole number, a bit for each.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from guide.conditions import applies, tests
from guide.model.schema import Block, Scenario
from guide.proof.graph import Graph
from guide.proof.sweep import Bounds, Move, State, Sweep, TooManyStates

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
        self._last = list(self._sweep.states[last].values())

    def __len__(self) -> int:
        """How many distinct pages there are."""
        return sum(len(endings) for endings in self._stems.values())

    def __iter__(self) -> Iterator[Page]:
        """Every distinct page with the shortest answers to it, the shortest first."""
        ways: dict[int, tuple[int, State[int], str]] = {}
        for state in self._sweep.ends():
            _keep_shortest(ways, state.tag, (state.steps, state, ""))
        for state in self._last:
            for move in self._sweep.moves(state):
                way = (state.steps + 1, state, move.option.id)
                _keep_shortest(ways, state.tag | self._certain(move), way)
        for page, (_, state, option) in sorted(ways.items(), key=lambda item: item[1][0]):
            answers = state.answers()
            if option:
                answers[state.question] = option
            yield Page(tuple(self.blocks[n] for n in _bits(page)), answers)

    def sums(self, weights: list[int]) -> Counter[int]:
        """How many pages have which sum of their blocks' weights."""
        weigh = _weigher(weights)
        found: Counter[int] = Counter()
        for stem, endings in self._stems.items():
            base = weigh(stem)
            found.update([base + weigh(ending) for ending in endings])
        return found

    def images(self, bits: list[int]) -> Iterator[int]:
        """Every distinct page as one number: the bits of its blocks, put together."""
        known: dict[int, int] = {}

        def image(blocks: int) -> int:
            if blocks not in known:
                known[blocks] = reduce(or_, [bits[n] for n in _bits(blocks)], 0)
            return known[blocks]

        for stem, endings in self._stems.items():
            base = image(stem)
            for ending in endings:
                yield base | image(ending)

    @cached_property
    def _stems(self) -> dict[int, frozenset[int]]:
        """Stem -> its endings."""
        by_values: dict[object, frozenset[int]] = {}
        found: dict[int, frozenset[int]] = {}
        for state in self._last:
            if state.values not in by_values:
                moves = self._sweep.moves(state)
                by_values[state.values] = frozenset([self._certain(move) for move in moves])
            known = found.get(state.tag)
            more = by_values[state.values]
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

    def _retag(self, move: Move[int]) -> int:
        return move.state.tag | self._certain(move)

    def _certain(self, move: Move[int]) -> int:
        edge = (move.question.id, move.route.go)
        decider = self._deciders.get(edge)
        if decider is None:
            still = set(self._pending[edge[1]])
            numbers = [n for n in self._pending[edge[0]] if n not in still]
            blocks = [(1 << n, self.blocks[n]) for n in numbers]
            facets = frozenset().union(*(self._reads[n] for n in numbers))
            decider = self._deciders[edge] = _Decider(blocks, tuple(facets))
        return decider.certain(move.scenario)


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

    def __init__(self, blocks: list[tuple[int, Block]], facets: tuple[str, ...]) -> None:
        self._blocks = blocks
        self._facets = facets
        self._known: dict[tuple[str | None, ...], int] = {}

    def certain(self, scenario: Scenario) -> int:
        key = tuple([scenario.get(facet) for facet in self._facets])
        found = self._known.get(key)
        if found is None:
            found = sum(bit for bit, block in self._blocks if applies(block, scenario))
            self._known[key] = found
        return found


def _keep_shortest(
    ways: dict[int, tuple[int, State[int], str]], page: int, way: tuple[int, State[int], str]
) -> None:
    if page not in ways or way[0] < ways[page][0]:
        ways[page] = way


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _weigher(weights: list[int]) -> Callable[[int], int]:
    known: dict[int, int] = {}

    def weigh(blocks: int) -> int:
        if blocks not in known:
            known[blocks] = sum([weights[n] for n in _bits(blocks)])
        return known[blocks]

    return weigh


def list_pages(graph: Graph) -> Pages | None:
    """The distinct pages; None if there are more states than are worth following."""
    if not graph.order:
        return None
    try:
        return Pages(graph)
    except TooManyStates:
        return None
