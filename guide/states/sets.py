"""Sets of scenarios as diagrams in which equal parts stand once.

A set is a whole number: 0 is empty, 1 holds the one scenario that settles nothing, and any other
is a node: a facet, and for each of its values the set of what the facets below it can be. A facet
that is not on the way is ``unset`` (a zero-suppressed decision diagram, Minato 1993, with many
values). Equal sets have equal numbers, so comparing two is comparing numbers, and every operation
is remembered: its cost is the number of nodes, whatever the number of scenarios.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from guide.model.basic import Test
from guide.model.conditions import Conditional
from guide.model.schema import UNSET
from guide.states.functions import NO, YES, Function, Functions, TooLarge

Set: TypeAlias = int

EMPTY: Set = 0
START: Set = 1
"""The one scenario in which nothing is settled."""

_Kids: TypeAlias = dict[str, Set]


class Sets:
    """Makes sets over these facets and knows every one it made.

    Args:
        facets: from the top of each diagram to its bottom. Those settled last stand best on top:
            then settling one touches only the root.
        limit: how many results may be remembered; beyond it ``TooLarge`` is raised.

    """

    def __init__(self, facets: Sequence[str], limit: int = sys.maxsize) -> None:
        self.facets = tuple(facets)
        self.functions = Functions(facets, limit)
        """Conditions and the like, over the same facets."""
        self.level = self.functions.level
        bottom = len(self.facets)
        self._limit = self._left = limit
        self._level = [bottom, bottom]
        self._kids: list[tuple[tuple[str, Set], ...]] = [(), ()]
        self._nodes: dict[tuple[int, tuple[tuple[str, Set], ...]], Set] = {}
        self._memo: dict[tuple[object, ...], Set] = {}
        self._counts: dict[Set, int] = {EMPTY: 0, START: 1}
        self._differing: dict[tuple[Set, Function, Function], bool] = {}

    def renew(self) -> None:
        """Give the limit anew, for another task."""
        self._left = self._limit
        self.functions.renew()

    def union(self, a: Set, b: Set) -> Set:
        """What is in either."""
        if b in (a, EMPTY):
            return a
        if a == EMPTY:
            return b
        key = ("union", a, b) if a < b else ("union", b, a)
        known = self._memo.get(key)
        if known is None:
            level = min(self._level[a], self._level[b])
            kids = self._at(a, level)
            for value, kid in self._at(b, level).items():
                kids[value] = self.union(kids[value], kid) if value in kids else kid
            known = self._remember(key, self._node(level, kids))
        return known

    def minus(self, a: Set, b: Set) -> Set:
        """What is in the first and not in the second."""
        if a in (EMPTY, b):
            return EMPTY
        if b == EMPTY:
            return a
        key = ("minus", a, b)
        known = self._memo.get(key)
        if known is None:
            level = min(self._level[a], self._level[b])
            others = self._at(b, level)
            kids = {
                value: self.minus(kid, others.get(value, EMPTY))
                for value, kid in self._at(a, level).items()
            }
            known = self._remember(key, self._node(level, kids))
        return known

    def both(self, a: Set, b: Set) -> Set:
        """What is in both."""
        return self.join(a, b)

    def join(
        self,
        a: Set,
        b: Set,
        only_a: frozenset[int] = frozenset(),
        only_b: frozenset[int] = frozenset(),
    ) -> Set:
        """Every scenario whose one part is in ``a`` and whose other part is in ``b``.

        ``only_a`` and ``only_b`` are levels of facets that the other side knows nothing of;
        about all others both must agree.
        """
        if EMPTY in (a, b):
            return EMPTY
        if a == b and not only_a and not only_b:
            return a
        if b == START and a == START:
            return START
        key = ("join", a, b, only_a, only_b)
        known = self._memo.get(key)
        if known is None:
            level = min(self._level[a], self._level[b])
            parts, others = self._at(a, level), self._at(b, level)
            if level in only_a:
                kids = {v: self.join(kid, b, only_a, only_b) for v, kid in parts.items()}
            elif level in only_b:
                kids = {v: self.join(a, kid, only_a, only_b) for v, kid in others.items()}
            else:
                kids = {
                    value: self.join(kid, others[value], only_a, only_b)
                    for value, kid in parts.items()
                    if value in others
                }
            known = self._remember(key, self._node(level, kids))
        return known

    def put(self, a: Set, facet: str, value: str) -> Set:
        """The same scenarios after the facet was settled, whatever it was before."""
        return self._put(a, self.level[facet], value)

    def where(self, a: Set, thing: Conditional) -> Set:
        """The scenarios in which a block is shown, a route is open, or the like."""
        return self.within(a, self.functions.condition(thing))

    def having(self, a: Set, facet: str, values: tuple[str, ...]) -> Set:
        """The scenarios in which a facet has one of these values."""
        return self.within(a, self.functions.table([Test(facet, values)]))

    def within(self, a: Set, condition: Function) -> Set:
        """The scenarios in which a condition holds."""
        if condition in (NO, YES) or a == EMPTY:
            return a if condition else EMPTY
        key = ("within", a, condition)
        known = self._memo.get(key)
        if known is None:
            level = min(self._level[a], self.functions.top(condition))
            kids = {
                value: self.within(kid, self.functions.part(condition, level, value))
                for value, kid in self._at(a, level).items()
            }
            known = self._remember(key, self._node(level, kids))
        return known

    def differ(self, a: Set, one: Function, other: Function) -> bool:
        """Whether two functions differ in some scenario of the set."""
        if a == EMPTY or one == other:
            return False
        key = (a, one, other)
        known = self._differing.get(key)
        if known is None:
            top, part = self.functions.top, self.functions.part
            level = min(self._level[a], top(one), top(other))
            known = level == len(self.facets) or any(
                self.differ(kid, part(one, level, value), part(other, level, value))
                for value, kid in self._at(a, level).items()
            )
            self._differing[key] = known
            self._left -= 1
            if self._left < 0:
                raise TooLarge
        return known

    def project(self, a: Set, levels: frozenset[int]) -> Set:
        """What is left of the scenarios if only the facets of these levels are looked at."""
        return self._project(a, levels, max(levels, default=-1))

    def forget(self, a: Set, levels: frozenset[int]) -> Set:
        """What is left of the scenarios if the facets of these levels are not looked at."""
        return self._forget(a, levels, max(levels)) if levels else a

    def count(self, a: Set) -> int:
        """How many scenarios are in the set, exactly."""
        known = self._counts.get(a)
        if known is None:
            known = self._counts[a] = sum([self.count(kid) for _, kid in self._kids[a]])
        return known

    def levels_of(self, facets: Iterable[str]) -> frozenset[int]:
        """The levels of these facets, as far as anything can settle them."""
        return frozenset(self.level[facet] for facet in facets if facet in self.level)

    def levels(self, a: Set) -> frozenset[int]:
        """The levels of the facets that some scenario of the set settles."""
        levels: set[int] = set()
        seen = {EMPTY, START}
        waiting = [a]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                levels.add(self._level[node])
                waiting += [kid for _, kid in self._kids[node]]
        return frozenset(levels)

    def scenarios(self, a: Set) -> Iterator[dict[str, str]]:
        """Every scenario, one by one: only for sets known to be small."""
        if a == START:
            yield {}
        for value, kid in self._kids[a]:
            own = {} if value == UNSET else {self.facets[self._level[a]]: value}
            for rest in self.scenarios(kid):
                yield rest | own

    def some(self, a: Set) -> dict[str, str]:
        """Any scenario of a set that is not empty; the same one each time."""
        scenario = {}
        while a != START:
            value, kid = self._kids[a][0]
            if value != UNSET:
                scenario[self.facets[self._level[a]]] = value
            a = kid
        return scenario

    def simplest(self, a: Set) -> dict[str, str]:
        """The scenario that settles the fewest facets; of several the same one each time."""
        costs: dict[Set, int] = {START: 0}
        self._cheapest(a, costs)
        scenario = {}
        while a != START:
            kids = dict(self._kids[a])
            value = min(kids, key=lambda v: (costs[kids[v]] + (v != UNSET), v))
            if value != UNSET:
                scenario[self.facets[self._level[a]]] = value
            a = kids[value]
        return scenario

    def all(self, sets: Iterable[Set]) -> Set:
        """What is in any of these."""
        result = EMPTY
        for these in sets:
            result = self.union(result, these)
        return result

    def _cheapest(self, a: Set, costs: dict[Set, int]) -> int:
        if a not in costs:
            costs[a] = min([self._cheapest(kid, costs) + (v != UNSET) for v, kid in self._kids[a]])
        return costs[a]

    def _put(self, a: Set, level: int, value: str) -> Set:
        if a == EMPTY:
            return a
        here = self._level[a]
        if here >= level:
            below = self.all([kid for _, kid in self._kids[a]]) if here == level else a
            return self._node(level, {value: below})
        key = ("put", a, level, value)
        known = self._memo.get(key)
        if known is None:
            kids = {v: self._put(kid, level, value) for v, kid in self._kids[a]}
            known = self._remember(key, self._node(here, kids))
        return known

    def _project(self, a: Set, levels: frozenset[int], deepest: int) -> Set:
        level = self._level[a]
        if level > deepest:  # nothing below is looked at
            return a and START
        key = ("project", a, levels)
        known = self._memo.get(key)
        if known is None:
            kids = {v: self._project(kid, levels, deepest) for v, kid in self._kids[a]}
            known = self._node(level, kids) if level in levels else self.all(kids.values())
            self._remember(key, known)
        return known

    def _forget(self, a: Set, levels: frozenset[int], deepest: int) -> Set:
        level = self._level[a]
        if level > deepest:
            return a
        key = ("forget", a, levels)
        known = self._memo.get(key)
        if known is None:
            kids = {v: self._forget(kid, levels, deepest) for v, kid in self._kids[a]}
            known = self.all(kids.values()) if level in levels else self._node(level, kids)
            self._remember(key, known)
        return known

    def _at(self, a: Set, level: int) -> _Kids:
        """The parts of a set by the values of a facet at its top or above it."""
        return dict(self._kids[a]) if self._level[a] == level else {UNSET: a}

    def _node(self, level: int, kids: _Kids) -> Set:
        full = tuple(sorted([item for item in kids.items() if item[1] != EMPTY]))
        if not full:
            return EMPTY
        if len(full) == 1 and full[0][0] == UNSET:
            return full[0][1]
        known = self._nodes.get((level, full))
        if known is None:
            known = self._nodes[level, full] = len(self._level)
            self._level.append(level)
            self._kids.append(full)
        return known

    def _remember(self, key: tuple[object, ...], result: Set) -> Set:
        self._left -= 1
        if self._left < 0:
            raise TooLarge
        self._memo[key] = result
        return result
