"""Scenarios as whole numbers, so that a condition is decided by a few ANDs.

A scenario has one bit for each facet: that of its value, or that for unset. The proof decides
conditions some hundred thousand times; with dictionaries that takes four times as long.
"""

from collections.abc import Iterable, Iterator

from guide.model.conditions import Conditional, tests
from guide.model.routes import routes
from guide.model.schema import UNSET, Condition, Guide

Tables = tuple[tuple[int, ...], ...]
"""A condition: of one table every mask must share a bit with the scenario."""
Rule = tuple[Tables, Tables]
"""What ``when`` and ``unless`` ask for."""

_ANYONE: Tables = ((),)
_NOBODY: Tables = ()


class Packing:
    """Which bit stands for which value of which facet of a guide."""

    def __init__(self, guide: Guide) -> None:
        self._bit: dict[tuple[str, str], int] = {}
        self._mask: dict[str, int] = {}
        for facet in guide.facets:
            self._add(facet.id, [value.id for value in facet.values])
        for facet_id, value in _named(guide):  # a comparison names facets of the other guide too
            self._add(facet_id, [value])
        self.nothing = sum(self._bit[facet, UNSET] for facet in self._mask)
        """The scenario in which nothing is settled."""
        self.everything = (1 << len(self._bit)) - 1

    def facets(self, names: Iterable[str]) -> int:
        """All bits of these facets: of the values, and for unset."""
        mask = 0
        for name in names:
            mask |= self._mask[name]
        return mask

    def settle(self, settles: dict[str, str]) -> tuple[int, int]:
        """What of a scenario stays when an option settles this, and what is added."""
        gone = self.facets(settles)
        return self.everything ^ gone, sum(self._bit[pair] for pair in settles.items())

    def rule(self, thing: Conditional) -> Rule:
        """The condition of a thing."""
        when = _ANYONE if thing.when is None else self._tables(thing.when)
        return when, _NOBODY if thing.unless is None else self._tables(thing.unless)

    def _add(self, facet: str, values: Iterable[str]) -> None:
        for value in (UNSET, *values):
            if (facet, value) not in self._bit:
                bit = self._bit[facet, value] = 1 << len(self._bit)
                self._mask[facet] = self._mask.get(facet, 0) | bit

    def _tables(self, condition: Condition) -> Tables:
        return tuple(
            tuple(sum({self._bit.get((t.facet, v), 0) for v in t.values}) for t in table)
            for table in condition.any_of
        )


def met(rule: Rule, packed: int) -> bool:
    """Whether a scenario fulfils what ``when`` asks for, and not what ``unless`` does."""
    when, unless = rule
    for table in when:
        for mask in table:
            if not packed & mask:
                break
        else:
            break
    else:
        return False
    for table in unless:
        for mask in table:
            if not packed & mask:
                break
        else:
            return False
    return True


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, from the lowest."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _named(guide: Guide) -> Iterator[tuple[str, str]]:
    for question in guide.questions:
        for option in question.options:
            yield from option.settles.items()
            for route in routes(question, option):
                yield from ((test.facet, v) for test in tests(route) for v in test.values)
    parts = (part for section in guide.sections for part in section.parts)
    blocks = (block for blocks in guide.blocks.values() for block in blocks)
    things: list[Conditional] = [*parts, *blocks]
    for thing in things:
        yield from ((test.facet, v) for test in tests(thing) for v in test.values)
