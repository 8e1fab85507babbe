"""Reports of promises that are not kept, each with the shortest answers that show it."""

from collections.abc import Iterable, Sequence

from guide.conditions import holds
from guide.model.codes import Code
from guide.model.problems import Problems
from guide.model.schema import UNSET, Block, Guide, Scenario, Test
from guide.proof.promises import Promise
from guide.proof.saying import listed, place, shown
from guide.proof.sections import PromiseProof
from guide.walk import walk


def report_promises(guide: Guide, proofs: Sequence[PromiseProof], problems: Problems) -> None:
    """Every promise that is broken; of those empty for the same readers, one line."""
    _report_empty(guide, [proof for proof in proofs if proof.empty is not None], problems)
    told: set[tuple[str, str]] = set()
    for proof in sorted(proofs, key=lambda proof: proof.promise.part is None):
        _report_clashes(guide, proof, told, problems)
        _report_strays(guide, proof, problems)
        if not proof.proven:
            message = f"{proof.promise.name} depends on too many facets together to be proven; "
            message += "divide it into parts, each of which reads fewer"
            problems.add(Code.TOO_MUCH_TOGETHER, proof.promise.at, message)


def _report_empty(guide: Guide, proofs: Sequence[PromiseProof], problems: Problems) -> None:
    by_answers: dict[tuple[tuple[str, str], ...], list[Promise]] = {}
    for proof in proofs:
        by_answers.setdefault(tuple((proof.empty or {}).items()), []).append(proof.promise)
    for answers, promises in by_answers.items():
        first, reader = promises[0], shown(guide, dict(answers))
        if len(promises) == 1:
            message = f"{first.name} promises {first.holds} block and has none for {reader}"
        else:
            names = listed([promise.name for promise in promises])
            message = f"{names} have none of the blocks they promise for {reader}"
        problems.add(Code.EMPTY_SECTION, first.at, message)


def _report_clashes(
    guide: Guide, proof: PromiseProof, told: set[tuple[str, str]], problems: Problems
) -> None:
    promise = proof.promise
    for clash in proof.clashes:
        first, second = sorted([clash.first, clash.second], key=lambda block: block.at)
        if (first.id, second.id) in told:  # the part has told it; its section need not
            continue
        told.add((first.id, second.id))
        message = f"{second.id!r} and {first.id!r} ({place(first.at)}) both stand in "
        message += f"{_where(promise)}, which promises one block, for {shown(guide, clash.answers)}"
        problems.add(Code.SEVERAL_BLOCKS, second.at, message)


def _report_strays(guide: Guide, proof: PromiseProof, problems: Problems) -> None:
    for stray in proof.strays:
        message = f"{stray.block.id!r} is of {_where(proof.promise)}, which is for other readers "
        message += f"than {shown(guide, stray.answers)}"
        problems.add(Code.STRAY_BLOCK, stray.block.at, message)


def _where(promise: Promise) -> str:
    return repr(promise.section.id) if promise.part is None else promise.name


def follows_from(
    guide: Guide, block: Block, proofs: Iterable[PromiseProof]
) -> tuple[PromiseProof, ...]:
    """The promises that are empty for want of this block, which nobody sees.

    It would fill the gap but for a single row of its condition.
    """
    return tuple(
        proof
        for proof in proofs
        if proof.empty is not None
        and any(block is other for other in proof.promise.blocks)
        and _nearly(block, walk(guide, proof.empty).scenario)
    )


def _nearly(block: Block, scenario: Scenario) -> bool:
    tables = block.when.any_of if block.when else ((),)
    off = min(sum(not _met(test, scenario) for test in table) for table in tables)
    refused = block.unless is not None and bool(holds(block.unless, scenario))
    return off + refused <= 1


def _met(test: Test, scenario: Scenario) -> bool:
    return scenario.get(test.facet, UNSET) in test.values
