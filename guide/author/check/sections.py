"""What each section and each part of one promises, proven for every reader there can be."""

from collections.abc import Iterable
from typing import NamedTuple

from guide.model.conditions import Conditional
from guide.model.schema import ADVICE, Block
from guide.states.certain import Pending, Wish, shortest
from guide.states.graph import Graph
from guide.states.holes import Hole, find_holes
from guide.states.packing import met
from guide.states.pages import Pages
from guide.states.promises import Promise
from guide.states.sweep import Bounds, Change, Move, State, Sweep, TooManyStates, unchanged

LIMIT = 100_000
"""States of one pass: some seconds. Beyond it the promise depends on too much together."""


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
    """What the pass over one promise found."""

    promise: Promise
    seen: frozenset[str]
    """The blocks that some reader sees."""
    holes: tuple[Hole, ...] = ()
    """The readers whom the promise leaves without a block, the nearest first."""
    clashes: tuple[Clash, ...] = ()
    """For each block that stands beside an earlier one: with which, and for whom."""
    strays: tuple[Stray, ...] = ()
    proven: bool = True
    """False where there are too many states: nothing is known but what is seen."""


def prove_promise(
    graph: Graph, promise: Promise, pages: Pages | None = None, limit: int = LIMIT
) -> PromiseProof:
    """What becomes of one promise, with the shortest answers for each way it is broken.

    Where all pages are known, they say whether it is kept. If it is not, or there are too many
    pages, the promise is followed through the guide, once; and once more for each fault.
    """
    if pages is not None:
        kept = _seen_if_kept(pages, promise)
        if kept is not None:
            return PromiseProof(promise, kept)
    try:
        found = _Pass(graph, promise, limit)
    except TooManyStates:
        seen = (b.id for b in promise.blocks if shortest(graph, [Wish(b)]) is not None)
        nothing_promised = promise.holds == "any" and promise.for_some is None
        return PromiseProof(promise, frozenset(seen), proven=nothing_promised)
    return PromiseProof(
        promise,
        found.seen,
        () if found.empty is None else find_holes(graph, promise, found.empty, limit),
        _clashes(graph, promise) if found.several else (),
        _strays(graph, promise) if found.stray else (),
    )


def _seen_if_kept(pages: Pages, promise: Promise) -> frozenset[str] | None:
    """The blocks that some reader sees; None if some reader finds the promise broken."""
    of = pages.bits(promise.blocks)
    for_some = pages.bits([promise.for_some]) if promise.for_some else 0
    seen = 0
    for held in pages.held(of | for_some):
        meant = not for_some or bool(held & for_some)
        if not _keeps(promise, (held & of).bit_count(), meant=meant):
            return None
        seen |= held
    return frozenset(block.id for block in promise.blocks if pages.bits([block]) & seen)


def _keeps(promise: Promise, blocks: int, *, meant: bool) -> bool:
    """Whether so many blocks keep the promise, for a reader to whom it is made or not."""
    if not meant:
        return not blocks
    return {"one": blocks == 1, "some": blocks > 0, "any": True}[promise.holds]


def _clashes(graph: Graph, promise: Promise) -> tuple[Clash, ...]:
    """For each block, the earlier one that stands beside it after the fewest answers."""
    wanted = [Wish(promise.for_some)] if promise.for_some else []
    found = []
    for number, second in enumerate(promise.blocks):
        pairs = (
            (first, shortest(graph, [Wish(first), Wish(second), *wanted]))
            for first in promise.blocks[:number]
        )
        clashes = [Clash(first, second, answers) for first, answers in pairs if answers is not None]
        if clashes:
            found.append(min(clashes, key=lambda clash: len(clash.answers)))
    return tuple(found)


def _strays(graph: Graph, promise: Promise) -> tuple[Stray, ...]:
    part = promise.for_some
    found = (
        (block, shortest(graph, [Wish(block), Wish(part, holds=False)]))
        for block in promise.blocks
        if part is not None
    )
    return tuple(Stray(block, answers) for block, answers in found if answers is not None)


class _Tag(NamedTuple):
    """What is certain in a state."""

    blocks: int = 0
    """How many, as far as it matters whether they are none, one or more."""
    meant: bool | None = True
    """Whether the promise is made to this reader; None while that is open."""


class _Pass:
    """All states of one promise.

    Raises:
        TooManyStates: if there are more than the limit.

    """

    def __init__(self, graph: Graph, promise: Promise, limit: int) -> None:
        self._blocks = promise.blocks
        self._most = _counted(promise)
        part = promise.for_some
        things: list[Conditional] = [*promise.blocks, *([part] if part else [])]
        self._rules = [graph.packing.rule(thing) for thing in things]
        self._pending = Pending(graph, things)
        self._seen: set[str] = set()
        ends = self._ends(graph, _Tag(meant=None if part else True), limit)
        self.seen = frozenset(self._seen) if ends else frozenset()
        self.empty = self._empty(ends) if promise.holds != "any" else None
        self.several = promise.holds == "one" and any(
            e.tag.meant and e.tag.blocks > 1 for e in ends
        )
        self.stray = any(not end.tag.meant and end.tag.blocks for end in ends)

    def _ends(self, graph: Graph, tag: _Tag, limit: int) -> list[State[_Tag]]:
        still = self._pending.at(graph.order[0] if graph.order else ADVICE)
        decided = [n for n in range(len(self._rules)) if n not in still]
        start = self._change(decided, graph.packing.nothing)(tag)
        sweep = Sweep[_Tag](graph, self._pending.live, start, self._retag, Bounds(limit))
        return sweep.ends()

    def _empty(self, ends: list[State[_Tag]]) -> dict[str, str] | None:
        bare = [end for end in ends if end.tag.meant and not end.tag.blocks]
        return min(bare, key=lambda end: end.steps).answers() if bare else None

    def _retag(self, move: Move) -> Change[_Tag]:
        decided = self._pending.decided(move)
        return self._change(decided, move.after) if decided else unchanged

    def _change(self, decided: Iterable[int], packed: int) -> Change[_Tag]:
        more, meant = 0, None
        for number in decided:
            holds = met(self._rules[number], packed)
            if number == len(self._blocks):
                meant = holds
            elif holds:
                self._seen.add(self._blocks[number].id)
                more += 1
        if not more and meant is None:
            return unchanged
        return lambda tag: _Tag(
            min(tag.blocks + more, self._most), tag.meant if meant is None else meant
        )


def _counted(promise: Promise) -> int:
    """How many blocks are told apart: enough to see the promise broken, and no more."""
    if promise.holds == "one":
        return 2
    return 1 if promise.holds == "some" or promise.for_some else 0
