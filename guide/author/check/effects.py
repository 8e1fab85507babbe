"""Which answers matter: questions and options that change no page, whatever else is answered.

Two readers who differ in one answer are alike if both get the same page whenever they give the
same answer to every question that both are asked. So a page is worked out backward as a function
of what is settled *and* of the answers still to come: at the ends of the diagrams stand nodes for
questions, ordered as the questions are, each with what follows from its options. Equal futures
are equal numbers, and two options are alike if they lead to the same one.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from guide.model.conditions import reads
from guide.model.schema import ADVICE, Block, Option, Question
from guide.states.functions import NO, Function, Functions, TooLarge
from guide.states.graph import all_routes
from guide.states.onward import Ahead, Onward
from guide.states.readers import Readers
from guide.states.sets import EMPTY, Set, Sets


class Twin(NamedTuple):
    """Two options of one question that never lead to different pages."""

    question: Question
    first: Option
    second: Option

    def differ_in(self, facets: Iterable[str]) -> bool:
        """Whether the two settle one of these facets differently."""
        first, second = self.first.settles, self.second.settles
        return any(first.get(facet) != second.get(facet) for facet in facets)


def find_twins(readers: Readers) -> tuple[Twin, ...]:
    """For every question that is asked, the options that do the same as an earlier one.

    Raises:
        TooLarge: if what follows from them depends on too much together.

    """
    return tuple(_Effects(readers).twins())


class _Effects:
    """Options that nothing tells apart yet, in groups; each block may divide some."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self.sets: Sets = readers.sets
        self.functions: Functions = self.sets.functions
        reached = readers.everything
        if reached is None:
            raise TooLarge
        self.before: dict[str, Set] = reached.before
        self.alike: dict[str, list[list[int]]] = {}
        for name in readers.graph.order:
            count = len(readers.guide.question[name].options)
            if count > 1 and self.before[name] != EMPTY:
                self.alike[name] = [list(range(count))]
        self.futures = _Futures(self.functions)
        self.samples: dict[str, dict[str, str]] = {}

    def twins(self) -> Iterator[Twin]:
        for read, blocks in self._groups():
            if not self.alike:
                break
            self._divide(read, blocks)
        for name in self.readers.graph.order:
            question = self.readers.guide.question[name]
            pairs = ((same[0], n) for same in self.alike.get(name, ()) for n in same[1:])
            for first, second in sorted(pairs, key=lambda pair: pair[1]):
                yield Twin(question, question.options[first], question.options[second])

    def _groups(self) -> Iterator[tuple[frozenset[str], Function]]:
        """Which blocks are shown, as one number for all that read the same facets; few first."""
        groups: dict[frozenset[str], list[Block]] = {}
        for section in self.readers.guide.sections:
            for block in self.readers.guide.blocks.get(section.id, ()):
                groups.setdefault(reads(block), []).append(block)
        groups.pop(frozenset(), None)
        for read, blocks in sorted(groups.items(), key=lambda item: len(item[0])):
            choose, number = self.functions.choose, self.functions.number
            marks = [
                choose(self.functions.condition(block), number(1 << place), NO)
                for place, block in enumerate(blocks)
            ]
            while len(marks) > 1:  # in pairs, so that few are large
                marks = [
                    self.functions.merge(sum, tuple(marks[n : n + 2]))
                    for n in range(0, len(marks), 2)
                ]
            yield read, marks[0]

    def _divide(self, read: frozenset[str], blocks: Function) -> None:
        """Follow one group of blocks back to the first question that can still be divided."""
        graph = self.readers.graph
        self.sets.renew()
        end = self.futures.end(blocks)
        onward = Onward(graph, self.functions, self.functions.number(-1))
        last = max((self.settlers[facet] for facet in read if facet in self.settlers), default=-1)
        first = min(graph.rank[name] for name in self.alike)
        ahead: Ahead = dict.fromkeys((*graph.order[last + 1 :], ADVICE), end)
        for rank in range(last, first - 1, -1):
            name = graph.order[rank]
            after = onward.after(name, ahead)
            self._tell_apart(name, after)
            ahead[name] = onward.at(name, self.futures.asked(name, after))
            if self._decided(rank, ahead):
                break

    def _decided(self, rank: int, ahead: Ahead) -> bool:
        """Whether no earlier answer matters: all ways on from before lead to the same."""
        same = ahead[self.readers.graph.order[rank]]
        return self.functions.constant(same) is not None and all(
            ahead[target] == same for target in self.crossing[rank]
        )

    @cached_property
    def settlers(self) -> dict[str, int]:
        """Facet -> the place of the last question that can settle it."""
        question = self.readers.guide.question
        return {
            facet: rank
            for rank, name in enumerate(self.readers.graph.order)
            for option in question[name].options
            for facet in option.settles
        }

    @cached_property
    def crossing(self) -> list[frozenset[str]]:
        """For each place in the order, where routes from before it lead to, at it or behind."""
        graph = self.readers.graph
        crossing: list[frozenset[str]] = []
        open_ways: set[str] = set()
        for rank, name in enumerate(graph.order):
            crossing.append(frozenset(open_ways))
            open_ways.discard(name)
            open_ways |= {route.go for route in all_routes(graph.guide.question[name])}
            open_ways = {target for target in open_ways if graph.rank.get(target, -1) > rank}
        return crossing

    def _tell_apart(self, name: str, after: Sequence[Function]) -> None:
        groups = self.alike.get(name)
        if groups is None or len(set(after)) == 1:
            return
        divided = [part for group in groups for part in self._parts(name, group, after)]
        self.alike[name] = [part for part in divided if len(part) > 1]
        if not self.alike[name]:
            del self.alike[name]

    def _parts(self, name: str, group: list[int], after: Sequence[Function]) -> list[list[int]]:
        parts: list[list[int]] = []
        for number in group:
            same = (p for p in parts if not self._differ(name, after[p[0]], after[number]))
            part = next(same, None)
            if part is None:
                parts.append([number])
            else:
                part.append(number)
        return parts

    def _differ(self, name: str, first: Function, other: Function) -> bool:
        """Whether some reader who is asked finds two futures different; first one is tried."""
        if first == other:
            return False
        sample = self.samples.get(name)
        if sample is None:
            sample = self.samples[name] = self.sets.some(self.before[name])
        if self.functions.at(first, sample) != self.functions.at(other, sample):
            return True
        return self.sets.differ(self.before[name], first, other)


class _Futures:
    """Numbers for what can follow: what is shown, or what each answer to a question leads to."""

    def __init__(self, functions: Functions) -> None:
        self._functions = functions
        self._numbers: dict[tuple[object, ...], int] = {}
        self._folds: dict[str, _Asked] = {}

    def end(self, blocks: Function) -> Function:
        """When all is answered."""
        return self._functions.merge(self._shown, (blocks,))

    def asked(self, name: str, after: Sequence[Function]) -> Function:
        """When a question is asked: what follows, if that depends on the answer."""
        fold = self._folds.setdefault(name, _Asked(name, self))
        return self._functions.merge(fold, tuple(after))

    def number(self, future: tuple[object, ...]) -> int:
        """The number of a future: the same each time."""
        return self._numbers.setdefault(future, len(self._numbers))

    def _shown(self, numbers: tuple[int, ...]) -> int:
        return self.number(numbers)


class _Asked:
    """Joins what follows from each answer to one question."""

    def __init__(self, name: str, futures: _Futures) -> None:
        self._name = name
        self._futures = futures

    def __call__(self, numbers: tuple[int, ...]) -> int:
        """The number of the future in which this question is asked."""
        if len(set(numbers)) == 1:
            return numbers[0]
        return self._futures.number((self._name, *numbers))
