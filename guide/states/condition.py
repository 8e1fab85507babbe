"""The smallest condition that says which scenarios are meant."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, permutations, product
from math import prod
from typing import NamedTuple, TypeAlias

from guide.model.schema import UNSET
from guide.states.sets import EMPTY, Set, Sets

Table: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""Facet and values, AND across facets, OR within one. Empty: everyone."""

Tables: TypeAlias = tuple[Table, ...]
"""Of which one must match."""

MAX_POINTS = 6_000
"""Combinations of values to describe; with more, no condition would be short enough to read."""
_ALL_ORDERS = 4
"""Facets of which every order is tried."""
_FEW = 24
"""Tables of which every choice is tried for the fewest."""
_ALL_CUBES = 1_000
"""Tables that could be written at all, up to which each is tried."""


def describe(
    sets: Sets, these: Set, among: Set, order: Sequence[str], read: Sequence[AbstractSet[str]] = ()
) -> Tables | None:
    """Tables that match exactly ``these`` among the scenarios in ``among``.

    Args:
        sets: where both were made.
        these: a part of ``among``; not empty.
        among: all scenarios that come into question; about others nothing is said.
        order: facets as the tables name them, the more telling ones first.
        read: facets that probably decide, the likeliest first; others are looked at if none does.

    Returns:
        As few tables as were found, with as few facets; None if there are too many combinations.

    """
    others = sets.minus(among, these)
    if others == EMPTY:
        return ((),)
    levels = _telling(sets, these, others, order, read)
    on, off = sets.project(these, levels), sets.project(others, levels)
    if sets.count(on) + sets.count(off) > MAX_POINTS:
        return None
    facets = [facet for facet in order if sets.level.get(facet) in levels]
    points = _Points(facets, list(sets.scenarios(on)), list(sets.scenarios(off)))
    return points.tables()


def _telling(
    sets: Sets, these: Set, others: Set, order: Sequence[str], read: Sequence[AbstractSet[str]]
) -> frozenset[int]:
    """Few facets that tell the two apart: one alone, or those that probably decide.

    Of others, those named last are given up first.
    """
    known = [facet for facet in order if facet in sets.level]
    levels = sets.levels(these) | sets.levels(others)
    likely = [facet for facet in known if any(facet in some for some in read)]
    alone = [{facet} for facet in [*likely, *(f for f in known if f not in likely)]]
    kept = [[f for f in known if f not in some] for some in (*alone, *read)]
    for facets in (*kept, *([f] for f in reversed(known))):
        fewer = levels - {sets.level[facet] for facet in facets}
        one, other = sets.project(these, fewer), sets.project(others, fewer)
        if fewer < levels and sets.both(one, other) == EMPTY:
            levels, these, others = fewer, one, other
    return levels


def _orders(count: int) -> list[tuple[int, ...]]:
    """Orders in which a table's facets are tried: all of four, of more every one first."""
    if count <= _ALL_ORDERS:
        return list(permutations(range(count)))
    turned = [(*range(n, count), *range(n)) for n in range(count)]
    return [*turned, *(order[::-1] for order in turned)]


def _parts(values: set[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some of these, but not of all: that would be any."""
    ordered = sorted(values)
    return chain.from_iterable(combinations(ordered, n) for n in range(1, len(ordered)))


class _Cube(NamedTuple):
    """A table while it is sought: for each facet its values, or None for any."""

    values: tuple[frozenset[str] | None, ...]
    covers: int
    """The wanted points it matches, a bit for each."""

    @property
    def size(self) -> tuple[int, int]:
        """How much there is to read: facets, then values."""
        named = [values for values in self.values if values is not None]
        return len(named), sum(map(len, named))


class _Points:
    """Wanted and unwanted combinations of the values of some facets."""

    def __init__(
        self, facets: list[str], on: list[dict[str, str]], off: list[dict[str, str]]
    ) -> None:
        self.facets = facets
        self.on = [tuple(point.get(facet, UNSET) for facet in facets) for point in on]
        self.on_bits = self._bits(self.on)
        self.off_bits = self._bits([tuple(p.get(f, UNSET) for f in facets) for p in off])
        self.all_on = (1 << len(on)) - 1
        self.all_off = (1 << len(off)) - 1

    def tables(self) -> Tables:
        """Tables that match every wanted point and no other."""
        chosen = self._fewest(list(dict.fromkeys(self._cubes())))
        if len(chosen) > 1:
            every = [
                *({*own, *other} for own, other in zip(self.on_bits, self.off_bits, strict=True))
            ]
            if prod(2 ** len(values) - 1 for values in every) <= _ALL_CUBES:
                chosen = self._fewest(self._all_cubes(every))
        return tuple(self._table(cube) for cube in sorted(chosen, key=self._place))

    def _all_cubes(self, every: list[set[str]]) -> list[_Cube]:
        """Every table that could be of use: none that another matches all of, and is shorter."""
        parts = [[None, *map(frozenset, _parts(values))] for values in every]
        simplest: dict[int, _Cube] = {}
        for values in product(*parts):
            if self._match(self.off_bits, self.all_off, values):
                continue
            covers = self._match(self.on_bits, self.all_on, values)
            cube = _Cube(tuple(values), covers)
            if covers and (covers not in simplest or cube.size < simplest[covers].size):
                simplest[covers] = cube
        largest = [c for c in simplest if not any(c & o == c != o for o in simplest)]
        return [simplest[covers] for covers in largest]

    def _bits(self, points: Iterable[tuple[str, ...]]) -> list[dict[str, int]]:
        """For each facet: value -> the points that have it, a bit for each."""
        found: list[dict[str, int]] = [{} for _ in self.facets]
        for number, point in enumerate(points):
            for own, value in zip(found, point, strict=True):
                own[value] = own.get(value, 0) | 1 << number
        return found

    def _cubes(self) -> Iterator[_Cube]:
        """Tables that match no unwanted point and could not be wider."""
        orders = _orders(len(self.facets))
        if len(self.on) > 400:
            orders = orders[:2]
        covered = 0
        for number, point in enumerate(self.on):
            if len(self.on) > 400 and covered >> number & 1:
                continue
            for order in orders:
                cube = self._widened(point, order)
                covered |= cube.covers
                yield cube

    def _widened(self, point: tuple[str, ...], order: tuple[int, ...]) -> _Cube:
        values: list[frozenset[str] | None] = [frozenset([value]) for value in point]
        for facet in order:
            was, values[facet] = values[facet], None
            if self._match(self.off_bits, self.all_off, values):
                values[facet] = was
        for facet in order:
            if values[facet] is not None:
                self._add_values(values, facet)
        return _Cube(tuple(values), self._match(self.on_bits, self.all_on, values))

    def _add_values(self, values: list[frozenset[str] | None], facet: int) -> None:
        """Let one facet have every value that matches more wanted points and no unwanted one."""
        for value in sorted(self.on_bits[facet]):
            was = values[facet]
            if was is None or value in was:
                continue
            values[facet] = frozenset([value])
            useful = self._match(self.on_bits, self.all_on, values)
            harmful = self._match(self.off_bits, self.all_off, values)
            values[facet] = was | {value} if useful and not harmful else was

    def _match(
        self, bits: list[dict[str, int]], everything: int, values: Sequence[frozenset[str] | None]
    ) -> int:
        found = everything
        for own, allowed in zip(bits, values, strict=True):
            if allowed is not None:
                these = 0
                for value in allowed:
                    these |= own.get(value, 0)
                found &= these
                if not found:
                    break
        return found

    def _fewest(self, cubes: list[_Cube]) -> list[_Cube]:
        """Few of the tables that together match every wanted point."""
        chosen: list[_Cube] = []
        left = self.all_on
        while left:
            best = max(cubes, key=lambda c: ((c.covers & left).bit_count(), [-n for n in c.size]))
            chosen.append(best)
            left &= ~best.covers
        for cube in sorted(chosen, key=lambda c: c.covers.bit_count()):
            rest = [other for other in chosen if other is not cube]
            if self._covered(rest) == self.all_on:
                chosen = rest
        if len(cubes) <= _FEW:
            for size in range(1, min(len(chosen), 5)):
                for some in combinations(cubes, size):
                    if self._covered(some) == self.all_on:
                        return list(some)
        return chosen

    def _covered(self, cubes: Iterable[_Cube]) -> int:
        found = 0
        for cube in cubes:
            found |= cube.covers
        return found

    def _place(self, cube: _Cube) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(sorted(values)) if values else () for values in cube.values)

    def _table(self, cube: _Cube) -> Table:
        return tuple(
            (facet, tuple(sorted(values)))
            for facet, values in zip(self.facets, cube.values, strict=True)
            if values is not None
        )
