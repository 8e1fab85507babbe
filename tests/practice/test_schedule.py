"""When cases come again: FSRS as its own authors count it, in the reader's days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler
from helpers.practicing import MORNING, review
from hypothesis import given
from hypothesis import strategies as st

from guide.practice.reviews import Review
from guide.practice.schedule import memories, memory

# Two vectors of the library's own tests (py-fsrs 6.3, tests/test_basic.py).
RATINGS = (*[Rating.Good] * 6, *[Rating.Again] * 2, *[Rating.Good] * 5)
INTERVALS = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
MEMO_DAYS = (0, 0, 1, 4, 12, 33)
MEMO_STABILITY, MEMO_DIFFICULTY = 53.62691, 6.3574867


def test_the_library_counts_as_its_own_tests_say() -> None:
    scheduler, card, intervals = Scheduler(enable_fuzzing=False), Card(), []
    when = datetime(2022, 11, 29, 12, 30, tzinfo=UTC)
    for rating in RATINGS:
        card, _ = scheduler.review_card(card, rating, when)
        assert card.last_review is not None
        intervals.append((card.due - card.last_review).days)
        when = card.due
    assert intervals == INTERVALS


def test_answers_come_to_the_memory_that_the_library_says() -> None:
    answers = [review("red", day=day, known=place > 0) for place, day in enumerate(MEMO_DAYS)]
    standing = memory(answers)
    assert standing.stability == pytest.approx(MEMO_STABILITY, abs=1e-4)
    assert standing.difficulty == pytest.approx(MEMO_DIFFICULTY, abs=1e-4)
    assert standing.due == MORNING.date() + timedelta(days=33 + 54)


@pytest.mark.parametrize(
    ("answer", "days"),
    [
        (review("red"), 2),
        (review("red", known=False), 1),
        (review("red", guessed=True), 1),
    ],
)
def test_what_is_known_waits_and_what_is_missed_or_guessed_comes_tomorrow(
    answer: Review, days: int
) -> None:
    assert memory([answer]).due == MORNING.date() + timedelta(days=days)


def test_a_case_missed_and_then_known_the_same_day_still_comes_tomorrow() -> None:
    again = [review("red", known=False), review("red")]
    assert memory(again).due == MORNING.date() + timedelta(days=1)


def test_what_was_answered_late_in_the_evening_is_a_day_old_the_next_morning() -> None:
    evening = review("red")._replace(when=MORNING.replace(hour=23, minute=59))
    morning = review("red", day=1)
    noons = [review("red"), review("red", day=1)]
    assert memory([evening, morning])[:3] == memory(noons)[:3]


def test_whoever_flies_west_into_the_day_before_is_not_scheduled_backwards() -> None:
    tokyo = MORNING.astimezone(timezone(timedelta(hours=9))).replace(hour=20)
    hawaii = (tokyo + timedelta(hours=8)).astimezone(timezone(timedelta(hours=-10)))
    first, second = review("red")._replace(when=tokyo), review("red")._replace(when=hawaii)
    assert second.day <= first.day
    assert memory([first, second]).due > first.day


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=30))
def test_any_answers_are_due_after_the_last_and_knowing_never_brings_a_case_sooner(
    steps: list[tuple[int, bool]],
) -> None:
    day, answers = 0, []
    for wait, known in steps:
        day += wait
        answers.append(review("red", day=day, known=known))
    last = MORNING.date() + timedelta(days=day)
    knew = memory([*answers[:-1], answers[-1]._replace(right=True)])
    missed = memory([*answers[:-1], answers[-1]._replace(right=False)])
    assert last < missed.due <= knew.due


def test_answers_to_other_guides_and_their_order_by_case_do_not_matter() -> None:
    other = review("red", known=False)._replace(guide="other")
    standing = memories([review("red"), other, review("blue")], "tiny")
    assert {case: m.due for case, m in standing.items()} == dict.fromkeys(
        ("red", "blue"), date(2026, 3, 4)
    )
