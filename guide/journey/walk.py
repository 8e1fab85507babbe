"""Answers to the way they lead: the trail, the scenario, the next question.

Everything here is a pure function of ``(guide, answers)``; going back can leave nothing stale.
"""

from typing import NamedTuple

from guide.model.routes import next_question, reachable
from guide.model.schema import Answers, Guide, Option, Question, Scenario


class Step(NamedTuple):
    """One question on the trail and the answer given."""

    question: Question
    option: Option


class Walk(NamedTuple):
    """Where a reader stands."""

    trail: tuple[Step, ...]
    scenario: dict[str, str]
    """Facet -> value, in the order of ``facets.yaml``."""
    next: Question | None
    """The question to ask now; None when the advice is reached."""

    @property
    def finished(self) -> bool:
        """Whether every question on the way is answered."""
        return self.next is None


class Change(NamedTuple):
    """What became of the answers after one was given or changed."""

    answers: dict[str, str]
    """The answers that stand: on the trail, or still ahead of an open question."""
    dropped: tuple[Step, ...]
    """Earlier answers that no longer apply, in the order they were given."""


def walk(guide: Guide, answers: Answers) -> Walk:
    """Follow the answers from the first question as far as they lead.

    Answers to questions that are not on the way are passed over, as are options that do not
    exist (a stored walk may be older than the guide).
    """
    trail: list[Step] = []
    settled: dict[str, str] = {}
    seen: set[str] = set()
    here = guide.question.get(guide.head.start)
    while here is not None and here.id not in seen:
        option = here.option(answers.get(here.id, ""))
        if option is None:
            break
        seen.add(here.id)
        trail.append(Step(here, option))
        settled |= option.settles
        here = next_question(guide, here, option, settled)
    return Walk(tuple(trail), in_order(guide, settled), here)


def answer(guide: Guide, answers: Answers, question_id: str, option_id: str) -> Change:
    """Give or change one answer.

    Every other answer that still applies is kept: those on the new trail, and while the trail
    is open also those whose question may still come.
    """
    after = {**answers, question_id: option_id}
    stands = standing(guide, after, walk(guide, after))
    dropped = tuple(
        Step(guide.question[question], option)
        for question, choice in answers.items()
        if question not in stands
        and question in guide.question
        and (option := guide.question[question].option(choice))
    )
    return Change(stands, dropped)


def standing(guide: Guide, answers: Answers, now: Walk) -> dict[str, str]:
    """The answers on the way, and those whose question may still come."""
    on_trail = {step.question.id: step.option.id for step in now.trail}
    ahead = reachable(guide, now.next) if now.next is not None else set()
    return on_trail | {
        question: option
        for question, option in answers.items()
        if question in ahead - on_trail.keys() and guide.question[question].option(option)
    }


def skip_ahead(guide: Guide, answers: Answers) -> dict[str, str]:
    """The answers, with every optional question that is still to come skipped."""
    answers = {**answers}
    here = walk(guide, answers).next
    while here is not None and (skip := here.skip):
        answers[here.id] = skip.id
        here = walk(guide, answers).next
    return answers


def in_order(guide: Guide, settled: Scenario) -> dict[str, str]:
    """The same scenario in the order of ``facets.yaml``, the order of scenario codes."""
    return {facet.id: settled[facet.id] for facet in guide.facets if facet.id in settled}
