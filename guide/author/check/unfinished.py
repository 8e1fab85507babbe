"""The promises of a page, proven for readers who stop on the way.

An unfinished scenario is a page like any other: what is not settled counts as ``unset``. The same
diagrams that hold who comes to a question hold every page so far (``states.reach``), so no path is
followed and no scenario listed.
"""

from collections.abc import Iterable

from guide.journey.labels import scenario_words
from guide.model.codes import Code
from guide.model.conditions import Conditional, tests
from guide.model.schema import UNSET
from guide.reading.collector import Problems
from guide.states.functions import TooLarge
from guide.states.promises import Promise
from guide.states.readers import Readers
from guide.states.sets import EMPTY, Set, Sets


def check_unfinished(readers: Readers, promises: Iterable[Promise], problems: Problems) -> None:
    """Report each promise that some page so far breaks, with what its reader has settled."""
    for promise in promises:
        things: list[Conditional] = [*promise.blocks]
        things += [promise.for_some] if promise.for_some else []
        read = {test.facet for thing in things for test in tests(thing)}
        try:
            sets, stops = readers.stops(read)
            _check(readers, promise, sets, stops, problems)
        except TooLarge:
            message = f"{promise.name} depends on too many facets together to be proven for "
            message += "readers who stop on the way; let each block read less"
            problems.add(Code.TOO_MUCH_TOGETHER, promise.at, message)


def _check(readers: Readers, promise: Promise, sets: Sets, stops: Set, problems: Problems) -> None:
    guide = readers.guide

    def who(those: Set) -> str:
        settled = {f: v for f, v in sets.simplest(those).items() if v != UNSET}
        return f"on the page so far of whoever has {scenario_words(guide, settled)}"

    meant = sets.where(stops, promise.for_some) if promise.for_some else stops
    bare, covered = meant, EMPTY
    for block in promise.blocks:
        shown = sets.where(stops, block)
        stray, beside = sets.minus(shown, meant), sets.both(sets.both(shown, meant), covered)
        if promise.for_some and stray != EMPTY:
            message = f"{block.id!r} is of {promise.name}, which is for other readers, and stands "
            problems.add(Code.STRAY_BLOCK, block.at, message + who(stray))
        if promise.holds == "one" and beside != EMPTY:
            message = f"{block.id!r} stands beside another block of {promise.name}, which promises "
            problems.add(Code.SEVERAL_BLOCKS, block.at, f"{message}one, {who(beside)}")
        bare, covered = sets.minus(bare, shown), sets.union(covered, shown)
    if promise.holds != "any" and bare != EMPTY:
        message = f"{promise.name} promises {promise.holds} block and has none {who(bare)}"
        problems.add(Code.EMPTY_SECTION, promise.at, message)
