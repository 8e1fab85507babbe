"""The promises of a page, proven for readers who stop on the way.

An unfinished scenario is a page like any other: what is not settled counts as ``unset``. The same
diagrams that hold who comes to a question hold every page so far (``states.reach``), so no path is
followed and no scenario listed.
"""

from collections.abc import Iterable

from guide.author.check.labels import limited, whoever
from guide.model.codes import Code
from guide.model.conditions import reads
from guide.reading.collector import Problems
from guide.states.promises import Promise, beside_others
from guide.states.readers import Readers, Scope
from guide.states.sets import EMPTY, Set


def check_unfinished(readers: Readers, promises: Iterable[Promise], problems: Problems) -> None:
    """Report each promise that some page so far breaks, with what its reader has settled."""
    for promise in promises:
        message = f"{promise.name} depends on too many facets together to be proven for "
        message += "readers who stop on the way; let each block read less"
        with limited(problems, promise.at, message):
            some = [promise.for_some] if promise.for_some else []
            _check(readers, promise, readers.stops(reads(*promise.blocks, *some)), problems)


def _check(readers: Readers, promise: Promise, scope: Scope, problems: Problems) -> None:
    sets, stops = scope

    def who(those: Set) -> str:
        return f"on the page so far of {whoever(readers.guide, sets, those)}"

    meant = sets.where(stops, promise.for_some) if promise.for_some else stops
    shown = [sets.where(stops, block) for block in promise.blocks]
    beside, bare = beside_others(sets, meant, shown)
    for block, these, both in zip(promise.blocks, shown, beside, strict=True):
        stray = sets.minus(these, meant)
        if promise.for_some and stray != EMPTY:
            message = f"{block.id!r} is of {promise.name}, which is for other readers, and stands "
            problems.add(Code.STRAY_BLOCK, block.at, message + who(stray))
        if promise.holds == "one" and both != EMPTY:
            message = f"{block.id!r} stands beside another block of {promise.name}, which promises "
            problems.add(Code.SEVERAL_BLOCKS, block.at, f"{message}one, {who(both)}")
    if promise.holds != "any" and bare != EMPTY:
        message = f"{promise.name} promises {promise.holds} block and has none {who(bare)}"
        problems.add(Code.EMPTY_SECTION, promise.at, message)
