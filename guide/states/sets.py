"""Sets of scenarios as diagrams in which equal parts stand once.

A set is a whole number: 0 is empty, 1 holds the one scenario that settles nothing, and any other
is a node: a facet, and for each of its values the set of what the facets below it can be. A facet
that is not on the way is ``unset`` (a zero-suppressed decision diagram with many values). Equal
sets have equal numbers, so comparing two is comparing numbers, and every operation is remembered:
its cost is the number of nodes, whatever the number of scenarios.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from guide.model.schema import UNSET

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

    """

    def __init__(self, facets: Sequence[str]) -> None:
        self.facets = tuple(facets)
        self.level = {facet: level for level, facet in enumerate(facets)}
        bottom = len(self.facets)
        self._level = [bottom, bottom]
        self._kids: list[_Kids] = [{}, {}]
        self._known: dict[tuple[int, tuple[tuple[str, Set], ...]], Set] = {}
        self._memo: dict[tuple[object, ...], Set] = {}
        self._counts: dict[Set, int] = {EMPTY: 0, START: 1}
        # An operation goes down one level in one call, or two.
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 4 * bottom + 2000))

    def union(self, a: Set, b: Set) -> Set:
        """What is in either."""
        if b in (a, EMPTY):
            return a
        if a == EMPTY:
            return b
        key = ("union", a, b) if a < b else ("union", b, a)
        found = self._memo.get(key)
        if found is None:
            level = min(self._level[a], self._level[b])
            kids = dict(self._at(a, level))
            for value, kid in self._at(b, level).items():
                kids[value] = self.union(kids[value], kid) if value in kids else kid
            found = self._memo[key] = self._node(level, kids)
        return found

    def minus(self, a: Set, b: Set) -> Set:
        """What is in the first and not in the second."""
        if a in (EMPTY, b):
            return EMPTY
        if b == EMPTY:
            return a
        key = ("minus", a, b)
        found = self._memo.get(key)
        if found is None:
            level = min(self._level[a], self._level[b])
            others = self._at(b, level)
            kids = {
                value: self.minus(kid, others.get(value, EMPTY))
                for value, kid in self._at(a, level).items()
            }
            found = self._memo[key] = self._node(level, kids)
        return found

    def both(self, a: Set, b: Set) -> Set:
        """What is in both."""
        return self.minus(a, self.minus(a, b))

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
        found = self._memo.get(key)
        if found is None:
            level = min(self._level[a], self._level[b])
            ours, theirs = self._at(a, level), self._at(b, level)
            if level in only_a:
                kids = {v: self.join(kid, b, only_a, only_b) for v, kid in ours.items()}
            elif level in only_b:
                kids = {v: self.join(a, kid, only_a, only_b) for v, kid in theirs.items()}
            else:
                kids = {
                    value: self.join(kid, theirs[value], only_a, only_b)
                    for value, kid in ours.items()
                    if value in theirs
                }
            found = self._memo[key] = self._node(level, kids)
        return found

    def keep(self, a: Set, facet: str, values: tuple[str, ...]) -> Set:
        """The scenarios in which the facet has one of these values; ``unset`` can be one."""
        level = self.level.get(facet)
        if level is None:
            return a if UNSET in values else EMPTY
        return self._keep(a, level, values)

    def put(self, a: Set, facet: str, value: str) -> Set:
        """The same scenarios after the facet was settled, whatever it was before."""
        return self._put(a, self.level[facet], value)

    def project(self, a: Set, levels: frozenset[int]) -> Set:
        """What is left of the scenarios if only the facets of these levels are looked at."""
        if a <= START:
            return a
        key = ("project", a, levels)
        found = self._memo.get(key)
        if found is None:
            level = self._level[a]
            kids = {v: self.project(kid, levels) for v, kid in self._kids[a].items()}
            found = self._node(level, kids) if level in levels else self._all(kids)
            self._memo[key] = found
        return found

    def count(self, a: Set) -> int:
        """How many scenarios are in the set, exactly."""
        found = self._counts.get(a)
        if found is None:
            found = self._counts[a] = sum([self.count(kid) for kid in self._kids[a].values()])
        return found

    def levels(self, a: Set) -> frozenset[int]:
        """The levels of the facets that some scenario of the set settles."""
        found: set[int] = set()
        seen = {EMPTY, START}
        waiting = [a]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                found.add(self._level[node])
                waiting += self._kids[node].values()
        return frozenset(found)

    def scenarios(self, a: Set) -> Iterator[dict[str, str]]:
        """Every scenario, one by one: only for sets known to be small."""
        if a == START:
            yield {}
        for value, kid in self._kids[a].items():
            own = {} if value == UNSET else {self.facets[self._level[a]]: value}
            for rest in self.scenarios(kid):
                yield rest | own

    def simplest(self, a: Set) -> dict[str, str]:
        """The scenario that settles the fewest facets; of several the same one each time."""
        costs: dict[Set, int] = {START: 0}
        self._cheapest(a, costs)
        found = {}
        while a != START:
            kids = self._kids[a]
            value = min(kids, key=lambda v: (costs[kids[v]] + (v != UNSET), v))
            if value != UNSET:
                found[self.facets[self._level[a]]] = value
            a = kids[value]
        return found

    def _cheapest(self, a: Set, costs: dict[Set, int]) -> int:
        if a not in costs:
            kids = self._kids[a].items()
            costs[a] = min([self._cheapest(kid, costs) + (v != UNSET) for v, kid in kids])
        return costs[a]

    def _keep(self, a: Set, level: int, values: tuple[str, ...]) -> Set:
        if a == EMPTY:
            return a
        here = self._level[a]
        if here > level:
            return a if UNSET in values else EMPTY
        if here == level:
            return self._node(level, {v: kid for v, kid in self._kids[a].items() if v in values})
        key = ("keep", a, level, values)
        found = self._memo.get(key)
        if found is None:
            kids = {v: self._keep(kid, level, values) for v, kid in self._kids[a].items()}
            found = self._memo[key] = self._node(here, kids)
        return found

    def _put(self, a: Set, level: int, value: str) -> Set:
        if a == EMPTY:
            return a
        here = self._level[a]
        if here >= level:
            below = self._all(self._kids[a]) if here == level else a
            return self._node(level, {value: below})
        key = ("put", a, level, value)
        found = self._memo.get(key)
        if found is None:
            kids = {v: self._put(kid, level, value) for v, kid in self._kids[a].items()}
            found = self._memo[key] = self._node(here, kids)
        return found

    def _all(self, kids: _Kids) -> Set:
        found = EMPTY
        for kid in kids.values():
            found = self.union(found, kid)
        return found

    def _at(self, a: Set, level: int) -> _Kids:
        """The parts of a set by the values of a facet at its top or above it."""
        return self._kids[a] if self._level[a] == level else {UNSET: a}

    def _node(self, level: int, kids: _Kids) -> Set:
        full = tuple(sorted([item for item in kids.items() if item[1] != EMPTY]))
        if not full:
            return EMPTY
        if len(full) == 1 and full[0][0] == UNSET:
            return full[0][1]
        found = self._known.get((level, full))
        if found is None:
            found = self._known[level, full] = len(self._level)
            self._level.append(level)
            self._kids.append(dict(full))
        return found
