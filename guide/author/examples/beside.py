"""What an example expects beside the advice: of questions, answers, facts, the plan and letters."""

from collections.abc import Iterator
from datetime import date

from guide.author.examples.expect import Failure, holds_phrase
from guide.author.examples.find import Reader
from guide.english import listed
from guide.journey.code import write_code
from guide.journey.facts import fact_lines
from guide.model.codes import Code
from guide.model.example import Example
from guide.model.replies import FIRST
from guide.model.schema import Guide, Scenario
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.sales.form import WantedLetter
from guide.sales.letters import held
from guide.sales.ready import ready_replies, replies_of

_DAY = date(2026, 1, 5)
"""The day of the report in every plan that is tried: no phrase may hang on a date."""


def failures_beside(guide: Guide, example: Example, reader: Reader) -> Iterator[Failure]:
    """Every expectation beside the advice that this reader's way, page or plan does not meet."""
    asked = {step.question.id: step for step in reader.trail}
    questions = {
        name: f"{step.question.text} {step.question.why} {step.question.look}"
        for name, step in asked.items()
    }
    answers = {name: f"{step.option.label} {step.option.hint}" for name, step in asked.items()}
    facts = {
        fact.id: " ".join([fact.says, *fact_lines(guide, fact)]) for fact in reader.advice.facts()
    }
    code = write_code(guide, reader.advice.scenario)
    for rows, texts, kind in (
        (example.asks, questions, "question"),
        (example.answers_say, answers, "the answer to"),
        (example.facts_say, facts, "fact"),
    ):
        for row in rows:
            if row.of not in texts:
                message = f"{example.id!r} expects words of {kind} {row.of!r}; {code} "
                message += "does not come to it"
                yield Failure(Code.EXAMPLE_PHRASE_MISSING, row.at, message)
                continue
            for phrase in row.items:
                if not holds_phrase(texts[row.of], phrase):
                    message = f"{example.id!r} expects the words {phrase.text!r} of {kind} "
                    message += f"{row.of!r}, which does not say them"
                    yield Failure(Code.EXAMPLE_PHRASE_MISSING, phrase.at, message)
    yield from _letter_failures(guide, example, reader.advice.scenario, code)
    if example.replies or example.likely or example.unasked:
        yield from _reply_failures(guide, example, reader.advice.scenario, code)
    if example.plan_says or example.plan_never_says:
        yield from _plan_failures(guide, example, reader.advice.scenario, code)


def letters_held(guide: Guide, example: Example, scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """What each letter that an example names holds for its reader."""
    return {
        only.of: held(WantedLetter(guide, guide.letters, letter, scenario))
        for only in example.letters
        if guide.letters and (letter := guide.letters.letter(only.of))
    }


def _letter_failures(
    guide: Guide, example: Example, scenario: Scenario, code: str
) -> Iterator[Failure]:
    there = letters_held(guide, example, scenario)
    for only in example.letters:
        here, names = there.get(only.of, ()), {name.text for name in only.items}
        for name in only.items:
            if name.text not in here:
                message = f"{example.id!r} expects {name.text!r} of letter {only.of!r}; "
                message += f"for {code} it has {listed(here) or 'nothing'}"
                yield Failure(Code.EXAMPLE_LETTER, name.at, message)
        if more := [repr(name) for name in here if name not in names]:
            message = f"{example.id!r} leaves no room in letter {only.of!r} for "
            yield Failure(Code.EXAMPLE_LETTER, only.at, f"{message}{listed(more)}")


def _reply_failures(
    guide: Guide, example: Example, scenario: Scenario, code: str
) -> Iterator[Failure]:
    ready = ready_replies(guide, scenario)
    likely = {each.id for each in ready if each.answer.rank == FIRST}
    given = {each.id for each in ready}
    rows = [(name, given, "answer") for name in example.replies]
    rows += [(name, likely, "likely answer") for name in example.likely]
    for name, there, what in rows:
        if name.text not in there:
            message = f"{example.id!r} expects the {what} {name.text!r}; {code} is not given it"
            yield Failure(Code.EXAMPLE_BLOCK_MISSING, name.at, message)
    more = likely - {name.text for name in example.likely} if example.likely else ()
    for other in sorted(more):
        message = f"{example.id!r} leaves {other!r} out of 'likely'; {code} is likely asked that"
        yield Failure(Code.EXAMPLE_BLOCK_SHOWN, example.likely[0].at, message)
    if example.unasked:
        yield from _unasked_failures(guide, example, {each.reply.id for each in ready}, code)


def _unasked_failures(
    guide: Guide, example: Example, asked: set[str], code: str
) -> Iterator[Failure]:
    for name in example.unasked:
        if name.text in asked:
            message = f"{example.id!r} rules out the question {name.text!r}; {code} is asked it"
            yield Failure(Code.EXAMPLE_BLOCK_SHOWN, name.at, message)
    known = asked | {name.text for name in example.unasked}
    for other in (reply.id for reply in replies_of(guide).replies if reply.id not in known):
        message = f"{example.id!r} leaves {other!r} out of 'unasked'; {code} is not asked it"
        yield Failure(Code.EXAMPLE_BLOCK_MISSING, example.unasked[0].at, message)


def _plan_failures(
    guide: Guide, example: Example, scenario: Scenario, code: str
) -> Iterator[Failure]:
    words = _plan_text(guide, scenario)
    for phrase in example.plan_says:
        if not holds_phrase(words, phrase):
            message = f"{example.id!r} expects the words {phrase.text!r} in the plan; "
            message += f"that of {code} does not say them"
            yield Failure(Code.EXAMPLE_PHRASE_MISSING, phrase.at, message)
    for phrase in example.plan_never_says:
        if holds_phrase(words, phrase):
            message = f"{example.id!r} rules out the words {phrase.text!r} in the plan; "
            message += f"that of {code} says them"
            yield Failure(Code.EXAMPLE_PHRASE_SAID, phrase.at, message)


def _plan_text(guide: Guide, scenario: Scenario) -> str:
    """All that an author wrote and this reader's plan shows; empty without a plan."""
    if guide.recovery is None:
        return ""
    plan = make(guide, scenario, Inputs(report_date=_DAY), _DAY)
    remarks = [plan.nothing, plan.no_end, plan.typical and plan.typical.typical, *plan.notes]
    texts = [remark.says for remark in remarks if remark]
    for route in plan.routes:
        texts += [route.way.title, route.way.about, route.way.result]
    for planned in plan.phases:
        texts += [planned.phase.title, planned.phase.about]
        texts += [text for o in planned.tasks for text in (o.task.title, o.task.evidence)]
    return " ".join(texts)
