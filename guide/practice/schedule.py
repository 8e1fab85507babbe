"""When a case is to be asked again: spaced by FSRS, in days as a reader counts them.

FSRS (Free Spaced Repetition Scheduler, version 6) keeps two numbers for each case: how many days
it takes until nine of ten such cases would still be known (stability), and how hard it is to raise
that (difficulty). Both follow from the answers alone, so only the answers are kept. Importing this
takes 50 ms, most of it for the library and what that imports: do it when a case is asked.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler

from guide.practice.reviews import Review

# Without steps of minutes: a sitting repeats what was missed at its own end. Without chance: the
# same answers give the same days on every machine.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
_NOON = time(12, tzinfo=UTC)
"""FSRS counts spans of 24 hours; from noon to noon they are the reader's days, and what was
answered last evening is a day old this morning.
"""


class Memory(NamedTuple):
    """How well one case is known."""

    due: date
    stability: float
    """Days."""
    difficulty: float
    """From 1 to 10."""
    last: Review
    """The newest answer."""
    first_day: date
    """The day of the oldest."""

    @property
    def known(self) -> bool:
        """Whether it was known the last time."""
        return self.last.known


def memories(reviews: Iterable[Review], guide: str) -> Mapping[str, Memory]:
    """Case id -> how well it is known, for the cases of a guide that were ever answered."""
    by_case: dict[str, list[Review]] = {}
    for review in reviews:
        if review.guide == guide:
            by_case.setdefault(review.case, []).append(review)
    return {case: memory(answers) for case, answers in by_case.items()}


def memory(reviews: list[Review]) -> Memory:
    """What the answers to one case, in order and at least one, come to."""
    card = Card(card_id=0, due=datetime.combine(reviews[0].day, _NOON))
    for review in reviews:
        # Whoever flies west may answer on the day before: no day comes before the last one.
        day = max(datetime.combine(review.day, _NOON), card.last_review or card.due)
        card, _ = _SCHEDULER.review_card(card, Rating.Good if review.known else Rating.Again, day)
    assert card.stability is not None  # noqa: S101  it has been answered
    assert card.difficulty is not None  # noqa: S101
    last, first = reviews[-1], reviews[0]
    return Memory(card.due.date(), card.stability, card.difficulty, last, first.day)
