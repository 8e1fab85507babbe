"""The last days in a table: every phase in every case, in lines that fit, below the chart."""

import codecs

import pytest
from helpers.making_plans import plan, table_rows

from guide.document.blocks import Section, Table
from guide.document.formats import Target
from guide.model.schema import Guide
from guide.pages.plan import DAYS, DAYS_HEAD, document, write_plan
from guide.plan.records import Plan

FAILURE = "opinion=qualified,nature=failure,months=6"


def table(made: Plan) -> Table | None:
    """The table of days; None where the page has none."""
    blocks = [b for s in document(made).blocks if isinstance(s, Section) for b in s.blocks]
    return next((block for block in blocks if isinstance(block, Table)), None)


def days_in_text(made: Plan, width: int) -> list[str]:
    """The lines of the section with the days."""
    text = write_plan(made, "text", Target(width)).partition(f"\n{DAYS}\n{'-' * len(DAYS)}\n\n")[2]
    return text.partition("\n\n")[0].splitlines()


def test_the_table_holds_the_last_day_of_every_phase_in_every_case(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    days = table(made)
    assert days is not None
    assert days.head == DAYS_HEAD == ("Phase", "Best", "Likely", "Worst")
    assert days.rows[0] == ("Response and plan", "24 Feb 2026", "27 Feb 2026", "27 Feb 2026")
    assert len(days.rows) == len(made.phases)


def test_what_is_done_says_so(shipped: Guide) -> None:
    made = plan(
        shipped, FAILURE, report_date="2026-02-20", fixes_done="2026-02-10", observe_from="today"
    )
    (line,) = (line for line in days_in_text(made, 80) if line.startswith("Fixes"))
    assert line.split("  ")[-1] == "10 Feb 2026 (done)"


def test_open_days_are_called_open(shipped: Guide) -> None:
    code = FAILURE.replace("qualified", "adverse")
    made = plan(shipped, code, report_date="2026-02-20", fixes_done="2026-05-01")
    (line,) = (line for line in days_in_text(made, 80) if line.startswith("Fieldwork"))
    assert line.split() == ["Fieldwork", "open", "open", "open"]
    assert table(plan(shipped, FAILURE)) is None


@pytest.mark.parametrize("width", [32, 40, 80])
def test_the_table_fits(shipped: Guide, width: int) -> None:
    lines = days_in_text(plan(shipped, FAILURE, report_date="2026-02-20"), width)
    assert lines
    assert max(map(len, lines)) <= width


def test_the_answer_stands_first_then_the_chart_then_the_table(shipped: Guide) -> None:
    text = write_plan(plan(shipped, FAILURE, report_date="2026-02-20"), "text")
    places = [
        text.index(words) for words in ("The new report around", "At a glance", f"\n{DAYS}\n")
    ]
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
