"""What people type for a day, and what they are told where it is none."""

from datetime import date

import pytest
from helpers.making_plans import TODAY
from hypothesis import given
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.plan.inputs import FIELDS, read_inputs
from guide.plan.parse_day import DayError, read_day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        (" 2026-3-1 ", "2026-03-01"),
        ("2028-02-29", "2028-02-29"),
        ("31 Mar 2026", "2026-03-31"),
        ("1 september 2026", "2026-09-01"),
        ("2. Feb. 2026", "2026-02-02"),
        ("Today", "2026-03-02"),
        ("tomorrow", "2026-03-03"),
        ("yesterday", "2026-03-01"),
        ("in 6 weeks", "2026-04-13"),
        ("in six weeks", "2026-04-13"),
        ("in 1 day", "2026-03-03"),
        ("in 3 months", "2026-06-02"),
        ("in  2  years", "2028-03-02"),
        ("3 weeks ago", "2026-02-09"),
        ("2027-02", "2027-02-01"),
        ("2026\u201303\u201331", "2026-03-31"),
        ("March 5, 2026", "2026-03-05"),
        ("Mar 5 2026", "2026-03-05"),
        ("6 weeks", "2026-04-13"),
        ("in a week", "2026-03-09"),
        ("in a month", "2026-04-02"),
        ("a year ago", "2025-03-02"),
        ("1-Dec-2026", "2026-12-01"),
        ("2026/12/01", "2026-12-01"),
        ("2026.12.1", "2026-12-01"),
        ("31.12.2026", "2026-12-31"),
        ("1. 12. 2026", "2026-12-01"),
        ("31/12/2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("5-5-2026", "2026-05-05"),
        ("1st Dec 2026", "2026-12-01"),
        ("2nd of March 2026", "2026-03-02"),
        ("Dec 1st, 2026", "2026-12-01"),
        ("Tue 1 Dec 2026", "2026-12-01"),
        ("Tuesday, December 1, 2026", "2026-12-01"),
        ("Thurs. 2026-12-03", "2026-12-03"),
    ],
)
def test_a_day_can_be_typed_in_these_ways(typed: str, day: str) -> None:
    assert read_day(typed, TODAY).isoformat() == day


def test_months_are_clipped_to_their_last_day() -> None:
    assert read_day("in 1 month", date(2026, 1, 31)) == date(2026, 2, 28)


def test_a_month_means_its_first_or_its_last_day() -> None:
    assert read_day("2028-02", TODAY, month_ends=True) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2026-02-30", "there is no day 30 in February 2026; it has 28"),
        ("2026-13-01", "there is no month 13"),
        ("2026-00", "there is no month 0"),
        ("1999-01-01", "the year 1999 is outside 2000 to 2099"),
        ("in 900 months", "is outside the years 2000 to 2099"),
        ("in 9999 years", "is outside the years 2000 to 2099"),
        ("1/12/2026", "'1/12/2026' can mean two days, 1 Dec 2026 or 12 Jan 2026; write it as"),
        ("03-02-2026", "can mean two days, 3 Feb 2026 or 2 Mar 2026"),
        ("13/14/2026", "there is no month 13"),
        ("0/31/2026", "there is no month 0"),
        ("31/2/2026", "there is no day 31 in February 2026"),
        ("31.13.2026", "there is no month 13"),
        ("Mon 1 Dec 2026", "1 Dec 2026 is a Tuesday; write it as"),
        ("tue", "is not a day"),
        ("1 Dec/2026", "is not a day"),
        ("2026/12-01", "is not a day"),
        ("next friday", "is not a day"),
        ("friday", "is not a day"),
        ("a", "is not a day"),
        ("weeks", "is not a day"),
        ("5 March 26", "is not a day"),
        ("\u201cmorgen\u201d", "'\u201cmorgen\u201d' is not a day"),
        ("\u202e1", "'\\u202e1' is not a day"),
        ("in 6 weeks ago", "is not a day"),
        ("in many weeks", "is not a day"),
        ("2026", "is not a day"),
        ("\u0662\u0660\u0662\u0666-03-01", "is not a day"),
        ("\x1b[2J", "'\\x1b[2J' is not a day"),
        ("9" * 5000, "is not a day"),
    ],
)
def test_what_is_no_day_gets_one_line_with_the_way_out(typed: str, told: str) -> None:
    with pytest.raises(DayError) as raised:
        read_day(typed, TODAY)
    message = str(raised.value)
    assert told in message
    assert message.isprintable()
    assert len(message) < 400


@given(st.text(max_size=40))
def test_nothing_typed_ends_otherwise_than_in_a_day_or_a_line(text: str) -> None:
    try:
        assert date(2000, 1, 1) <= read_day(text, TODAY) <= date(2099, 12, 31)
    except DayError as error:
        assert str(error).isprintable()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"report_date": "soon"}, "Date of the report: 'soon' is not a day"),
        ({"months": "0"}, "Months observed: '0' is not a number of months from 1 to 36"),
        ({"months": "six"}, "not a number of months"),
        (
            {"report_date": "2026-01-01", "period_end": "2026-01"},
            "Old period ended: 31 Jan 2026 is after the report's own date, 1 Jan 2026",
        ),
        (
            {"fixes_done": "2026-05-01", "observe_from": "2026-05-01"},
            "Observation starts: 1 May 2026 is not after the fixes, done on 1 May 2026",
        ),
        (
            {"period_end": "2026-05-01", "observe_from": "2026-05-01"},
            "Observation starts: 1 May 2026 lies in the old period",
        ),
    ],
)
def test_impossible_inputs_are_named_with_their_field(
    tiny: Guide, typed: dict[str, str], told: str
) -> None:
    found = read_inputs(tiny, typed, TODAY)
    assert len(found.troubles) == 1
    trouble = found.troubles[0]
    assert told in trouble.message
    assert trouble.field in typed


def test_one_wrong_field_takes_nothing_from_the_others(tiny: Guide) -> None:
    found = read_inputs(tiny, {"report_date": "x", "months": "6 months", "by": "2027-02"}, TODAY)
    assert [trouble.field for trouble in found.troubles] == ["report_date"]
    assert (found.inputs.months, found.inputs.by) == (6, date(2027, 2, 28))


def test_owners_are_for_a_role_or_for_all(tiny: Guide) -> None:
    found = read_inputs(tiny, {}, TODAY, ("Ward A1", "keeper=B = Two"))
    assert found.troubles == ()
    assert found.inputs.owners == {"": "Ward A1", "keeper": "B = Two"}
    wrong = read_inputs(tiny, {}, TODAY, ("keper=Ana", "keeper=", "a\nb")).troubles
    assert wrong[0].message == "Owner: no role 'keper'; did you mean 'keeper'?"
    assert len(wrong) == 3


def test_every_field_of_the_form_is_an_input(tiny: Guide) -> None:
    inputs = read_inputs(tiny, {}, TODAY).inputs
    assert {field.name for field in FIELDS} | {"owners"} == set(inputs._fields)
