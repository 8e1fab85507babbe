"""A walk that was kept, in the guide as it is today: which answers stand, and what changed."""

from typing import NamedTuple

from guide.model.schema import Answers, Guide
from guide.naming import step_line
from guide.renames import current_answers
from guide.store.rows import Kept
from guide.walk import Walk, reachable, walk

STILL = "The guide has changed since; your answers still apply."


class Reopened(NamedTuple):
    """A stored walk as it stands today."""

    answers: dict[str, str]
    """By the names of today; only those that still apply."""
    whole: bool
    """Whether every answer that was stored still applies."""
    told: str
    """One line if the guide has changed since, else empty."""


def reopen(guide: Guide, kept: Kept) -> Reopened:
    """Walk the stored answers again."""
    answers = current_answers(guide, kept.answers)
    now = walk(guide, answers)
    standing = _standing(guide, answers, now)
    same = kept.content_hash == guide.content_hash
    if same:
        return Reopened(standing, len(standing) == len(answers), "")
    told = _told(guide, answers, standing, opened=now if kept.finished else None)
    return Reopened(standing, len(standing) == len(answers), told)


def _standing(guide: Guide, answers: Answers, now: Walk) -> dict[str, str]:
    """The answers on the way, and those whose question may still come."""
    on_trail = {step.question.id: step.option.id for step in now.trail}
    coming = reachable(guide, now.next) if now.next is not None else set()
    ahead = {
        question: option
        for question, option in answers.items()
        if question in coming
        and question not in on_trail
        and guide.question[question].option(option) is not None
    }
    return on_trail | ahead


def _told(guide: Guide, answers: Answers, standing: Answers, *, opened: Walk | None) -> str:
    gone: list[str] = []
    idle: list[str] = []
    for question_id, option_id in answers.items():
        if question_id in standing:
            continue
        question = guide.question.get(question_id)
        if question is None:
            gone.append(f"the question {question_id} (you answered {option_id})")
        elif (option := question.option(option_id)) is None:
            gone.append(f"the answer {option_id} to '{question.text}'")
        else:
            idle.append(step_line(guide, question, option))
    parts = []
    if gone:
        parts.append(f"No longer there: {'; '.join(gone)}.")
    if idle:
        parts.append(f"No longer applies: {'; '.join(idle)}.")
    if opened is not None and opened.next is not None:
        parts.append(f"Now open: {opened.next.text}")
    return " ".join(["The guide has changed since.", *parts]) if parts else STILL
