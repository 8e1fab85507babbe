"""The bars: each day in its column, three cases told apart without color."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.document.chart_rows import BARS, GUTTER, chart_rows
from guide.document.scale import Scale
from guide.model.schema import Guide
from guide.pages.plan import plan_chart
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.plan.records import CASES, Plan

SCENARIO = {"opinion": "qualified", "nature": "failure"}


def draw(plan: Plan, width: int) -> list[str]:
    """The chart in characters."""
    chart = plan_chart(plan)
    assert chart is not None
    return ["".join(run.text for run in row) for row in chart_rows(chart, width)]


@given(
    report=st.dates(date(2001, 1, 1), date(2090, 1, 1)),
    away=st.integers(-3000, 3000),
    months=st.integers(1, 36),
    columns=st.integers(22, 200),
)
@settings(max_examples=200)
def test_bars_stand_where_their_days_are(
    shipped: Guide, report: date, away: int, months: int, columns: int
) -> None:
    inputs = Inputs(report, months=months, by=report + timedelta(days=400))
    plan = make(shipped, SCENARIO, inputs, report + timedelta(days=away))
    chart = plan_chart(plan)
    assert chart is not None
    scale = Scale(chart.first, chart.last, columns)
    days = (chart.last - chart.first).days + 1
    for row, planned in zip(chart.rows, plan.phases, strict=True):
        assert [bar.name for bar in row.bars] == list(CASES)
        for bar in row.bars:
            span = planned.spans[bar.name]
            assert (bar.start, bar.end) == (span.start, span.end)
            first, last = scale.column(bar.start), scale.column(bar.end)
            assert 0 <= first <= last < columns
            assert abs(first / columns - (bar.start - chart.first).days / days) < 1 / columns
            assert abs(last / columns - (bar.end - chart.first).days / days) < 1 / columns
    lines = draw(plan, columns + GUTTER)
    assert max(map(len, lines)) <= columns + GUTTER
    drawn = [line for line in lines if line[:GUTTER].strip() in (*CASES, "all")]
    assert len(drawn) >= len(chart.rows)
    for line in drawn:
        assert set(line[GUTTER:]) & set(BARS.values())


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_drawing_is_plain_and_says_what_its_signs_are(shipped: Guide, width: int) -> None:
    inputs = Inputs(date(2026, 2, 20), months=6, by=date(2026, 9, 1))
    lines = draw(make(shipped, SCENARIO, inputs, date(2026, 3, 2)), width)
    assert all(line.isascii() and len(line) <= width for line in lines)
    assert "- best  # likely  = worst" in lines
    assert "| today, 2 Mar 2026" in lines
    assert any("|" in line for line in lines[:4])


def test_nothing_is_drawn_where_no_day_is_known(shipped: Guide) -> None:
    assert plan_chart(make(shipped, SCENARIO, Inputs(), date(2026, 3, 2))) is None
    assert plan_chart(make(shipped, {"obstacle": "ended"}, Inputs(), date(2026, 3, 2))) is None


def test_a_far_today_does_not_squeeze_the_bars(shipped: Guide) -> None:
    inputs = Inputs(date(2026, 2, 20), months=6)
    far = plan_chart(make(shipped, SCENARIO, inputs, date(2031, 1, 1)))
    assert far is not None
    assert far.last < date(2027, 6, 1)
    assert far.marks[0].day == date(2031, 1, 1)
    near = plan_chart(make(shipped, SCENARIO, inputs, date(2026, 2, 1)))
    assert near is not None
    assert near.first == date(2026, 2, 1)


def test_a_bar_does_not_touch_the_name_of_its_case(shipped: Guide) -> None:
    made = make(shipped, SCENARIO, Inputs(date(2026, 2, 20), months=6), date(2027, 9, 1))
    lines = [line for line in draw(made, 80) if line.startswith("  likely")]
    assert lines
    assert all(line.startswith("  likely ") for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80, 160])
@pytest.mark.parametrize("months", [1, 6, 12, 36])
def test_months_are_named_at_even_steps_from_the_first_on(
    shipped: Guide, width: int, months: int
) -> None:
    made = make(shipped, SCENARIO, Inputs(date(2026, 1, 25), months=months), date(2026, 2, 1))
    years, names, marks = draw(made, width)[:3]
    assert names[GUTTER:].split()[0] == "Jan"
    assert "2026" in years or "2027" in years
    order = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    numbers = [order.index(name) for name in names.split()][1:]
    steps = {(after - before) % 12 for before, after in pairwise(numbers)}
    assert len(steps) <= 1
    assert len(marks) <= width
