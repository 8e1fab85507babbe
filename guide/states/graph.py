"""The questions as a graph: their order, what can still be settled, what is still read."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from msgspec.structs import replace

from guide.model.conditions import applies, reads
from guide.model.routes import reachable, routes
from guide.model.schema import ADVICE, Guide, Option, Question, Route
from guide.states.packing import Packing, Rule, met


class Choice(NamedTuple):
    """An option, packed."""

    option: Option
    keep: int
    """What of a scenario stays when it is chosen."""
    add: int
    """What it settles."""
    routes: tuple[tuple[Rule, Route], ...]
    """None behind one that always holds."""

    def settle(self, packed: int) -> int:
        """The scenario when it is chosen."""
        return packed & self.keep | self.add

    def route(self, packed: int) -> Route | None:
        """The first route whose condition holds, in the scenario when it is chosen."""
        for rule, route in self.routes:
            if met(rule, packed):
                return route
        return None


class Graph:
    """The questions that routes lead to from the start, whatever their conditions say.

    The guide must have no loops (G402): no reader is asked a question twice.
    """

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Question ids so that every route leads forward, if no circle is written."""
        done: list[str] = []
        seen: set[str] = set()
        stack: list[tuple[str, Iterator[str]]] = []
        if self.guide.head.start in self.guide.question:
            stack.append((self.guide.head.start, iter(self._targets(self.guide.head.start))))
            seen.add(self.guide.head.start)
        while stack:
            name, targets = stack[-1]
            following = next((t for t in targets if t not in seen), None)
            if following is None:
                done.append(name)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(self._targets(following))))
        return tuple(reversed(done))

    @cached_property
    def passes(self) -> tuple[str, ...]:
        """The order with every circle in it as often as it has questions.

        No reader goes round, so each way of answering is a part of this sequence: what is worked
        out in its order, or from its end, is worked out for every reader.
        """
        place = {name: number for number, name in enumerate(self.order)}
        ways = ((place[name], place[t]) for name in self.order for t in self._targets(name))
        if all(source < target for source, target in ways):
            return self.order
        ahead = {name: reachable(self.guide, self.guide.question[name]) for name in self.order}
        passes: list[str] = []
        for name in self.order:
            circle = [other for other in ahead[name] if name in ahead[other]]
            if name not in passes:
                passes += sorted(circle, key=self.order.index) * len(circle)
        return tuple(passes)

    @cached_property
    def rank(self) -> dict[str, int]:
        """Question id -> its last place in the passes; the advice comes last."""
        return {name: rank for rank, name in enumerate((*self.passes, ADVICE))}

    @cached_property
    def packing(self) -> Packing:
        """How the guide's scenarios are written as whole numbers."""
        return Packing(self.guide)

    @cached_property
    def choices(self) -> dict[str, tuple[Choice, ...]]:
        """Question id -> its options."""
        return {
            name: tuple(self._choice(question, option) for option in question.options)
            for name, question in self.guide.question.items()
        }

    def _choice(self, question: Question, option: Option) -> Choice:
        keep, add = self.packing.settle(option.settles)
        written = _up_to_the_first_that_always_holds(routes(question, option))
        return Choice(option, keep, add, tuple((self.packing.rule(r), r) for r in written))

    @cached_property
    def settled_from(self) -> dict[str, frozenset[str]]:
        """Question id -> the facets that it or a later question can settle."""
        return self._from_here_on(
            lambda question: {facet for option in question.options for facet in option.settles}
        )

    @cached_property
    def settled_before(self) -> dict[str, frozenset[str]]:
        """Question id, or the advice -> the facets that questions before it can settle."""
        result: dict[str, set[str]] = {name: set() for name in self.rank}
        for name in self.passes:
            question = self.guide.question[name]
            own = {facet for option in question.options for facet in option.settles}
            for target in dict.fromkeys(route.go for route in all_routes(question)):
                if target in result:
                    result[target] |= result[name] | own
        return {name: frozenset(facets) for name, facets in result.items()}

    @cached_property
    def read_from(self) -> dict[str, frozenset[str]]:
        """Question id -> the facets that its routes or later routes read."""
        return self._from_here_on(lambda question: reads(*all_routes(question)))

    @cached_property
    def routes_read(self) -> dict[str, int]:
        """Question id, or the advice -> all bits of the facets in ``read_from``."""
        return {name: self.packing.facets(facets) for name, facets in self.read_from.items()}

    def _from_here_on(
        self, of: Callable[[Question], AbstractSet[str]]
    ) -> dict[str, frozenset[str]]:
        result: dict[str, frozenset[str]] = {ADVICE: frozenset()}
        for name in reversed(self.passes):
            later = (result.get(target, frozenset()) for target in self._targets(name))
            result[name] = frozenset(of(self.guide.question[name])).union(*later)
        return result

    def _targets(self, name: str) -> list[str]:
        question = self.guide.question[name]
        targets = dict.fromkeys(route.go for route in all_routes(question))
        return [target for target in targets if target in self.guide.question]


def _up_to_the_first_that_always_holds(written: tuple[Route, ...]) -> tuple[Route, ...]:
    for number, route in enumerate(written, 1):
        if route.when is None and route.unless is None:
            return written[:number]
    return written


def all_routes(question: Question) -> list[Route]:
    """Every route an answer to this question can take, each once."""
    result: dict[int, Route] = {}
    for option in question.options:
        for route in routes(question, option):
            result[id(route)] = route
    return list(result.values())


def last_settled_first(*guides: Guide) -> list[str]:
    """All facets, those on top that are settled last: the order in which diagrams stay small.

    Settling the newest facet then touches only the root of a diagram, and what was settled long
    ago stays as it is below.
    """
    first: dict[str, int] = {}
    for guide in guides:
        for rank, name in enumerate(Graph(guide).order):
            for option in guide.question[name].options:
                for facet in option.settles:
                    first.setdefault(facet, rank)
    declared = [facet for guide in guides for facet in guide.facet]
    return sorted(dict.fromkeys([*declared, *first]), key=lambda facet: -first.get(facet, -1))


def remembering(question: str) -> str:
    """The facet that remembers the answer to a question; no id begins like that."""
    return f"?{question}"


def remembered(guide: Guide) -> Guide:
    """The guide whose options also settle which of them was taken."""

    def own(question: Question) -> Question:
        facet = remembering(question.id)
        options = [replace(o, settles={**o.settles, facet: o.id}) for o in question.options]
        return replace(question, options=tuple(options))

    return replace(guide, questions=tuple(map(own, guide.questions)))


def route_taken(question: Question, option: Option, scenario: dict[str, str]) -> Route | None:
    """The first route whose condition holds."""
    return next((r for r in routes(question, option) if applies(r, scenario)), None)
