"""The plan's days, counted a second way: from the research, and not from the content."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta as delta
from helpers.how_many import tries
from helpers.making_plans import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.plan.inputs import Inputs, disagreements
from guide.plan.make import make
from guide.plan.records import CASES, Plan

DAY = delta(days=1)
SMALL = (
    (delta(days=4), delta(weeks=1), delta(weeks=1)),
    (delta(days=10), delta(weeks=2), delta(weeks=3)),
)
LARGE = (
    (delta(weeks=1), delta(weeks=2), delta(weeks=2)),
    (delta(weeks=3), delta(weeks=6), delta(weeks=11)),
)
CAUSE_AND_FIXES = {
    "admin": SMALL,
    "failure": LARGE,
    "none": LARGE,
    "no-evidence": LARGE,
    "description": LARGE,
}
"""Looking for the cause, then the repair: 2 to 4 weeks for a small gap, 1 to 3 months else."""
FIELDWORK = (delta(weeks=2), delta(weeks=3), delta(weeks=3))
REPORT = (delta(weeks=2), delta(weeks=2), delta(weeks=3))
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


NEAR = st.integers(-200, 400)
NUMBERS = st.tuples(
    st.integers(0, 36500), st.none() | NEAR, st.none() | NEAR, st.none() | NEAR, st.integers(1, 36)
)
"""Few and small draws: ten thousand of them take seconds."""


def _inputs(
    numbers: tuple[int, int | None, int | None, int | None, int],
) -> Inputs:
    """Dates that agree with one another, most of them near the report's."""
    days, fixes, window, period, months = numbers
    report = date(2000, 1, 1) + timedelta(days=days)

    def near(offset: int | None) -> date | None:
        return None if offset is None else report + timedelta(days=offset)

    ended = None if period is None else -abs(period)
    found = Inputs(report, near(fixes), near(window), near(ended), months)
    return found._replace(observe_from=None) if disagreements(found) else found


def expected(nature: str, given: Inputs, case: int) -> dict[str, tuple[date, date]]:
    """Phase -> first and last day, for one of the three cases."""
    report = given.report_date
    assert report is not None
    cause, fixes = (lengths[case] for lengths in CAUSE_AND_FIXES[nature])
    cause_from = report + DAY
    cause_to = cause_from + cause - DAY
    fixes_from = cause_to + DAY
    fixes_to = given.fixes_done or fixes_from + fixes - DAY
    window_from = given.observe_from or fixes_to + DAY
    if given.period_end is not None and window_from <= given.period_end:
        window_from = given.period_end + DAY
    window_to = window_from + delta(months=given.months or 0) - DAY
    fieldwork_to = window_to + FIELDWORK[case]
    return {
        "cause": (cause_from, cause_to),
        "fixes": (fixes_from, fixes_to),
        "observation": (window_from, window_to),
        "fieldwork": (window_to + DAY, fieldwork_to),
        "report": (fieldwork_to + DAY, fieldwork_to + REPORT[case]),
    }


def found(plan: Plan, case: str) -> dict[str, tuple[date | None, date | None]]:
    phases = [one for one in plan.phases if one.phase.beside is None]
    return {one.phase.id: (one.spans[case].start, one.spans[case].end) for one in phases}


@pytest.mark.parametrize("nature", sorted(CAUSE_AND_FIXES))  # five tests, for several cores
@given(given=NUMBERS.map(_inputs))
@settings(max_examples=tries(400))
def test_thousands_of_plans_have_the_days_counted_a_second_way(
    shipped: Guide, given: Inputs, nature: str
) -> None:
    plan = make(shipped, {"opinion": "qualified", "nature": nature}, given, TODAY)
    for number, case in enumerate(CASES):
        assert found(plan, case) == expected(nature, given, number)
    (route,) = plan.routes
    assert [route.ends[case] for case in CASES] == [
        expected(nature, given, number)["report"][1] for number in range(3)
    ]


@given(by=DAYS, months=st.integers(1, 36), nature=st.sampled_from(sorted(CAUSE_AND_FIXES)))
@settings(max_examples=tries(200))
def test_the_latest_start_is_the_last_day_that_meets_the_day_wanted(
    shipped: Guide, by: date, months: int, nature: str
) -> None:
    scenario = {"opinion": "qualified", "nature": nature}
    plan = make(shipped, scenario, Inputs(months=months, by=by), TODAY)
    (route,) = plan.routes
    chain = ["cause", "fixes", "observation", "fieldwork", "report"]
    assert [one.phase.id for one in route.latest] == chain
    for number, case in enumerate(CASES):
        start = route.latest[0].starts[case]
        for late, meets in ((0, True), (1, False)):
            report = start + delta(days=late) - DAY
            ends = expected(nature, Inputs(report_date=report, months=months), number)["report"]
            assert (ends[1] <= by) is meets


@given(by=DAYS, months=st.integers(1, 36))
@settings(max_examples=tries(100))
def test_so_is_the_latest_start_of_the_observation(shipped: Guide, by: date, months: int) -> None:
    scenario = {"opinion": "qualified", "nature": "admin"}
    plan = make(shipped, scenario, Inputs(months=months, by=by), TODAY)
    latest = {one.phase.id: one.starts for one in plan.routes[0].latest}
    for number, case in enumerate(CASES):
        for late, meets in ((0, True), (1, False)):
            opens = latest["observation"][case] + delta(days=late)
            given = Inputs(report_date=date(2000, 1, 1), observe_from=opens, months=months)
            assert (expected("admin", given, number)["report"][1] <= by) is meets


@pytest.mark.parametrize("months", range(1, 37))
def test_controls_fall_due_as_often_as_whole_rhythms_fit(shipped: Guide, months: int) -> None:
    plan = make(shipped, {"opinion": "qualified", "nature": "admin"}, Inputs(months=months), TODAY)
    quarterly, annual = plan.occasions
    assert (quarterly.times, annual.times) == (months // 3, months // 12)
    assert bool(quarterly.warning) == (months < 6)
    assert bool(annual.warning) == (months < 24)


@pytest.mark.parametrize(
    ("nature", "months", "verdict"),
    [
        ("admin", 3, "below"),
        ("failure", 3, "starts below"),
        ("none", 3, "starts below"),
        ("admin", 6, "inside"),
        ("failure", 6, "inside"),
        ("admin", 9, "inside"),
        ("failure", 9, "runs beyond"),
        ("admin", 12, "beyond"),
        ("failure", 12, "beyond"),
        ("no-evidence", 12, "beyond"),
    ],
)
def test_the_article_stands_beside_it_as_the_advice_says(
    shipped: Guide, nature: str, months: int, verdict: str
) -> None:
    inputs = Inputs(report_date=date(2026, 3, 1), months=months)
    plan = make(shipped, {"opinion": "qualified", "nature": nature}, inputs, TODAY)
    assert plan.typical is not None
    assert plan.typical.verdict == verdict
