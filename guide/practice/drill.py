"""A drill: a sitting whose answers are kept as they are given, for the app and for plain lines."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

import msgspec

from guide.english import plural
from guide.model.practice import Case, CaseOption, SessionPlan
from guide.model.problems import did_you_mean
from guide.model.schema import Guide
from guide.practice.choosing import course, courses, daily, missed, more
from guide.practice.progress import ReviewFile
from guide.practice.reviews import Review, Reviews
from guide.practice.schedule import Memory, memories
from guide.practice.sitting import MISSED, Sitting
from guide.practice.topics import TopicStanding
from guide.user_error import UserError


class Drill:
    """What a reader does with the cases of one guide."""

    def __init__(
        self, guide: Guide, now: Callable[[], datetime], progress: ReviewFile | None = None
    ) -> None:
        self.guide = guide
        self._now = now
        self._progress = progress or ReviewFile()
        self._notice = ""
        self.reviews = self._read()
        """All answers so far, those of this run too."""
        self.sitting = self.daily()
        """What the reader sits at."""

    @property
    def today(self) -> date:
        """The reader's day."""
        return self._now().date()

    @property
    def memories(self) -> Mapping[str, Memory]:
        """How well each case is known now."""
        return memories(self.reviews, self.guide.id)

    def daily(self) -> Sitting:
        """What is due today."""
        return self._shuffled(daily(self.guide, self.memories, self.today))

    def more(self) -> Sitting:
        """Some more, though nothing is due."""
        return self._shuffled(more(self.guide, self.memories))

    def topic(self, row: TopicStanding) -> Sitting:
        """The cases of a topic: those missed, then those never asked, then those known."""
        done = {case.id for case in (*row.missed, *row.known)}
        cases = [case for case in self.guide.case.values() if case.topic == row.topic.id]
        new = (case for case in cases if case.id not in done)
        return self._shuffled(
            Sitting(self.guide.id, row.topic.label, (*row.missed, *new, *row.known))
        )

    def standing(self, plan: SessionPlan) -> str:
        """Where a course stands today, as what follows its minutes; empty if it isn't begun."""
        begun, known = self.course(plan), self.memories
        if begun.earlier:
            return f", go on at {len(begun.earlier) + 1} of {len(begun.earlier) + len(begun.cases)}"
        last = [known[case.id].last for case in begun.cases if case.id in known]
        if len(last) < len(begun.cases) or any(review.day != self.today for review in last):
            return ""
        return f", done today, {sum(review.known for review in last)} of {len(last)} known"

    def missed(self) -> Sitting:
        """What was missed the last time."""
        return self._shuffled(Sitting(self.guide.id, MISSED, missed(self.guide, self.memories)))

    def again(self) -> Sitting:
        """What was missed in this sitting."""
        return self._shuffled(self.sitting.again())

    def course(self, plan: SessionPlan) -> Sitting:
        """A course, from where it was left today."""
        return self._shuffled(course(self.guide, plan, self.reviews, self.today))

    def answer(self, option: CaseOption) -> None:
        """Take an answer to the case that is asked, and keep it."""
        self.sitting = self.sitting.answered(option, self._now())
        self._keep(self.sitting.given[-1])
        self.reviews.append(self.sitting.given[-1])

    def guess(self) -> None:
        """The last answer was a guess: it counts as not known."""
        self.sitting = self.sitting.guessed()
        self._keep(self.sitting.given[-1])
        self.reviews[-1] = self.sitting.given[-1]

    def _shuffled(self, sitting: Sitting) -> Sitting:
        """The sitting with the options of each case that comes again in another order."""
        times = Counter(review.case for review in self.reviews if review.guide == self.guide.id)
        cases = tuple(_mixed(case, times[case.id]) for case in sitting.cases)
        return replace(sitting, cases=cases)

    def take_notice(self) -> str:
        """What is to be said of the file of answers, once."""
        notice, self._notice = self._notice, ""
        return notice

    def _read(self) -> list[Review]:
        try:
            kept = self._progress.read()
        except OSError as error:
            why = error.strerror or error
            self._notice = f"Your earlier answers can't be read: {why} ({self._progress.path})."
            return []
        self._notice = damage(kept)
        return kept.reviews

    def _keep(self, review: Review) -> None:
        try:
            self._progress.add([review])
        except OSError as error:
            why = error.strerror or error
            self._notice = f"This answer can't be kept: {why} ({self._progress.path})."


def _mixed(case: Case, times: int) -> Case:
    """A case with its options in the order in which it is asked after so many answers.

    The first time they stand as the author wrote them; the same count gives the same order.
    """
    if not times:
        return case
    mixer = random.Random(f"{case.id} {times}")  # noqa: S311 - an order, not a secret
    options = tuple(mixer.sample(case.options, len(case.options)))
    return msgspec.structs.replace(case, options=options)


def damage(kept: Reviews) -> str:
    """What is damaged in a file of answers, in a line; empty if nothing is."""
    if not kept.faults:
        return ""
    first, *others = kept.faults
    more = f", and {len(others)} more" if others else ""
    return f"{plural(len(kept.faults), 'damaged line')} passed over: {first}{more}."


def find_course(guide: Guide, name: str) -> SessionPlan:
    """The course of this id.

    Raises:
        UserError: with those there are.

    """
    plans = {plan.id: plan for plan in courses(guide)}
    if name not in plans:
        hint = did_you_mean(name, plans) or f"; there are {', '.join(plans) or 'none'}"
        message = f"{guide.id} has no course {name[:80]!r}{hint}"
        raise UserError(message)
    return plans[name]
