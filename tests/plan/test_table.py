"""The days in a table, and the scale of the chart."""

from datetime import date
from itertools import pairwise

import pytest
from helpers.making_plans import plan

from guide.model.schema import Guide
from guide.plan import render
from guide.plan.drawing import GUTTER, draw
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.plan.records import CASES
from guide.plan.table import HEAD, table

FAILURE = "opinion=qualified,nature=failure,months=6"
SCENARIO = {"opinion": "qualified", "nature": "failure"}


def test_the_table_holds_every_day_of_every_phase(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    head, _rule, *rows = table(made, 80)
    assert tuple(part.strip() for part in head.split("  ") if part.strip()) == HEAD
    assert rows[2] == "Response and plan  worst   21 Feb 2026  6 Mar 2026"
    assert len(rows) == len(made.phases) * len(CASES)


def test_what_is_done_or_the_same_in_all_cases_takes_one_line(shipped: Guide) -> None:
    made = plan(
        shipped, FAILURE, report_date="2026-02-20", fixes_done="2026-02-10", observe_from="today"
    )
    lines = table(made, 80)
    assert "Fixes              done                 10 Feb 2026" in lines
    assert "Observation        all     2 Mar 2026   1 Sep 2026" in lines


def test_open_days_are_called_open(shipped: Guide) -> None:
    made = plan(shipped, FAILURE.replace("qualified", "adverse"), report_date="2026-02-20")
    assert "Fixes              all     21 Feb 2026  open" in table(made, 80)
    assert table(plan(shipped, FAILURE), 80) == []


@pytest.mark.parametrize("width", [32, 40, 80])
def test_the_table_fits(shipped: Guide, width: int) -> None:
    lines = table(plan(shipped, FAILURE, report_date="2026-02-20"), width)
    assert max(map(len, lines)) <= width


def test_sentences_and_the_table_stand_before_the_chart(shipped: Guide) -> None:
    text = render(plan(shipped, FAILURE, report_date="2026-02-20"), "text")
    places = [text.index(words) for words in ("The new report: likely", "\nDays\n", "At a glance")]
    assert places == sorted(places)


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
    found = [order.index(name) for name in names.split()][1:]
    steps = {(b - a) % 12 for a, b in pairwise(found)}
    assert len(steps) <= 1
    assert len(marks) <= width


def test_a_wide_terminal_gets_a_wide_chart_and_text_that_can_be_read(shipped: Guide) -> None:
    text = render(plan(shipped, FAILURE, report_date="2026-02-20"), "text", width=150)
    lines = text.partition("Where this comes from")[0].splitlines()
    place = lines.index("At a glance")
    assert max(map(len, lines[place : place + 30])) > 140
    assert max(len(line) for line in lines[place + 40 :]) <= 88
