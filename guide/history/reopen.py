"""A walk that was kept, in the guide as it is today: which answers stand, and what changed."""

from typing import NamedTuple

from guide.history.digest import changes, is_known
from guide.history.kept import Kept
from guide.journey.advice import advise
from guide.journey.code import code_pairs
from guide.journey.condition_words import NOT_SETTLED
from guide.journey.labels import step_line
from guide.journey.walk import Walk, standing, walk
from guide.model.renames import current_answers, current_scenario
from guide.model.schema import Answers, Facet, Guide

CHANGED = "The guide has changed since."
STILL = "The guide has changed since; your answers still apply."
AS_BEFORE = "The guide has changed since; your answers still apply, and the page reads as it did."


class Reopened(NamedTuple):
    """A stored walk as it stands today."""

    answers: dict[str, str]
    """By the names of today; only those that still apply."""
    whole: bool
    """Whether every answer that was stored still applies."""
    notice: str
    """One line if the guide has changed since, else empty."""


def reopen(guide: Guide, kept: Kept) -> Reopened:
    """Walk the stored answers again."""
    answers = current_answers(guide, kept.answers)
    now = walk(guide, answers)
    stands = standing(guide, answers, now)
    whole = len(stands) == len(answers)
    if kept.content_hash == guide.content_hash:
        return Reopened(stands, whole, "")
    lost = _lost(guide, answers, stands)
    settled = _settled(guide, kept, now, whole=not lost)
    asked = [f"Now open: {now.next.text}"] if kept.finished and now.next else []
    page = _page(guide, kept, now)
    notice = _notice(kept, [*lost, *settled, *asked], page, finished=now.finished)
    return Reopened(stands, whole, " ".join(notice))


def _notice(kept: Kept, answers: list[str], page: list[str], *, finished: bool) -> list[str]:
    """What changed in the answers comes first, then what reads differently."""
    if answers:
        return [CHANGED, *answers, *page]
    if page:
        return [STILL, *page]
    return [AS_BEFORE if finished and kept.finished and is_known(kept.page) else STILL]


def _settled(guide: Guide, kept: Kept, now: Walk, *, whole: bool) -> list[str]:
    """Where the same answers settle something else than they did."""
    before = current_scenario(guide, code_pairs(kept.code))
    if not (whole and before):
        return []  # of an answer that is gone it is said already
    sentences = []
    for facet in guide.facets:
        was, is_now = before.get(facet.id), now.scenario.get(facet.id)
        if was == is_now or not (kept.finished or (was and is_now)):
            continue  # of an unfinished walk the code may hold what is still ahead
        old, new = (_label(facet, value) for value in (was, is_now))
        sentences.append(f"{facet.label} was {old}, is now {new}.")
    gone = [name for name in before if name not in guide.facet] if kept.finished else []
    return [
        *sentences,
        *(f"{name} is no longer asked for (it was {before[name]})." for name in gone),
    ]


def _label(facet: Facet, value_id: str | None) -> str:
    value = facet.value(value_id or "")
    return value.label if value else value_id or NOT_SETTLED


def _page(guide: Guide, kept: Kept, now: Walk) -> list[str]:
    if not (kept.finished and now.finished):
        return []
    return changes(kept.page, advise(guide, now.scenario))


def _lost(guide: Guide, answers: Answers, stands: Answers) -> list[str]:
    """The answers that stand no more, in sentences."""
    gone: list[str] = []
    idle: list[str] = []
    for question_id, option_id in answers.items():
        if question_id in stands:
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
    return parts
