"""What a plan says first: what it comes to, whether that is in time, and what is odd."""

import pytest
from helpers.making_plans import plan

from guide.model.schema import Guide
from guide.pages.plan import plan_remarks
from guide.plan.export_items import items
from guide.plan.occasions import occasion_line
from guide.plan.plan_words import summary

FAILURE = "opinion=qualified,nature=failure,months=6"
REPORT = {"report_date": "2026-02-20"}


def first(shipped: Guide, **typed: str) -> str:
    return " ".join(summary(plan(shipped, FAILURE, **typed)))


def body(shipped: Guide, code: str, **typed: str) -> str:
    return " ".join(
        line for part in plan_remarks(plan(shipped, code, **typed)) for line in part.lines
    )


def test_whether_a_wanted_day_is_met_stands_at_the_top(shipped: Guide) -> None:
    told = first(shipped, **REPORT, by="2026-12-01")
    assert (
        "Wanted by 1 Dec 2026: best in time, likely in time, worst 1 month and 2 days late." in told
    )


def test_a_plan_wholly_in_the_past_is_told(shipped: Guide) -> None:
    assert "All of this plan is past" in first(shipped, report_date="2025-01-01")
    assert "is past" not in first(shipped, **REPORT)


def test_a_report_dated_ahead_is_told_unless_it_is_a_draft(shipped: Guide) -> None:
    ahead = "The date of the report, 1 Jun 2028, is still ahead"
    assert ahead in first(shipped, report_date="2028-06-01")
    draft = plan(shipped, "opinion=qualified,nature=failure,report=draft", report_date="2028-06-01")
    assert ahead not in " ".join(summary(draft))


def test_what_is_missing_is_said_once(shipped: Guide) -> None:
    told = first(shipped)
    assert "Missing: the date of the report. Most days count from it." in told
    assert "is missing" not in told


def test_a_time_that_stays_open_is_counted_in_months(shipped: Guide) -> None:
    told = body(shipped, FAILURE, **REPORT, period_end="2025-12-31")
    assert "From then to the likely day of the new report, 7 months and 20 days stay open." in told


def test_a_bridge_that_is_over_is_marked_and_its_caveat_goes_along(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, report_date="2025-10-01")
    assert "A bridge letter of 3 months would end on 1 Jan 2026 (past)." in body(
        shipped, FAILURE, report_date="2025-10-01"
    )
    bridge = next(item for item in items(made) if item.id == "bridge-end")
    assert "The end of the old period is not given" in bridge.note
    assert bridge.note.endswith("This day is past.")


@pytest.mark.parametrize("months", ["3", "6"])
def test_counting_occasions_says_when_it_does_not_hold(shipped: Guide, months: str) -> None:
    made = plan(shipped, FAILURE, months=months)
    assert "at least" in occasion_line(made.occasions[0])
    told = body(shipped, FAILURE, months=months)
    assert "If it only has to run once in each quarter or year of the calendar" in told
