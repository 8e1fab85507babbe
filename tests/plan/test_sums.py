"""The arithmetic that a plan shows adds up, whatever the reader's own dates."""

import re
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from helpers.making_plans import TODAY, plan
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.arithmetic import route_arithmetic
from guide.plan.inputs import Inputs, disagreements
from guide.plan.make import make

FAILURE = "opinion=qualified,nature=failure,months=6"
SUM = re.compile(r"\w+: (.+) = (.+), from (.+?) \(.+\) to (.+)\.")


def day(text: str) -> date:
    from guide.plan.parse_day import read_day

    return read_day(text, TODAY)


def length(text: str) -> relativedelta:
    found = relativedelta()
    for number, unit in re.findall(r"(\d+) (month|week|day)", text):
        found += relativedelta(**{f"{unit}s": int(number)})  # type: ignore[arg-type]
    return found


NEAR = st.none() | st.integers(-60, 200)


@given(fixes=NEAR, window=NEAR, period=st.none() | st.integers(0, 90), months=st.integers(1, 24))
@settings(max_examples=300)
def test_the_terms_shown_lead_from_the_first_day_to_the_last(
    shipped: Guide, fixes: int | None, window: int | None, period: int | None, months: int
) -> None:
    report = date(2026, 2, 20)

    def near(days: int | None, sign: int = 1) -> date | None:
        return None if days is None else report + timedelta(days=sign * days)

    inputs = Inputs(report, near(fixes), near(window), near(period, -1), months)
    if disagreements(inputs):
        inputs = inputs._replace(observe_from=None)
    made = make(shipped, {"opinion": "qualified", "nature": "failure"}, inputs, TODAY)
    lines = [line for line in route_arithmetic(made, made.routes[0]) if " = " in line]
    assert len(lines) == 3
    for line in lines:
        found = SUM.fullmatch(line)
        assert found, line
        terms, whole, first, last = found.groups()
        after = day(first)
        for term in terms.split(" + "):
            after += length(term)
        assert after - timedelta(days=1) == day(last), line
        assert day(first) + length(whole) == after, line


@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({}, "21 Feb 2026 (the day after the report)"),
        ({"fixes_done": "2026-05-01"}, "2 May 2026 (the day after your own date for Fixes)"),
        ({"observe_from": "2026-06-01"}, "1 Jun 2026 (your own date)"),
    ],
)
def test_a_sum_says_where_it_is_counted_from(shipped: Guide, own: dict[str, str], why: str) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20", **own)
    lines = list(route_arithmetic(made, made.routes[0]))
    assert f"from {why} to" in lines[0]
    assert ("Root cause 1 week + Fixes 3 weeks" in lines[0]) == (not own)


def test_nothing_runs_beside_fixes_that_are_not_counted(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20", fixes_done="2026-02-10")
    told = list(route_arithmetic(made, made.routes[0]))[-1]
    assert told == "Beside the rest, without adding to the whole: Response and plan and Root cause."
    (line,) = [line for line in made.warnings if line.startswith("Fixes: done before the report")]
    assert line.endswith("Response and plan and Root cause: see what of it is still to be done.")


def test_fixes_done_while_the_cause_is_looked_for_were_not_done_before_the_report(
    shipped: Guide,
) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20", fixes_done="2026-02-25")
    (line,) = [line for line in made.warnings if line.startswith("Fixes: ")]
    assert "your own date, 25 Feb 2026," in line
    assert "before the report" not in line
    assert "Root cause: see what of it is still to be done." in line


def test_without_a_date_the_lengths_are_added_and_set_beside_the_range(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, months="12")
    text = " ".join(write_plan(made, "text").split())
    assert "Fieldwork 2 weeks + Report 2 weeks = 12 months and 8 weeks." in text
    assert "Fieldwork 3 weeks + Report 3 weeks = 12 months and 19 weeks." in text
    assert "6 to 12 months from end to end" in text
    assert "even the best case takes longer" in text
    assert "leaves no room for the rest in it" in text


def test_weeks_and_days_are_added_in_days(shipped: Guide) -> None:
    made = plan(shipped, "opinion=qualified,nature=admin,months=3")
    assert next(route_arithmetic(made, made.routes[0])).endswith(" = 3 months and 42 days.")


def test_an_adverse_opinion_gets_no_sum(shipped: Guide) -> None:
    made = plan(shipped, FAILURE.replace("qualified", "adverse"))
    assert list(route_arithmetic(made, made.routes[0])) == []


def test_the_range_stands_there_even_where_it_cannot_be_compared(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, fixes_done="2026-12-01")
    text = " ".join(write_plan(made, "text").split())
    assert "6 to 12 months from end to end" in text
    assert "It counts from the report's date, and that is not given." in text


def test_an_own_date_is_shown_where_the_start_is_open(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, fixes_done="2026-12-01")
    text = " ".join(write_plan(made, "text").split())
    assert "until 1 Dec 2026 The end is your own date." in text
    assert "your own date; the days are open" not in text


def test_fixes_that_are_done_have_no_latest_start(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, fixes_done="2026-12-01", by="2027-12-01")
    assert [one.phase.id for one in made.routes[0].latest] == ["observation", "fieldwork", "report"]
