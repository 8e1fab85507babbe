"""The bars: each day in its column, three cases told apart without colour."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.plan.calendar import DAY
from guide.plan.chart import chart
from guide.plan.drawing import GUTTER, MARKS, draw
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.plan.records import CASES

SCENARIO = {"opinion": "qualified", "nature": "failure"}


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
    found = chart(plan, columns)
    assert found is not None
    days = (found.last - found.first).days + 1
    for row, one in zip(found.rows, plan.phases, strict=True):
        assert [bar.case for bar in row.bars] == list(CASES)
        for bar in row.bars:
            assert (bar.start, bar.end) == (one.spans[bar.case].start, one.spans[bar.case].end)
            assert 0 <= bar.first <= bar.last < columns
            assert abs(bar.first / columns - (bar.start - found.first).days / days) < 1 / columns
            assert abs(bar.last / columns - (bar.end - found.first).days / days) < 1 / columns
    assert (found.today is not None) == (found.first <= plan.today <= found.last)
    lines = draw(plan, columns + GUTTER)
    assert max(map(len, lines)) <= columns + GUTTER
    drawn = [line for line in lines if line[:GUTTER].strip() in (*CASES, "all")]
    assert len(drawn) >= len(found.rows)
    for line in drawn:
        assert set(line[GUTTER:]) & set(MARKS.values())


@pytest.mark.parametrize("width", [40, 80, 160])
def test_the_drawing_is_plain_and_says_what_its_signs_are(shipped: Guide, width: int) -> None:
    inputs = Inputs(date(2026, 2, 20), months=6, by=date(2026, 9, 1))
    lines = draw(make(shipped, SCENARIO, inputs, date(2026, 3, 2)), width)
    assert all(line.isascii() and len(line) <= width for line in lines)
    assert "- best  # likely  = worst" in lines
    assert "| today, 2 Mar 2026" in lines
    assert any("|" in line for line in lines[:4])


def test_nothing_is_drawn_where_no_day_is_known(shipped: Guide) -> None:
    assert draw(make(shipped, SCENARIO, Inputs(), date(2026, 3, 2)), 80) == []
    assert chart(make(shipped, {"obstacle": "ended"}, Inputs(), date(2026, 3, 2)), 80) is None


def test_a_far_today_does_not_squeeze_the_bars(shipped: Guide) -> None:
    inputs = Inputs(date(2026, 2, 20), months=6)
    far = chart(make(shipped, SCENARIO, inputs, date(2031, 1, 1)), 70)
    assert far is not None
    assert far.today is None
    near = chart(make(shipped, SCENARIO, inputs, date(2026, 2, 1)), 70)
    assert near is not None
    assert near.first == date(2026, 2, 1) < date(2026, 2, 20) + DAY
