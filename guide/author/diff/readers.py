"""Two guides on common ground: one set of names, one kind of sets, the readers of both."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from guide.author.diff.result import Crowd
from guide.journey.code import write_code
from guide.model.schema import Guide
from guide.states.condition import Tables, describe
from guide.states.graph import last_settled_first
from guide.states.reach import Reached, reach
from guide.states.sets import EMPTY, Set, Sets

Facets: TypeAlias = Sequence[AbstractSet[str]]
"""Facets that probably decide who is meant, the likeliest first."""


class SharedReaders:
    """Everything that is computed once for two guides.

    Args:
        old: by the names of the new one.
        new: as it is.

    """

    def __init__(self, old: Guide, new: Guide) -> None:
        self.old = old
        self.new = new
        self.facets = tuple(dict.fromkeys([*new.facet, *old.facet]))
        """All facets as they are told to a reader."""
        self.sets = Sets(last_settled_first(new, old))
        self.only_old = self.sets.levels_of(old.facet.keys() - new.facet.keys())
        self.only_new = self.sets.levels_of(new.facet.keys() - old.facet.keys())
        self.before: Reached = reach(self.sets, old)
        self.after: Reached = reach(self.sets, new)
        self.shared = self.join(self.before.ends, self.after.ends)
        """Scenarios of both: those that agree on every facet that both guides have."""
        self.lost = self.sets.minus(self.before.ends, self.in_old(self.shared))
        self.won = self.sets.minus(self.after.ends, self.in_new(self.shared))

    def join(self, before: Set, after: Set) -> Set:
        """The scenarios of an old and a new set that agree on what both guides know."""
        return self.sets.join(before, after, self.only_old, self.only_new)

    def in_old(self, these: Set) -> Set:
        """Joined scenarios as the old guide knows them."""
        return self._without(these, self.only_new)

    def in_new(self, these: Set) -> Set:
        """Joined scenarios as the new guide knows them."""
        return self._without(these, self.only_old)

    def crowd(self, these: Set, among: Set, read: Facets = ()) -> Crowd:
        """These scenarios in few words; the example is one that a reader of today can open."""
        return Crowd(
            self.sets.count(these),
            describe(self.sets, these, among, self.facets, read),
            write_code(self.new, self.sets.simplest(self.in_new(these))),
        )

    def only(self, guide: Guide, these: Set) -> Crowd | None:
        """Scenarios that only this guide has; None if there are none."""
        if these == EMPTY:
            return None
        among = self.sets.union(self.before.ends, self.after.ends)
        example = write_code(guide, self.sets.simplest(these))
        return Crowd(self.sets.count(these), self.tables_among(these, among), example)

    def tables(self, these: Set, read: Facets = ()) -> Tables | None:
        """The condition of joined scenarios among all of the old guide."""
        return self.tables_among(self.in_old(these), self.before.ends, read)

    def tables_among(self, these: Set, among: Set, read: Facets = ()) -> Tables | None:
        """The condition of scenarios among others; of none, no condition."""
        if these == EMPTY:
            return ()
        return describe(self.sets, these, among, self.facets, read)

    def _without(self, these: Set, levels: frozenset[int]) -> Set:
        if not levels:
            return these
        return self.sets.project(these, frozenset(self.sets.level.values()) - levels)
