"""Reports of promises that are not kept, each with the shortest answers that show it."""

from collections.abc import Iterable, Sequence

from guide.author.check.labels import place, reader_words, table_words
from guide.author.check.sections import Hole, PromiseProof
from guide.english import listed
from guide.journey.walk import walk
from guide.model.codes import Code
from guide.model.conditions import holds, reads
from guide.model.schema import UNSET, Block, Guide, Scenario, Test
from guide.reading.collector import Problems
from guide.states.promises import Promise


def report_promises(guide: Guide, proofs: Sequence[PromiseProof], problems: Problems) -> None:
    """Every promise that is broken; of those empty for the same readers, one line."""
    _report_holes(guide, proofs, problems)
    reported: set[tuple[str, str]] = set()
    for proof in sorted(proofs, key=lambda proof: proof.promise.part is None):
        _report_clashes(guide, proof, reported, problems)
        _report_strays(guide, proof, problems)
        if not proof.proven:
            message = f"{proof.promise.name} depends on too many facets together to be proven: "
            message += f"{_widest(proof.promise)}; ask together what it reads together, "
            message += "or let each block read less"
            problems.add(Code.TOO_MUCH_TOGETHER, proof.promise.at, message)


def _report_holes(guide: Guide, proofs: Sequence[PromiseProof], problems: Problems) -> None:
    same: dict[tuple[object, ...], list[tuple[Promise, Hole]]] = {}
    for proof in proofs:
        for hole in proof.holes:
            key = (*hole.answers.items(), *hole.readers)
            same.setdefault(key, []).append((proof.promise, hole))
    for alike in same.values():
        first, hole = alike[0]
        reader = reader_words(guide, hole.answers)
        if len(alike) == 1:
            message = f"{first.name} promises {first.holds} block and has none for {reader}"
        else:
            names = listed([promise.name for promise, _ in alike])
            message = f"{names} have none of the blocks they promise for {reader}"
        alone = {facet: (value,) for facet, value in walk(guide, hole.answers).scenario.items()}
        if dict(hole.readers) not in ({}, alone):
            message += f"; so for all with {table_words(guide, hole.readers)}"
        problems.add(Code.EMPTY_SECTION, first.at, message)


def _report_clashes(
    guide: Guide, proof: PromiseProof, reported: set[tuple[str, str]], problems: Problems
) -> None:
    promise = proof.promise
    for clash in proof.clashes:
        first, second = sorted([clash.first, clash.second], key=lambda block: block.at)
        if (first.id, second.id) in reported:  # the part has told it; its section need not
            continue
        reported.add((first.id, second.id))
        message = f"{second.id!r} and {first.id!r} ({place(first.at)}) both stand in "
        message += (
            f"{_where(promise)}, which promises one block, for {reader_words(guide, clash.answers)}"
        )
        problems.add(Code.SEVERAL_BLOCKS, second.at, message)


def _report_strays(guide: Guide, proof: PromiseProof, problems: Problems) -> None:
    for stray in proof.strays:
        message = f"{stray.block.id!r} is of {_where(proof.promise)}, which is for other readers "
        message += f"than {reader_words(guide, stray.answers)}"
        problems.add(Code.STRAY_BLOCK, stray.block.at, message)


def _widest(promise: Promise) -> str:
    """The block that reads most."""
    block = max(promise.blocks, key=lambda block: len(reads(block)))
    return f"{block.id!r} reads {len(reads(block))}"


def _where(promise: Promise) -> str:
    return repr(promise.section.id) if promise.part is None else promise.name


def follows_from(
    guide: Guide, block: Block, proofs: Iterable[PromiseProof]
) -> tuple[tuple[Promise, Hole], ...]:
    """The holes that are there for want of this block, which nobody sees.

    It would fill them but for a single row of its condition.
    """
    return tuple(
        (proof.promise, hole)
        for proof in proofs
        if any(block is other for other in proof.promise.blocks)
        for hole in proof.holes
        if _nearly(block, walk(guide, hole.answers).scenario)
    )


def _nearly(block: Block, scenario: Scenario) -> bool:
    tables = block.when.any_of if block.when else ((),)
    off = min(sum(not _met(test, scenario) for test in table) for table in tables)
    refused = block.unless is not None and bool(holds(block.unless, scenario))
    return off + refused <= 1


def _met(test: Test, scenario: Scenario) -> bool:
    return scenario.get(test.facet, UNSET) in test.values
