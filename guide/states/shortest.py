"""The fewest answers that lead where somebody wants to be.

Worked backward (dynamic programming, Bellman 1957): for each question the fewest answers from
there on, as a function of what was settled. Then one walk from the start follows the smallest
number. The cost is that of the functions, whatever the number of ways.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from guide.model.conditions import Conditional, reads
from guide.model.routes import next_question
from guide.model.schema import ADVICE, Answers, Block, Guide, Option, Question, Test
from guide.states.functions import NO, YES, Function, Functions
from guide.states.graph import Graph, all_routes, last_settled_first, remembered, remembering
from guide.states.onward import Ahead, Onward

NEVER = 10**9
"""More answers than there are questions: nobody gets there."""


class Goal(NamedTuple):
    """Where to end up."""

    allowed: Mapping[str, frozenset[str]] = MappingProxyType({})
    """Facet -> the values it may have at the end; ``unset`` among them if it may stay open."""
    holding: tuple[Conditional, ...] = ()
    """What must be on the page: blocks, or whatever holds for some readers alone."""
    refused: tuple[Conditional, ...] = ()
    """What must not be on it."""
    through: Answers = MappingProxyType({})
    """Questions that must be asked on the way, and the option to take there."""


def shortest_answers(guide: Guide, goal: Goal) -> dict[str, str] | None:
    """The fewest answers that reach the advice with a scenario the goal allows, or None.

    Of several as short, the one that answers directly rather than through a skip or a diagnostic.
    """
    graph = Graph(guide)
    if goal.through and graph.passes != graph.order:  # they may come in more than one order
        rows = {remembering(name): frozenset([option]) for name, option in goal.through.items()}
        goal = Goal({**goal.allowed, **rows}, goal.holding, goal.refused)
        guide = remembered(guide)
    return Shortest(guide).to_page(goal)


def goal_of(block: Block) -> Goal:
    """To see this block."""
    return Goal(holding=(block,))


class _Ahead(NamedTuple):
    """The fewest answers from a question on: a function whose least number is 0, and more.

    The same function comes again and again, at each question for one goal after another, and is
    worked out once.
    """

    distance: Function
    more: int


class Shortest:
    """Finds shortest answers in one guide, and remembers what its conditions are."""

    def __init__(self, guide: Guide, functions: Functions | None = None) -> None:
        self.guide = guide
        self.graph = Graph(guide)
        self.functions = functions or Functions(last_settled_first(guide))
        never = self.functions.number(NEVER)
        self._onward = Onward(self.graph, self.functions, never)
        self._lost = _Ahead(never, 0)
        self._led: dict[str, tuple[str, ...]] = {}
        self._steps: dict[tuple[object, ...], tuple[_Ahead, dict[str, Function]]] = {}

    def to_page(self, goal: Goal) -> dict[str, str] | None:
        """The fewest answers that reach the advice with a scenario the goal allows, or None."""
        return self._walk({ADVICE: self._wanted(goal)}, goal.through)

    def to_certainty(
        self, holding: Sequence[Conditional], refused: Sequence[Conditional] = ()
    ) -> dict[str, str] | None:
        """The fewest answers after which all of this holds, whatever else is answered.

        That is at the first question after which no facet that any of it reads can be settled.
        """
        read = reads(*holding, *refused)
        there = self._distance(self._holding(holding, refused))
        settled = self.graph.settled_from
        stops = (name for name in settled if read.isdisjoint(settled[name]))
        return self._walk({name: self._onward.at(name, there) for name in stops})

    def to_question(self, name: str, wanted: Function) -> dict[str, str] | None:
        """The fewest answers to be asked a question with a condition fulfilled."""
        return self._walk({name: self._distance(wanted)})

    def _wanted(self, goal: Goal) -> Function:
        rows = [Test(facet, tuple(values)) for facet, values in goal.allowed.items()]
        known = sorted(rows, key=lambda test: -self.functions.level.get(test.facet, -1))
        page = self._holding(goal.holding, goal.refused)
        return self._distance(self.functions.choose(self.functions.table(known), page, NO))

    def _holding(self, things: Iterable[Conditional], refused: Iterable[Conditional]) -> Function:
        result = YES
        for thing in things:
            result = self.functions.choose(self.functions.condition(thing), result, NO)
        for thing in refused:
            result = self.functions.choose(self.functions.condition(thing), NO, result)
        return result

    def _distance(self, wanted: Function) -> Function:
        number = self.functions.number
        return self.functions.choose(wanted, number(0), number(NEVER))

    def _walk(self, stops: Ahead, through: Answers = MappingProxyType({})) -> dict[str, str] | None:
        """The fewest answers to one of the stops, with the number that is known there."""
        self.functions.renew()
        start = self.guide.head.start
        must = sorted(self.graph.rank.get(name, -1) for name in through)
        if start not in self.graph.rank or must[:1] == [-1]:
            return None
        ahead = {name: _Ahead(function, 0) for name, function in stops.items()}
        after: dict[str, dict[str, Function]] = {}
        last = max((self.graph.rank[name] for name in stops), default=0)
        for name in reversed(self.graph.passes[:last]):
            if name in stops:
                continue
            ahead[name], after[name] = self._step(name, ahead, through.get(name, ""))
            if must and self.graph.rank[name] == must[-1]:  # whoever goes past it is lost
                must.pop()
                ahead = {name: ahead[name]}
        if start not in ahead or self.functions.at(ahead[start].distance, {}) >= NEVER:
            return None
        return self._followed(stops, after)

    def _step(
        self, name: str, ahead: Mapping[str, "_Ahead"], wanted: str
    ) -> tuple["_Ahead", dict[str, Function]]:
        """What is known at a question, and after each option, from what is known behind it."""
        targets = [(target, ahead.get(target, self._lost)) for target in self._targets(name)]
        base = min([there.more for _, there in targets if there != self._lost], default=0)
        near = tuple(
            (target, there if there == self._lost else there._replace(more=there.more - base))
            for target, there in targets
        )
        key = name, wanted, near
        known = self._steps.get(key)
        if known is None:
            known = self._steps[key] = self._worked_out(name, wanted, dict(near))
        there, after = known
        return there if there == self._lost else there._replace(more=there.more + base), after

    def _worked_out(
        self, name: str, wanted: str, near: Mapping[str, "_Ahead"]
    ) -> tuple["_Ahead", dict[str, Function]]:
        functions = self.functions
        distances = {target: self._further(there) for target, there in near.items()}
        ways = zip(
            self.guide.question[name].options, self._onward.after(name, distances), strict=True
        )
        after = {option.id: way for option, way in ways if wanted in ("", option.id)}
        nearest = functions.merge(_nearest, tuple(after.values()) or (self._lost.distance,))
        distance = self._onward.at(name, nearest)
        least = functions.least(distance)
        if least >= NEVER:
            return self._lost, after
        return _Ahead(self._further(_Ahead(distance, -least)), least), after

    def _further(self, ahead: "_Ahead") -> Function:
        """Its distance, with all of it counted."""
        if not ahead.more:
            return ahead.distance
        return self.functions.merge(_more(ahead.more), (ahead.distance,))

    def _targets(self, name: str) -> tuple[str, ...]:
        if name not in self._led:
            routes = all_routes(self.guide.question[name])
            self._led[name] = tuple(dict.fromkeys(route.go for route in routes))
        return self._led[name]

    def _followed(
        self, stops: Ahead, after: Mapping[str, Mapping[str, Function]]
    ) -> dict[str, str]:
        answers: dict[str, str] = {}
        scenario: dict[str, str] = {}
        question: Question | None = self.guide.question[self.guide.head.start]
        while question is not None and question.id not in stops:
            ways = after[question.id]
            options = [option for option in _ordered(question) if option.id in ways]
            best = min(options, key=lambda o: self.functions.at(ways[o.id], scenario))
            answers[question.id] = best.id
            scenario |= best.settles
            question = next_question(self.guide, question, best, scenario)
        return answers


def _nearest(distances: tuple[int, ...]) -> int:
    return min([NEVER, *(distance + 1 for distance in distances)])


@cache
def _more(count: int) -> Callable[[tuple[int, ...]], int]:
    return lambda numbers: min(NEVER, numbers[0] + count) if numbers[0] < NEVER else NEVER


def _ordered(question: Question) -> list[Option]:
    """Direct answers first, then skips, then the ways through a diagnostic."""
    return sorted(question.options, key=lambda option: (not option.settles, not option.skip))
