"""Whole numbers that depend on a scenario, as diagrams in which equal parts stand once.

A condition is 1 where it holds and 0 where it does not; the number of ways to a page and the
fewest answers to it are such numbers as well. A function is a node: a facet, for some of its
values the function of the facets below, and one for all other values, ``unset`` among them. A
facet on which nothing depends has no node (a reduced ordered decision diagram, Bryant 1986, with
many values and with numbers at the ends, as in Fujita, McGeer and Yang 1997). Equal functions are
equal numbers, and each operation is remembered: its cost is the number of nodes, whatever the
number of scenarios.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from guide.model.conditions import Conditional
from guide.model.schema import UNSET, Condition, Scenario, Test

Function: TypeAlias = int

NO: Function = 0
"""The condition that never holds; and the number 0."""
YES: Function = 1
"""The condition that always holds; and the number 1."""

_Parts: TypeAlias = tuple[tuple[str, Function], ...]
Fold: TypeAlias = Callable[[tuple[int, ...]], int]
"""What becomes of the numbers at the ends of several functions."""

LIMIT = 300_000
"""Results remembered for one task of a proof: about 100 MB and a second or two."""


class TooLarge(Exception):  # noqa: N818  a limit reached, not an error
    """A diagram grew beyond what can be worked out within seconds."""


class Functions:
    """Makes functions of these facets and knows every one it made.

    Args:
        facets: from the top of each diagram to its bottom.
        limit: how many results may be remembered.

    """

    def __init__(self, facets: Sequence[str], limit: int = sys.maxsize) -> None:
        self.facets = tuple(facets)
        self.level = {facet: level for level, facet in enumerate(facets)}
        self._bottom = len(self.facets)
        self._limit = self._left = limit
        self._level = [self._bottom, self._bottom]
        self._parts: list[_Parts] = [(), ()]
        self._other: list[Function] = [NO, YES]
        """Of a number: the number; of a node: the function for values without a part."""
        self._numbers: dict[int, Function] = {0: NO, 1: YES}
        self._nodes: dict[tuple[int, _Parts, Function], Function] = {}
        self._memo: dict[tuple[object, ...], Function] = {}
        self._least: dict[Function, int] = {}
        self._conditions: dict[int, tuple[Conditional, Function]] = {}
        # An operation goes down one level in one call, or two. The limit is the whole process's,
        # so it is left alone unless a guide has more facets than Python's own 1,000 calls carry.
        needed = 4 * self._bottom + 600
        if needed > sys.getrecursionlimit():
            sys.setrecursionlimit(needed)

    def renew(self) -> None:
        """Give the limit anew, for another task."""
        self._left = self._limit

    def number(self, value: int) -> Function:
        """The function that is this number everywhere."""
        known = self._numbers.get(value)
        if known is None:
            known = self._numbers[value] = self._add(self._bottom, (), value)
        return known

    def constant(self, function: Function) -> int | None:
        """The number that the function is everywhere; None if it depends on something."""
        return self._other[function] if self._level[function] == self._bottom else None

    def condition(self, thing: Conditional) -> Function:
        """Where a thing's ``when`` holds and its ``unless`` does not."""
        known = self._conditions.get(id(thing))
        if known is None:
            when = YES if thing.when is None else self._tables(thing.when)
            unless = NO if thing.unless is None else self._tables(thing.unless)
            known = thing, self.choose(unless, NO, when)
            self._conditions[id(thing)] = known
        return known[1]

    def table(self, tests: Iterable[Test]) -> Function:
        """Where all of these tests hold."""
        result = YES
        for test in tests:
            result = self.choose(self._test(test), result, NO)
        return result

    def in_order(self, rows: Iterable[Conditional], among: Function = YES) -> list[Function]:
        """Of rows that are tried in order where each is the one that is taken; last: where none."""
        taken = []
        for row in rows:
            condition = self.condition(row)
            taken.append(self.choose(condition, among, NO))
            among = self.choose(condition, NO, among)
        return [*taken, among]

    def any(self, conditions: Iterable[Function]) -> Function:
        """Where one of these conditions holds."""
        result = NO
        for condition in conditions:
            result = self.choose(condition, YES, result)
        return result

    def choose(self, condition: Function, yes: Function, no: Function) -> Function:
        """One function where a condition holds, another where it does not."""
        if condition in (NO, YES) or yes == no:
            return yes if condition else no
        if yes == YES and no == NO:
            return condition
        key = (condition, yes, no)
        known = self._memo.get(key)
        if known is None:
            level = min(self._level[condition], self._level[yes], self._level[no])
            (a, if_a), (b, if_b), (c, if_c) = self._rows(level, key)
            parts = {
                value: self.choose(a.get(value, if_a), b.get(value, if_b), c.get(value, if_c))
                for value in {**a, **b, **c}
            }
            other = self.choose(if_a, if_b, if_c)
            known = self._remember(key, self._node(level, parts, other))
        return known

    def merge(self, fold: Fold, functions: tuple[Function, ...]) -> Function:
        """What ``fold`` makes of the numbers of several functions, wherever that is."""
        key = (fold, functions)
        known = self._memo.get(key)
        if known is None:
            level = min([self._level[f] for f in functions])
            if level == self._bottom:
                known = self.number(fold(tuple([self._other[f] for f in functions])))
            else:
                rows = self._rows(level, functions)
                values = dict.fromkeys([value for row, _ in rows for value in row])
                parts = {
                    value: self.merge(fold, tuple([row.get(value, rest) for row, rest in rows]))
                    for value in values
                }
                other = self.merge(fold, tuple([rest for _, rest in rows]))
                known = self._node(level, parts, other)
            self._remember(key, known)
        return known

    def settle(self, function: Function, settles: Scenario) -> Function:
        """The function of what was settled before, if now all of this is settled."""
        for facet, value in settles.items():
            level = self.level.get(facet)
            if level is not None:
                function = self._settle(function, level, value)
        return function

    def settled_only(self, function: Function, settled: frozenset[str]) -> Function:
        """The function of these facets, where all others are ``unset``."""
        if self._level[function] == self._bottom:
            return function
        key = ("settled", function, settled)
        known = self._memo.get(key)
        if known is None:
            level = self._level[function]
            if self.facets[level] not in settled:
                known = self.settled_only(self.part(function, level, UNSET), settled)
            else:
                parts = {v: self.settled_only(part, settled) for v, part in self._parts[function]}
                other = self.settled_only(self._other[function], settled)
                known = self._node(level, parts, other)
            self._remember(key, known)
        return known

    def at(self, function: Function, scenario: Scenario) -> int:
        """The number in one scenario."""
        while self._level[function] != self._bottom:
            level = self._level[function]
            value = scenario.get(self.facets[level], UNSET)
            function = self.part(function, level, value)
        return self._other[function]

    def least(self, function: Function) -> int:
        """The smallest number that the function is anywhere."""
        if self._level[function] == self._bottom:
            return self._other[function]
        known = self._least.get(function)
        if known is None:
            below = [self.least(part) for _, part in self._parts[function]]
            known = self._least[function] = min([*below, self.least(self._other[function])])
        return known

    def top(self, function: Function) -> int:
        """The level of the first facet it depends on; below all levels: it depends on none."""
        return self._level[function]

    def part(self, function: Function, level: int, value: str) -> Function:
        """The function where the facet of a level, at its top or above it, has this value."""
        if self._level[function] != level:
            return function
        for known, part in self._parts[function]:
            if known == value:
                return part
        return self._other[function]

    def _tables(self, condition: Condition) -> Function:
        return self.any(self.table(table) for table in condition.any_of)

    def _test(self, test: Test) -> Function:
        level = self.level.get(test.facet)
        if level is None:  # nothing can settle it
            return YES if UNSET in test.values else NO
        return self._node(level, dict.fromkeys(test.values, YES), NO)

    def _settle(self, function: Function, level: int, value: str) -> Function:
        here = self._level[function]
        if here >= level:
            return self.part(function, level, value)
        key = ("settle", function, level, value)
        known = self._memo.get(key)
        if known is None:
            parts = {v: self._settle(part, level, value) for v, part in self._parts[function]}
            other = self._settle(self._other[function], level, value)
            known = self._remember(key, self._node(here, parts, other))
        return known

    def _rows(
        self, level: int, functions: Iterable[Function]
    ) -> list[tuple[dict[str, Function], Function]]:
        """Of each function what follows from values of a facet, and what from all others."""
        return [
            (dict(self._parts[f]), self._other[f]) if self._level[f] == level else ({}, f)
            for f in functions
        ]

    def _node(self, level: int, parts: Mapping[str, Function], other: Function) -> Function:
        own = tuple(sorted([item for item in parts.items() if item[1] != other]))
        if not own:
            return other
        key = (level, own, other)
        known = self._nodes.get(key)
        if known is None:
            known = self._nodes[key] = self._add(level, own, other)
        return known

    def _add(self, level: int, parts: _Parts, other: int) -> Function:
        self._level.append(level)
        self._parts.append(parts)
        self._other.append(other)
        return len(self._level) - 1

    def _remember(self, key: tuple[object, ...], function: Function) -> Function:
        self._left -= 1
        if self._left < 0:
            raise TooLarge
        self._memo[key] = function
        return function
