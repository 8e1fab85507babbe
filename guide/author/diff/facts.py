"""Facts and sources that read otherwise: told once, however many blocks rest on them."""

from collections.abc import Iterable, Sequence

from guide.author.diff.sections import BlockDifference
from guide.author.diff.visible import fact_words
from guide.model.conditions import reads
from guide.model.schema import Block, Guide
from guide.states.sets import EMPTY, Set, Sets

Pair = tuple[str, str, str]
"""A paragraph of evidence: what it is about, what it said, what it says."""


class ChangedFacts:
    """The facts of both guides that a reader is told in other words, and who is shown them."""

    def __init__(self, sets: Sets, old: Guide, new: Guide) -> None:
        self._sets = sets
        self.words = {
            fact.id: (before, after)
            for fact in new.facts
            if (known := old.fact.get(fact.id)) is not None
            and (before := fact_words(old, known)) != (after := fact_words(new, fact))
        }
        """Fact id -> what it said, what it says."""
        self.these: dict[str, Set] = {}
        self._blocks: dict[str, list[Block]] = {}

    def own(self, pairs: Iterable[Pair]) -> list[Pair]:
        """What is different because the block rests on something else, or has another judgement."""
        return [pair for pair in pairs if not (pair[0] in self.words and pair[1] and pair[2])]

    def note(self, change: BlockDifference, pairs: Sequence[Pair]) -> None:
        """Remember whom a change shows a fact in other words."""
        kept = self.own(pairs)
        for fact in [pair[0] for pair in pairs if pair not in kept]:
            self.these[fact] = self._sets.union(self.these.get(fact, EMPTY), change.these)
            blocks = self._blocks.setdefault(fact, [])
            blocks += [block for block in (change.old, change.new) if block]

    def seen(self) -> list[str]:
        """The facts that somebody sees in other words, in the order of the new guide."""
        return [fact for fact in self.words if self.these.get(fact, EMPTY) != EMPTY]

    def reads(self, fact: str) -> list[frozenset[str]]:
        """The facets that probably decide who is shown the fact."""
        return [reads(*self._blocks[fact])]
