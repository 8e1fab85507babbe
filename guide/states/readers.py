"""Every reader of one guide: what is worked out once, for all that is asked about it."""

from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from guide.model.conditions import Conditional, reads
from guide.model.schema import Guide
from guide.states.functions import LIMIT, TooLarge
from guide.states.graph import Graph, last_settled_first
from guide.states.reach import Reached, reach
from guide.states.sets import Set, Sets
from guide.states.shortest import Shortest


class Scope(NamedTuple):
    """The readers of a guide, as far as some facets tell them apart."""

    sets: Sets
    ends: Set
    """The scenarios that get a page."""


class Readers:
    """All readers of a guide whose routes lead only forward.

    Args:
        guide: as it was read.
        limit: results remembered by one pass; with more, something is too large.

    """

    def __init__(self, guide: Guide, limit: int = LIMIT) -> None:
        self.guide = guide
        self.graph = Graph(guide)
        self.facets = last_settled_first(guide)
        self.limit = limit
        self._telling: dict[frozenset[str], tuple[Sets, Reached]] = {}

    @cached_property
    def sets(self) -> Sets:
        """What the passes over all readers are made of."""
        return self.new_sets()

    @cached_property
    def routes(self) -> Reached:
        """Told apart by what later routes read, and by nothing else.

        Raises:
            TooLarge: if routes depend on too much together.

        """
        self.sets.renew()
        return reach(self.sets, self.guide, ())

    @cached_property
    def everything(self) -> Reached | None:
        """Told apart by all that blocks and parts read, and by what is settled twice.

        None where that is too much at once; what reads less may be small enough.
        """
        self.sets.renew()
        try:
            return reach(self.sets, self.guide, self._kept)
        except TooLarge:
            return None

    @cached_property
    def settled_twice(self) -> frozenset[str]:
        """Facets that two questions on one way can settle, whatever the routes say."""
        return frozenset(
            facet
            for name in self.graph.order
            for option in self.graph.guide.question[name].options
            for facet in option.settles
            if facet in self.graph.settled_before[name]
        )

    @cached_property
    def shortest(self) -> Shortest:
        """Finds the shortest answers."""
        return Shortest(self.guide, self.new_sets().functions)

    def new_sets(self) -> Sets:
        """Sets over all facets, with a limit of their own."""
        return Sets(self.facets, self.limit)

    def ends(self, facets: Collection[str]) -> Scope:
        """Who gets a page, told apart by these facets.

        Raises:
            TooLarge: if even these are too much together.

        """
        sets, reached = self._told_apart(frozenset(facets))
        return Scope(sets, sets.project(reached.ends, sets.levels_of(facets)))

    def stops(self, facets: Collection[str]) -> Scope:
        """Who can stop before some question, and reads the page so far, told apart likewise.

        Raises:
            TooLarge: as above.

        """
        sets, reached = self._told_apart(frozenset(facets))
        levels = sets.levels_of(facets)
        stops = sets.all(sets.project(reached.before[name], levels) for name in reached.order)
        return Scope(sets, stops)

    def telling(self, facet: str) -> tuple[Sets, Reached]:
        """A pass that tells all readers apart by this facet, at every question.

        Raises:
            TooLarge: if that is too much together with what routes read.

        """
        return self._told_apart(frozenset([facet]))

    def _told_apart(self, facets: frozenset[str]) -> tuple[Sets, Reached]:
        """A pass that tells all readers apart by these facets: the one by all, where that did."""
        if self.everything is not None and facets <= self._kept:
            self.sets.renew()
            return self.sets, self.everything
        if (
            self.everything is None and facets >= self._kept
        ):  # as much as could not be told apart at once
            raise TooLarge
        known = self._telling.get(facets)
        if known is None:
            sets = self.new_sets()
            known = sets, reach(sets, self.guide, facets)
            if len(facets) == 1:  # asked for again and again; of more, 100 MB each would be kept
                self._telling[facets] = known
        return known

    @cached_property
    def _kept(self) -> frozenset[str]:
        blocks = [b for s in self.guide.sections for b in self.guide.blocks.get(s.id, ())]
        parts = [part for section in self.guide.sections for part in section.parts]
        replies = self.guide.replies.replies if self.guide.replies else ()
        things: list[Conditional] = [*blocks, *parts, *replies]
        things += [answer for reply in replies for answer in reply.answers]
        letters = self.guide.letters
        things += letters.refuse if letters else ()
        for letter in letters.letters if letters else ():
            things += [*letter.paragraphs, *letter.parts]
        return self.settled_twice | reads(*things)
