"""Months by the calendar, both ends included, and the exact way back."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from helpers.how_many import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.length import Length, read_length
from guide.plan.calendar import add_months, inclusive_end, latest_start, months_and_days

DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
LENGTHS = st.builds(Length, st.integers(1, 36), st.sampled_from(["day", "week", "month"]))


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-03-01", "3 months", "2026-05-31"),
        ("2026-01-31", "1 month", "2026-02-27"),
        ("2028-01-31", "1 month", "2028-02-28"),
        ("2028-02-29", "12 months", "2029-02-27"),
        ("2026-08-31", "6 months", "2027-02-27"),
        ("2026-12-15", "2 months", "2027-02-14"),
        ("2026-02-26", "1 week", "2026-03-04"),
        ("2028-02-28", "2 days", "2028-02-29"),
    ],
)
def test_ends_are_the_last_day_of_a_phase(start: str, length: str, end: str) -> None:
    words = read_length(length)
    assert words is not None
    assert inclusive_end(date.fromisoformat(start), words).isoformat() == end


@given(DAYS, LENGTHS)
@settings(max_examples=tries(400))
def test_ends_are_those_of_dateutil(start: date, length: Length) -> None:
    step = relativedelta(**{f"{length.unit}s": length.number})  # type: ignore[arg-type]
    assert inclusive_end(start, length) == start + step - relativedelta(days=1)
    assert add_months(start, length.number) == start + relativedelta(months=length.number)
    assert add_months(start, -length.number) == start - relativedelta(months=length.number)


@given(DAYS, LENGTHS)
@settings(max_examples=tries(400))
def test_the_latest_start_still_meets_the_day_and_the_day_after_it_does_not(
    end: date, length: Length
) -> None:
    start = latest_start(end, length)
    assert inclusive_end(start, length) <= end < inclusive_end(start + DAY, length)


@given(DAYS, LENGTHS)
def test_the_fewest_and_the_most_days_hold_whatever_the_start(start: date, length: Length) -> None:
    days = (inclusive_end(start, length) - start + DAY).days
    assert length.fewest_days <= days <= length.most_days


def test_the_fewest_days_are_found_somewhere() -> None:
    starts = [date(2026, 1, 1) + timedelta(days=n) for n in range(366 * 4)]
    for months in range(1, 37):
        length = Length(months, "month")
        days = [(inclusive_end(start, length) - start + DAY).days for start in starts]
        assert length.fewest_days == min(days)
        assert max(days) <= length.most_days <= max(days) + 2


@given(DAYS, st.integers(0, 4000))
def test_months_and_days_lead_from_the_first_day_to_the_last(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    words = months_and_days(first, last).replace(" and ", " ").split()
    nouns = [word.rstrip("s") for word in words[1::2]]
    counts = dict(zip(nouns, map(int, words[::2]), strict=True))
    step = relativedelta(months=counts.get("month", 0)) + relativedelta(days=counts.get("day", 0))
    assert first + step == last + DAY


@pytest.mark.parametrize(
    "text", ["", "1 months", "2 month", "0 days", "one week", "1.5 months", "2 weeks ", "1 year"]
)
def test_a_length_has_one_way_of_being_written(text: str) -> None:
    assert read_length(text) is None
