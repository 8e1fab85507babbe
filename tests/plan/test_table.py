"""The days in a table: every one of them, in lines that fit, before the chart."""

import codecs

import pytest
from helpers.making_plans import plan, table_rows

from guide.document.blocks import Section, Table
from guide.document.formats import Target
from guide.model.schema import Guide
from guide.pages.plan import DAYS_HEAD, document, write_plan
from guide.plan.records import CASES, Plan

FAILURE = "opinion=qualified,nature=failure,months=6"


def table(made: Plan) -> Table | None:
    """The table of days; None where the page has none."""
    blocks = [b for s in document(made).blocks if isinstance(s, Section) for b in s.blocks]
    return next((block for block in blocks if isinstance(block, Table)), None)


def days_in_text(made: Plan, width: int) -> list[str]:
    """The lines of the section with the days."""
    text = write_plan(made, "text", Target(width)).partition("\nDays\n----\n\n")[2]
    return text.partition("\n\n")[0].splitlines()


def test_the_table_holds_every_day_of_every_phase(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    days = table(made)
    assert days is not None
    assert days.head == DAYS_HEAD
    assert days.rows[2] == ("Response and plan", "worst", "21 Feb 2026", "27 Feb 2026")
    assert len(days.rows) == len(made.phases) * len(CASES)


def test_what_is_done_or_the_same_in_all_cases_takes_one_line(shipped: Guide) -> None:
    made = plan(
        shipped, FAILURE, report_date="2026-02-20", fixes_done="2026-02-10", observe_from="today"
    )
    lines = days_in_text(made, 80)
    assert "Fixes              done                 10 Feb 2026" in lines
    assert "Observation        all     2 Mar 2026   1 Sep 2026" in lines


def test_open_days_are_called_open(shipped: Guide) -> None:
    made = plan(shipped, FAILURE.replace("qualified", "adverse"), report_date="2026-02-20")
    lines = days_in_text(made, 80)
    assert "Root cause         all   21 Feb 2026  open" in lines
    assert "Fixes              all   open         open" in lines
    assert table(plan(shipped, FAILURE)) is None


@pytest.mark.parametrize("width", [32, 40, 80])
def test_the_table_fits(shipped: Guide, width: int) -> None:
    lines = days_in_text(plan(shipped, FAILURE, report_date="2026-02-20"), width)
    assert lines
    assert max(map(len, lines)) <= width


def test_sentences_and_the_table_stand_before_the_chart(shipped: Guide) -> None:
    text = write_plan(plan(shipped, FAILURE, report_date="2026-02-20"), "text")
    places = [text.index(words) for words in ("The new report: likely", "\nDays\n", "At a glance")]
    assert places == sorted(places)


def test_no_row_is_cut_over_two_sheets(shipped: Guide) -> None:
    page = write_plan(plan(shipped, FAILURE, report_date="2026-02-20"), "html")
    printed = page.partition("@media print {")[2].partition("</style>")[0]
    assert "tr { break-inside: avoid; }" in printed
    assert "thead { display: table-header-group; }" in printed
    assert '<thead><tr><th scope="col">Phase</th>' in page


def test_a_spreadsheet_is_told_that_the_table_is_utf_8(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, "Zoë", report_date="2026-02-20")
    data = write_plan(made, "csv").encode()
    assert data.startswith(codecs.BOM_UTF8 + b"kind,id,")
    assert {row["owner"] for row in table_rows(made) if row["kind"] == "task"} == {"Zoë"}


def test_a_wide_terminal_gets_a_wide_chart_and_text_that_can_be_read(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    text = write_plan(made, "text", Target(150))
    lines = text.partition("Where this comes from")[0].splitlines()
    place = lines.index("At a glance")
    assert max(map(len, lines[place : place + 30])) > 140
    assert max(len(line) for line in lines[place + 40 :]) <= 88
