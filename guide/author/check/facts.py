"""Claims and what they rest on: what no reader sees, what is shown without its correction."""

import datetime
import re
from collections.abc import Iterator, Mapping

from guide.author.check.quotes import without_quotes
from guide.document.body import plain
from guide.journey.advice import facts_under
from guide.model.basic import Grounded
from guide.model.codes import Code
from guide.model.problems import Problem
from guide.model.schema import Block, Fact, Guide, Place
from guide.model.texts import grounded
from guide.reading.collector import Problems

_NUMBER = re.compile(r"(?<![\w.,-])(?<![A-Z\d] )(?<!Type )(?!1\b(?![.,]))\d+(?:[.,]\d+)*(?![\w-])")
"""A number on its own, and no part of a name such as ``F12`` or ``SOC 2``; 1 is seldom a claim."""
_WORDS = (
    *("two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve"),
)


def check_facts(guide: Guide, problems: Problems) -> None:
    """Report facts and sources without a reader, and a wrong claim without its correction.

    A block that no reader sees is its own problem; the facts under it are not blamed again.
    """
    reached = _shown(guide)
    for fact in guide.facts:
        if fact.id not in reached:
            message = f"no reader sees what {fact.id} supports; name it in a block's rests_on"
            problems.add(Code.UNSEEN_FACT, fact.at, message)
    used = {key for fact in guide.facts for key in (*fact.source, *fact.checked_against)}
    for source in guide.sources:
        if source.id not in used:
            message = f"no fact names {source.id}; name it in a fact, or remove it"
            problems.add(Code.UNUSED_SOURCE, source.at, message)
    for fact in guide.facts:
        _check_correction(fact, problems)
    for thing in grounded(guide):
        _check_shown_with(guide, thing, problems)
        _check_numbers(guide, thing, problems)


def _check_numbers(guide: Guide, thing: Grounded, problems: Problems) -> None:
    """Report a number in a passage that no fact under it holds. What is judged may hold others."""
    words = without_quotes(plain(getattr(thing, "body", "")))
    if thing.judgement or not thing.rests_on or not _NUMBER.search(words):
        return
    facts = facts_under(guide, Block("", "", rests_on=thing.rests_on))
    held = {number for fact in facts for number in _numbers(f"{fact.says} {fact.check}")}
    for match in _NUMBER.finditer(words):
        if match.group() not in held:
            message = f"{getattr(thing, 'id', '')!r} says {match.group()}, and no fact under it "
            message += "does; mend the number, or say in 'judgement' where it is from"
            problems.add(Code.UNFOUNDED_NUMBER, problems.spot(thing.at, "body"), message)
            return


def _numbers(text: str) -> set[str]:
    """The numbers of a text, those in words among them."""
    words = re.findall(r"[a-z]+", text.lower())
    spelled = {str(number) for number, word in enumerate(_WORDS, 2) if word in words}
    return spelled.union(re.findall(r"\d+(?:[.,]\d+)*", text))


def due_for_review(
    guide: Guide, as_of: datetime.date, data: Mapping[str, bytes] | None = None
) -> list[Problem]:
    """What was verified longer ago than the guide allows, seen from this day."""
    problems = Problems()
    problems.data.update(data or {})
    check_age(guide, as_of, problems)
    return problems.sorted()


def check_age(guide: Guide, as_of: datetime.date, problems: Problems) -> None:
    """Report what was verified longer ago than the guide allows, seen from this day.

    Facts that share the guide's own date are not reported one by one; nor are facts without a
    date, for nobody knows their age.
    """
    for what, verified, at in _dates(guide):
        if guide.head.is_due(verified, as_of):
            age = (as_of - verified).days
            message = f"{what} was verified {verified}, {age} days ago; the guide allows "
            message += f"{guide.head.review_after_days}"
            problems.add(Code.DUE_FOR_REVIEW, problems.spot(at, "verified"), message)


def check_future(guide: Guide, today: datetime.date, problems: Problems) -> None:
    """Report what is said to have been verified on a day that is still to come."""
    for what, verified, at in _dates(guide):
        if verified > today:
            message = f"{what} was verified {verified}, and that day is still to come"
            problems.add(Code.VERIFIED_LATER, problems.spot(at, "verified"), message)


def _dates(guide: Guide) -> Iterator[tuple[str, datetime.date, Place]]:
    yield guide.id, guide.head.verified, guide.head.at
    for fact in guide.facts:
        if fact.verified is not None and fact.verified != guide.head.verified:
            yield fact.id, fact.verified, fact.at


def _shown(guide: Guide) -> set[str]:
    """Facts under a block or a part of the plan, and the corrections that go with them."""
    waiting = [fact for thing in grounded(guide) for fact in thing.rests_on]
    reached: set[str] = set()
    while waiting:
        fact = waiting.pop()
        if fact not in reached and fact in guide.fact:
            reached.add(fact)
            waiting += guide.fact[fact].corrected_by
    return reached


def _check_correction(fact: Fact, problems: Problems) -> None:
    """Report a fact that corrects itself, and one that is wrong with nothing to put it right."""
    others = [other for other in fact.corrected_by if other != fact.id]
    if len(others) < len(fact.corrected_by):
        at = problems.item(fact.at, "corrected_by", fact.id)
        message = f"{fact.id} names itself as what corrects it; name another fact"
        problems.add(Code.UNCORRECTED, at, message)
    elif fact.verdict == "differs" and not others:
        message = f"practice contradicts {fact.id}, and nothing corrects it; add 'corrected_by'"
        problems.add(Code.UNCORRECTED, fact.at, message)


def _check_shown_with(guide: Guide, thing: Grounded, problems: Problems) -> None:
    """Report a claim that practice contradicts, if its correction is not given as a reason too.

    What corrects any other claim is shown below it on every page, without being named again.
    """
    if not all(fact in guide.fact for fact in thing.rests_on):
        return  # one of them may be meant for the correction
    called = repr(getattr(thing, "id", "")) if hasattr(thing, "id") else "this"
    for fact_id in thing.rests_on:
        fact = guide.fact[fact_id]
        if fact.verdict != "differs":
            continue
        missing = [other for other in fact.corrected_by if other not in thing.rests_on]
        if missing:
            at = problems.item(thing.at, "rests_on", fact_id)
            message = f"{called} rests on {fact_id}, which practice contradicts; "
            message += f"show {', '.join(missing)} beside it"
            problems.add(Code.UNCORRECTED, at, message)
