"""Which answers matter: questions and options that change no page, whatever else is answered.

Two readers who differ in one answer are followed side by side, both giving the same answer to
every question that both are asked. If no block ever comes out differently, the difference is
without effect. States are pairs, told apart only by what one block reads.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.conditions import tests
from guide.model.schema import Block, Option, Question
from guide.states.asked import Asked, Group
from guide.states.graph import Choice, Graph

Place = tuple[str, int]
"""A question (or the advice) and the facets that still matter, packed."""


class Twin(NamedTuple):
    """Two options of one question that never lead to different pages."""

    question: Question
    first: Option
    second: Option

    def differ_in(self, facets: set[str]) -> bool:
        """Whether the two settle one of these facets differently."""
        first, second = self.first.settles, self.second.settles
        return any(first.get(facet) != second.get(facet) for facet in facets)


def find_twins(graph: Graph, reached: frozenset[str]) -> tuple[Twin, ...]:
    """For every reached question, the options that do the same as an earlier one."""
    return _Effects(graph, reached).twins()


class _Effects:
    def __init__(self, graph: Graph, reached: frozenset[str]) -> None:
        self.graph = graph
        self.reached = reached
        self.groups: dict[frozenset[str], Group] = {}
        self.reading: dict[str, list[Group]] = {}
        for blocks in graph.guide.blocks.values():
            for block in blocks:
                self._group(block)
        self.states = Asked(graph, list(self.groups))

    def _group(self, block: Block) -> None:
        reads = frozenset(test.facet for test in tests(block))
        if reads and reads not in self.groups:
            group = self.groups[reads] = Group(reads, self.graph.packing.facets(reads), [])
            for facet in reads:
                self.reading.setdefault(facet, []).append(group)
        if reads:
            self.groups[reads].rules.append(self.graph.packing.rule(block))

    def twins(self) -> tuple[Twin, ...]:
        found = []
        for name in self.graph.order:
            if name not in self.reached:
                continue
            question = self.graph.guide.question[name]
            distinct: list[Choice] = []
            for choice in self.graph.choices[name]:
                same = next((c for c in distinct if self._alike(question, c, choice)), None)
                if same is None:
                    distinct.append(choice)
                else:
                    found.append(Twin(question, same.option, choice.option))
        return tuple(found)

    def _alike(self, question: Question, first: Choice, second: Choice) -> bool:
        return not any(
            _Pair(self.graph, group).differs((first, second), scenarios(question, group))
            for scenarios in self.states.fewest_first()
            for group in self._near(question, first, second)
        )

    def _near(self, question: Question, first: Choice, second: Choice) -> Iterator[Group]:
        """The groups that the difference can reach, those that read it directly first."""
        settled = first.option.settles.items() ^ second.option.settles.items()
        changed = {facet for facet, _ in settled}
        direct = {g.reads: g for facet in changed for g in self.reading.get(facet, ())}
        yield from sorted(direct.values(), key=lambda group: len(group.reads))
        same_ways = first.ways() == second.ways()
        if same_ways and changed.isdisjoint(self.graph.read_from[question.id]):
            return  # nothing but what they settle tells the two ways apart
        later = self.graph.settled_from[question.id]
        for group in sorted(self.groups.values(), key=lambda group: len(group.reads)):
            if group.reads not in direct and not group.reads.isdisjoint(later):
                yield group


class _Pair:
    """Follows two readers, as far as one group of blocks can tell them apart."""

    def __init__(self, graph: Graph, group: Group) -> None:
        self.graph = graph
        self.group = group
        self.seen: set[tuple[Place, Place]] = set()
        self.waiting: list[tuple[Place, Place]] = []

    def differs(self, options: tuple[Choice, Choice], scenarios: list[int]) -> bool:
        """Whether the group ever comes out differently after these two options."""
        for scenario in scenarios:
            one, other = (self._go(option, scenario) for option in options)
            if self._add(one, other):
                return True
        while self.waiting:
            if self._advance(*self.waiting.pop()):
                return True
        return False

    def _advance(self, one: Place, other: Place) -> bool:
        """Let whoever stands earlier answer; both, if they are asked the same."""
        earlier = min(one[0], other[0], key=self.graph.rank.__getitem__)
        return any(
            self._add(
                self._go(option, one[1]) if one[0] == earlier else one,
                self._go(option, other[1]) if other[0] == earlier else other,
            )
            for option in self.graph.choices[earlier]
        )

    def _add(self, one: Place | None, other: Place | None) -> bool:
        """Remember a pair to follow, or find that it differs for good."""
        if one is None or other is None or one == other or (one, other) in self.seen:
            return False
        if self._final(one[0]) and self._final(other[0]):
            return self.group.differs(one[1], other[1])
        self.seen.add((one, other))
        self.waiting.append((one, other))
        return False

    def _final(self, name: str) -> bool:
        return self.group.reads.isdisjoint(self.graph.settled_from[name])

    def _go(self, option: Choice, scenario: int) -> Place | None:
        after = option.settle(scenario)
        route = option.route(after)
        if route is None:
            return None
        return route.go, after & (self.group.mask | self.graph.routes_read[route.go])
