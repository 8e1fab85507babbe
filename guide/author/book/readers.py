"""All readers of one guide at once, and in words who some of them are."""

from functools import cached_property

from guide.journey.code import write_code
from guide.journey.condition_words import condition_words, facet_words
from guide.model.conditions import reads
from guide.model.schema import UNSET, Block, Guide
from guide.states.condition import Table, Tables, describe
from guide.states.graph import last_settled_first
from guide.states.reach import reach
from guide.states.sets import EMPTY, Set, Sets

Who = tuple[str, ...]
"""A condition in words, one for each way to fulfil it; one empty string: every reader."""


class Readers:
    """Who reads a guide to its end, as a set of scenarios."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.sets = Sets(last_settled_first(guide))
        self.all: Set = reach(self.sets, guide).ends

    def code(self, these: Set) -> str:
        """The scenario code of the reader among these for whom least is settled."""
        return write_code(self.guide, self.sets.simplest(these))

    @cached_property
    def domain(self) -> dict[str, list[str]]:
        """Facet -> the values that it has for any reader."""
        some = {
            facet: self.sets.project(self.all, frozenset([level]))
            for facet, level in self.sets.level.items()
        }
        return {
            facet: [scenario.get(facet, UNSET) for scenario in self.sets.scenarios(these)]
            for facet, these in some.items()
        }


class Audience:
    """The readers as far as some blocks can tell them apart: sets of much fewer scenarios."""

    def __init__(self, readers: Readers, blocks: tuple[Block, ...]) -> None:
        self.readers = readers
        self.sets = sets = readers.sets
        levels = sets.levels_of(reads(*blocks))
        self._others = frozenset(sets.level.values()) - levels
        self.all = sets.project(readers.all, levels)

    def of(self, block: Block, among: Set) -> Set:
        """Those who see the block."""
        return self.sets.where(among, block)

    def code(self, these: Set) -> str:
        """The scenario code of one of these readers."""
        return self.readers.code(self.sets.join(self.readers.all, these, self._others))

    def who(self, these: Set, *blocks: Block) -> Who:
        """The condition of these readers in words; no condition at all where it is nobody.

        Where one would be too long to be sought, the author's own words for the blocks stand
        instead.
        """
        tables = self.tables(these, *blocks)
        if tables is None:
            return tuple(condition_words(self.readers.guide, block) for block in blocks)
        return tuple(map(self._words, tables))

    def tables(self, these: Set, *blocks: Block) -> Tables | None:
        """The smallest condition that holds for these and for no other reader.

        Args:
            these: the readers.
            blocks: what their condition probably reads.

        """
        if these == EMPTY:
            return ()
        order = [*self.readers.guide.facet]
        return describe(self.sets, these, self.all, order, [reads(*blocks)])

    def _words(self, table: Table) -> str:
        guide, domain = self.readers.guide, self.readers.domain
        return "; ".join(
            facet_words(guide, facet, values, domain[facet]) for facet, values in table
        )
