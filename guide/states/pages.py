"""The distinct pages of a guide: how many there are, what is on them, and who gets them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, repeat
from operator import add, or_
from typing import NamedTuple

from guide.model.conditions import Conditional
from guide.model.schema import Block
from guide.states.graph import Graph
from guide.states.packing import bits
from guide.states.page_factors import Ending, Stem, Stems
from guide.states.sweep import State, TooManyStates


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
        sections = graph.guide.sections
        self.blocks = [b for s in sections for b in graph.guide.blocks.get(s.id, ())]
        self._shown = (1 << len(self.blocks)) - 1
        parts = [part for s in sections for part in s.parts if part.when or part.unless]
        things: list[Conditional] = [*self.blocks, *parts]
        self._bit = {id(thing): 1 << number for number, thing in enumerate(things)}
        self._stems = Stems(graph, things)

    def __len__(self) -> int:
        """How many distinct pages there are."""
        return sum(len(endings) for endings in self._together.values())

    def __iter__(self) -> Iterator[Page]:
        """Every distinct page with the shortest answers to it, the shortest first."""
        ways: dict[int, tuple[int, State, str]] = {}
        for state in self._stems.ends:
            _keep_shortest(ways, state.tag & self._shown, (state.steps, state, ""))
        endings = self._stems.endings
        for state in self._stems.last:
            for ending, option in endings[state.values].items():
                page = (state.tag | ending) & self._shown
                _keep_shortest(ways, page, (state.steps + 1, state, option))
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

    def bits(self, things: Iterable[Conditional]) -> int:
        """The bits of some blocks, and of parts that are not for everyone."""
        return sum(self._bit[id(thing)] for thing in things)

    def held(self, of: int) -> set[int]:
        """Which of these bits come together, for any reader there can be."""
        result: set[int] = set()
        for endings, stems in self._by_endings:
            some = {stem & of for stem in stems}
            result |= {stem | ending for ending in {e & of for e in endings} for stem in some}
        return result

    @cached_property
    def _by_endings(self) -> list[tuple[frozenset[Ending], list[Stem]]]:
        result: dict[frozenset[Ending], list[Stem]] = {}
        for stem, endings in self._stems.together.items():
            result.setdefault(endings, []).append(stem)
        return list(result.items())

    @cached_property
    def _together(self) -> dict[Stem, frozenset[Ending]]:
        """For each stem its endings, blocks alone."""
        result: dict[Stem, frozenset[Ending]] = {}
        shown = self._shown
        for endings, stems in self._by_endings:
            ends = frozenset([ending & shown for ending in endings])
            for stem in stems:
                known = result.get(stem & shown)
                result[stem & shown] = ends if known is None else known | ends
        return result

    def _folded(self, values: Sequence[int], fold: Callable[[int, int], int]) -> Iterator[int]:
        of = _folder(values, fold)
        ends: dict[frozenset[Ending], list[int]] = {}
        for endings in self._together.values():
            if endings not in ends:
                ends[endings] = [of(ending) for ending in endings]
        return chain.from_iterable(
            map(fold, repeat(of(stem)), ends[endings]) for stem, endings in self._together.items()
        )


_CHUNK = 64
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
                own = 0
                for n in bits(chunk):
                    own = fold(own, values[place * _CHUNK + n])
                known[chunk] = own
            total = fold(total, known[chunk])
        return total

    return of


def _keep_shortest(
    ways: dict[int, tuple[int, State, str]], page: int, way: tuple[int, State, str]
) -> None:
    if page not in ways or way[0] < ways[page][0]:
        ways[page] = way


def list_pages(graph: Graph) -> Pages | None:
    """The distinct pages; None if there are too many states to follow, or questions in a circle."""
    if not graph.order or graph.passes != graph.order:
        return None
    try:
        return Pages(graph)
    except TooManyStates:
        return None
