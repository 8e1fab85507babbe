"""What each section and each part of one promises, proven for every reader there can be."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.conditions import Conditional, reads
from guide.model.schema import Block
from guide.states.condition import Table, describe
from guide.states.functions import TooLarge
from guide.states.promises import Promise, beside_others
from guide.states.readers import Readers, Scope
from guide.states.sets import EMPTY, Set
from guide.states.shortest import Goal


class Hole(NamedTuple):
    """Readers for whom a promise has no block, and the shortest answers of one of them."""

    readers: Table
    """What they have in common, of the facets that the promise reads; empty: not known."""
    answers: dict[str, str]


class Clash(NamedTuple):
    """Two blocks of which only one is promised, and the shortest answers that show both."""

    first: Block
    second: Block
    answers: dict[str, str]


class Stray(NamedTuple):
    """A block on the page of readers to whom its part is not promised."""

    block: Block
    answers: dict[str, str]


class PromiseProof(NamedTuple):
    """What is known of one promise."""

    promise: Promise
    seen: frozenset[str]
    """The blocks that some reader sees."""
    holes: tuple[Hole, ...] = ()
    """The readers whom the promise leaves without a block, the nearest first."""
    clashes: tuple[Clash, ...] = ()
    """For each block that stands beside an earlier one: with which, and for whom."""
    strays: tuple[Stray, ...] = ()
    proven: bool = True
    """False where it depends on too much together: nothing is known, no block called unseen."""


def prove_promise(readers: Readers, promise: Promise) -> PromiseProof:
    """What becomes of one promise, with the shortest answers for each way it is broken."""
    try:
        return _Promised(readers, promise).proof()
    except TooLarge:
        nothing_promised = promise.holds == "any" and promise.for_some is None
        every = frozenset(block.id for block in promise.blocks)
        return PromiseProof(promise, every, proven=nothing_promised)


class _Promised:
    """The readers of one promise, told apart by what it reads.

    Raises:
        TooLarge: if that is too much together.

    """

    def __init__(self, readers: Readers, promise: Promise) -> None:
        self.readers = readers
        self.promise = promise
        self.part: list[Conditional] = [promise.for_some] if promise.for_some else []
        read = reads(*promise.blocks, *self.part)
        self.facets = [facet for facet in readers.guide.facet if facet in read]
        self.scope: Scope = readers.ends(self.facets)
        sets, ends = self.scope
        self.meant: Set = sets.where(ends, promise.for_some) if promise.for_some else ends
        self.shown: list[Set] = [sets.where(ends, block) for block in promise.blocks]
        self.beside, self.bare = beside_others(sets, self.meant, self.shown)

    def proof(self) -> PromiseProof:
        promise = self.promise
        pairs = zip(promise.blocks, self.shown, strict=True)
        return PromiseProof(
            promise,
            frozenset(block.id for block, readers in pairs if readers != EMPTY),
            tuple(self._holes()) if promise.holds != "any" else (),
            tuple(self._clashes()) if promise.holds == "one" else (),
            tuple(self._strays()) if promise.for_some else (),
        )

    def _holes(self) -> list[Hole]:
        """Who gets no block, in as few groups as have something in common, the nearest first."""
        sets, ends = self.scope
        bare = self.bare
        if bare == EMPTY:
            return []
        tables = describe(sets, bare, ends, self.facets)
        shortest = self.readers.shortest
        if tables is None:
            goal = Goal(holding=tuple(self.part), refused=self.promise.blocks)
            return [Hole((), shortest.to_page(goal) or {})]
        goals = [Goal({f: frozenset(values) for f, values in table}) for table in tables]
        holes = [
            Hole(table, shortest.to_page(goal) or {})
            for table, goal in zip(tables, goals, strict=True)
        ]
        return sorted(holes, key=lambda hole: len(hole.answers))

    def _clashes(self) -> Iterator[Clash]:
        """For each block, the earlier one that stands beside it after the fewest answers."""
        for number, second in enumerate(self.promise.blocks):
            if (beside := self.beside[number]) != EMPTY:
                yield min(self._beside(number, second, beside), key=lambda c: len(c.answers))

    def _beside(self, number: int, second: Block, beside: Set) -> Iterator[Clash]:
        for first, readers in zip(self.promise.blocks[:number], self.shown, strict=False):
            if self.scope.sets.both(beside, readers) != EMPTY:
                things = (first, second, *self.part)
                answers = self.readers.shortest.to_certainty(things)
                if answers is not None:
                    yield Clash(first, second, answers)

    def _strays(self) -> Iterator[Stray]:
        for block, readers in zip(self.promise.blocks, self.shown, strict=True):
            if self.scope.sets.minus(readers, self.meant) != EMPTY:
                answers = self.readers.shortest.to_certainty([block], self.part)
                if answers is not None:
                    yield Stray(block, answers)
