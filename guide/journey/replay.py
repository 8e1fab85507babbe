"""The same way through another version of a guide, as far as it is still there."""

from dataclasses import replace
from typing import NamedTuple

from guide.journey.journey import Journey
from guide.journey.labels import step_line
from guide.journey.walk import standing, walk
from guide.model.renames import current_answers, names
from guide.model.schema import Answers, Guide


class Replayed(NamedTuple):
    """Where a journey stands in the new version."""

    journey: Journey
    waiting: dict[str, str]
    """Answers that do not apply now; another version may have a place for them again."""
    lost: tuple[str, ...]
    """Those among them that applied before, in words."""
    regained: tuple[str, ...]
    """Answers that did not apply before and do now, in words."""

    @property
    def words(self) -> str:
        """What became of the answers; empty where all stand."""
        parts = []
        if self.lost:
            parts.append(f"No longer applies: {'; '.join(self.lost)}.")
        if self.regained:
            parts.append(f"Applies again: {'; '.join(self.regained)}.")
        return " ".join(parts)


def replay(journey: Journey, guide: Guide, waiting: Answers | None = None) -> Replayed:
    """Give the same answers in another version of the guide."""
    old = journey.guide
    answers = current_answers(guide, {**(waiting or {}), **journey.answers})
    known = names(guide)
    before = standing(old, journey.answers, journey.walked)
    now = standing(guide, answers, walk(guide, answers))
    had = {known.question(question) for question in before}
    lost = tuple(
        _words(old, question, option)
        for question, option in before.items()
        if known.question(question) not in now
    )
    regained = tuple(_words(guide, q, o) for q, o in now.items() if q not in had)
    former = journey.former
    moved = replace(
        journey,
        guide=guide,
        answers=now,
        at=known.question(journey.at),
        former=replay(former, guide).journey if former is not None else None,
        notice="",
    )
    rest = {question: option for question, option in answers.items() if question not in now}
    return Replayed(moved, rest, lost, regained)


def _words(guide: Guide, question_id: str, option_id: str) -> str:
    question = guide.question[question_id]
    option = question.option(option_id)
    return step_line(guide, question, option) if option is not None else question.text
