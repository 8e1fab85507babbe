"""The smallest condition that holds for some answers and for no other that a reader can give.

A condition is a list of tables, as in a guide: all rows of one table hold. No table and no row
of a table can be left out. (That nothing shorter exists is not promised: to find the shortest of
all is a problem without a fast solution.)
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.model.schema import UNSET, Scenario

Table = dict[str, tuple[str, ...]]
"""Facet -> the values it may have; empty: everybody."""


class Grid:
    """Scenarios that readers can have, as bits: one whole number for any set of them."""

    def __init__(self, facets: Sequence[str], scenarios: Sequence[Scenario]) -> None:
        self.facets = tuple(facets)
        self.everybody = (1 << len(scenarios)) - 1
        self._having: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        for number, scenario in enumerate(scenarios):
            for facet, having in self._having.items():
                value = scenario.get(facet, UNSET)
                having[value] = having.get(value, 0) | 1 << number

    def domain(self, facet: str) -> tuple[str, ...]:
        """The values that readers have, ``unset`` among them if some have none."""
        return tuple(self._having[facet])

    def condition(self, inside: int) -> tuple[Table, ...]:
        """Tables of which one holds for everybody inside, and none for anybody else."""
        outside = self.everybody & ~inside
        found: list[_Cube] = []
        left = inside
        while left:
            cube = self._narrowed(self._widest(left & -left, outside), inside)
            reach = self._within(cube, inside)
            found.append(_Cube(cube, reach))
            left &= ~reach
        return tuple(self._table(one) for one in _needed(found))

    def within(self, table: Table) -> int:
        """The scenarios in which a table holds."""
        return self._within({facet: set(row) for facet, row in table.items()}, self.everybody)

    def _widest(self, one: int, outside: int) -> dict[str, set[str]]:
        """The table of one scenario, each row left out or widened as far as nobody outside fits.

        Rows of later facets go first, so that what readers are asked first is kept.
        """
        cube = {f: {v for v, bits in self._having[f].items() if bits & one} for f in self.facets}
        for facet in reversed(self.facets):
            row = cube.pop(facet)
            if self._within(cube, outside):
                cube[facet] = row
        for facet, row in cube.items():  # needed rows stay needed, however wide the others get
            others = {name: values for name, values in cube.items() if name != facet}
            strangers = self._within(others, outside)
            row |= {v for v, bits in self._having[facet].items() if not bits & strangers}
        return cube

    def _narrowed(self, cube: dict[str, set[str]], inside: int) -> dict[str, set[str]]:
        """The table without values that nobody has for whom it holds."""
        reach = self._within(cube, inside)
        return {f: {v for v in row if self._having[f][v] & reach} for f, row in cube.items()}

    def _within(self, cube: dict[str, set[str]], among: int) -> int:
        for facet, row in cube.items():
            having = self._having[facet]
            fitting = 0
            for value in row:
                fitting |= having[value]
            among &= fitting
        return among

    def _table(self, cube: "_Cube") -> Table:
        """Rows in the order of the facets, values in the order of the readers."""
        return {
            facet: tuple(value for value in self._having[facet] if value in cube.rows[facet])
            for facet in self.facets
            if facet in cube.rows
        }


class _Cube(NamedTuple):
    rows: dict[str, set[str]]
    reach: int
    """The scenarios inside that fit."""


def _needed(found: list[_Cube]) -> Iterator[_Cube]:
    """The cubes without those that the others make needless."""
    kept = list(found)
    for cube in reversed(found):
        others = 0
        for other in kept:
            if other is not cube:
                others |= other.reach
        if not cube.reach & ~others:
            kept = [other for other in kept if other is not cube]
    yield from kept
