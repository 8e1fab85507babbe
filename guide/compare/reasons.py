"""Which answers cause a difference between two pages: every smallest set that does so alone."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from guide.journey.advice import Advice
from guide.model.conditions import applies, reads
from guide.model.schema import UNSET, Block
from guide.states.shortest import Goal, shortest_answers

MOST = 10
"""Differing answers of which every combination is tried: 1,024 of them."""


class Cause(NamedTuple):
    """An answer that differs, and makes something else differ."""

    facet: str
    here: str | None
    """The value on the first page; ``unset`` where it was not answered, None where it is open."""
    there: str | None
    """The value on the other page."""


Together = tuple[Cause, ...]
"""Answers that bring a difference about together, and none of them can be spared."""
Reasons = tuple[Together, ...]
"""Each is enough alone. More than one: putting one of them back would change nothing."""

Known = Mapping[str, str | None]
"""Facet -> its value, ``unset``, or None while it can still be settled; a page goes by unset."""


class Between:
    """Two pages, and what tells them apart."""

    def __init__(self, first: Advice, other: Advice) -> None:
        self.first, self.other = first, other
        self.here, self.there = known(first), known(other)
        self.changed = tuple(
            Cause(facet, self.here[facet], self.there[facet])
            for facet in self.here
            if (self.here[facet] or UNSET) != (self.there[facet] or UNSET)
        )
        """The answers that differ, in the guide's order."""

    def reasons(self, *blocks: Block) -> Reasons:
        """Why each of these blocks is on one of the pages and not on the other."""
        reasons = smallest(blocks, self.here, self.changed)
        if len(reasons) > 1 and not (self.first.open or self.other.open):
            return tuple(some for some in reasons if self._somebody_has(some)) or reasons
        return reasons

    @cached_property
    def _had(self) -> dict[Together, bool]:
        return {}

    def _somebody_has(self, some: Together) -> bool:
        """Whether a reader can have the first page's answers with only these changed."""
        if some not in self._had:
            mixed = {**self.here, **{cause.facet: cause.there for cause in some}}
            exact = {facet: frozenset([value or UNSET]) for facet, value in mixed.items()}
            self._had[some] = shortest_answers(self.first.guide, Goal(exact)) is not None
        return self._had[some]


def known(page: Advice) -> Known:
    """What a page knows of every facet, in the guide's order."""
    missing = {facet.id: None if facet.id in page.open else UNSET for facet in page.guide.facets}
    return {facet: page.scenario.get(facet, value) for facet, value in missing.items()}


def smallest(blocks: tuple[Block, ...], here: Known, changed: Together) -> Reasons:
    """The smallest sets of changes after which each block is shown where it was not, or gone.

    No set holds another. Where very many answers differ, one set is found and not all.

    Args:
        blocks: what one of two pages shows and the other does not.
        here: what the first page knows.
        changed: everything in which the other differs from it.

    """
    read = reads(*blocks)
    before = {facet: here[facet] for facet in read if facet in here}
    now = [shown(block, before) for block in blocks]

    def turned(some: Together) -> bool:
        then = {**before, **{cause.facet: cause.there for cause in some}}
        return all(shown(block, then) != was for block, was in zip(blocks, now, strict=True))

    relevant = tuple(cause for cause in changed if cause.facet in read)
    if len(relevant) > MOST:
        for cause in relevant:
            less = tuple(other for other in relevant if other != cause)
            relevant = less if turned(less) else relevant
        return (relevant,)
    least: list[Together] = []
    for some in _subsets(relevant):
        if not any(set(less) <= set(some) for less in least) and turned(some):
            least.append(some)
    return tuple(least)


def shown(block: Block, known: Known) -> bool:
    """Whether a page that knows this shows the block."""
    return bool(applies(block, {facet: value or UNSET for facet, value in known.items()}))


def _subsets(causes: Together) -> Iterator[Together]:
    for count in range(1, len(causes) + 1):
        yield from combinations(causes, count)
