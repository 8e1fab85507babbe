"""Why a day is open travels with every file, also with those that hold no sentences."""

import json

import icalendar
import pytest
from helpers.making_plans import plan, table_rows

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.exports.mermaid import label

ADVERSE = "opinion=adverse,nature=failure,months=6"
DISCLAIMER = "opinion=disclaimer,nature=no-evidence,months=6"


@pytest.mark.parametrize("code", [ADVERSE, DISCLAIMER])
def test_the_reason_for_no_end_goes_along(shipped: Guide, code: str) -> None:
    made = plan(shipped, code, report_date="2026-02-20")
    assert made.no_end
    why = made.no_end.says
    rows = table_rows(made)
    assert [row["title"] for row in rows if row["kind"] == "note"] == [why]
    assert f"%% {label(why)}" in write_plan(made, "mermaid")
    calendar = icalendar.Calendar.from_ical(write_plan(made, "ics"))
    assert str(calendar["x-wr-caldesc"]) == why
    for task in json.loads(write_plan(made, "taskwarrior")):
        told = {note["description"] for note in task["annotations"]}
        assert (why in told) == ("due" not in task)


def test_so_does_what_is_missing(shipped: Guide) -> None:
    made = plan(shipped, "opinion=qualified,nature=admin,months=6")
    assert "note,,,Missing: the date of the report. Most days count from it." in write_plan(
        made, "csv"
    )
    assert "%% Missing" in write_plan(made, "mermaid")


def test_a_plan_with_all_its_days_has_no_such_line(shipped: Guide) -> None:
    made = plan(shipped, "opinion=qualified,nature=admin,months=6", report_date="2026-02-20")
    assert "note,,," not in write_plan(made, "csv")
    assert "X-WR-CALDESC" not in write_plan(made, "ics")


def test_a_table_says_what_lengths_rest_on_and_what_hangs_on_a_guess(shipped: Guide) -> None:
    made = plan(shipped, "opinion=qualified,nature=admin,months=6", report_date="2026-02-20")
    rows = {row["id"]: row for row in table_rows(made)}
    assert rows["observation"]["rests on"] == "F35"
    assert "The end of the old period is not given" in rows["bridge-end"]["note"]
