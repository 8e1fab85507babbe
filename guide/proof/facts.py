"""Claims and what they rest on: what no reader sees, what is shown without its correction."""

import datetime
from collections.abc import Iterator

from guide.model.codes import Code
from guide.model.problems import Problem, Problems
from guide.model.schema import Block, Guide


def check_facts(guide: Guide, problems: Problems) -> None:
    """Report facts and sources without a reader, and a wrong claim without its correction.

    A block that no reader sees is its own problem; the facts under it are not blamed again.
    """
    shown = _shown(guide)
    for fact in guide.facts:
        if fact.id not in shown:
            message = f"no reader sees what {fact.id} supports; name it in a block's rests_on"
            problems.add(Code.UNSEEN_FACT, fact.at, message)
    used = {key for fact in guide.facts for key in (*fact.source, *fact.checked_against)}
    for source in guide.sources:
        if source.id not in used:
            message = f"no fact names {source.id}; name it in a fact, or remove it"
            problems.add(Code.UNUSED_SOURCE, source.at, message)
    for block in _blocks(guide):
        _check_corrections(guide, block, problems)


def due_for_review(guide: Guide, as_of: datetime.date) -> list[Problem]:
    """What was verified longer ago than the guide allows, seen from this day."""
    problems = Problems()
    check_age(guide, as_of, problems)
    return problems.sorted()


def check_age(guide: Guide, as_of: datetime.date, problems: Problems) -> None:
    """Report what was verified longer ago than the guide allows, seen from this day.

    Facts that share the guide's own date are not reported one by one.
    """
    allowed = guide.head.review_after_days
    limit = as_of - datetime.timedelta(days=allowed)
    for what, verified, at in [
        (guide.id, guide.head.verified, guide.head.at),
        *((f.id, f.verified, f.at) for f in guide.facts if f.verified != guide.head.verified),
    ]:
        if verified is not None and verified < limit:
            age = (as_of - verified).days
            message = f"{what} was verified {verified}, {age} days ago; the guide allows {allowed}"
            problems.add(Code.DUE_FOR_REVIEW, at, message)


def _shown(guide: Guide) -> set[str]:
    """Facts under a block, and the corrections that go with them."""
    waiting = [fact for block in _blocks(guide) for fact in block.rests_on]
    shown: set[str] = set()
    while waiting:
        fact = waiting.pop()
        if fact not in shown and fact in guide.fact:
            shown.add(fact)
            waiting += guide.fact[fact].corrected_by
    return shown


def _check_corrections(guide: Guide, block: Block, problems: Problems) -> None:
    for fact_id in block.rests_on:
        fact = guide.fact.get(fact_id)
        if fact is None or fact.verdict != "differs":
            continue
        missing = [other for other in fact.corrected_by if other not in block.rests_on]
        if missing or not fact.corrected_by:
            with_what = (
                f"show {', '.join(missing)} beside it" if missing else "say what corrects it"
            )
            message = f"{block.id!r} rests on {fact_id}, which practice contradicts; {with_what}"
            problems.add(Code.UNCORRECTED, block.at, message)


def _blocks(guide: Guide) -> Iterator[Block]:
    for blocks in guide.blocks.values():
        yield from blocks
