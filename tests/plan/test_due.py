"""When a task is due: on the last day of its phase, unless the guide names another day."""

import json
from datetime import date

import icalendar
import pytest
from helpers.making_plans import plan, table_rows

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.due_dates import due_days, due_words
from guide.plan.records import Plan

FAILURE = "opinion=qualified,nature=failure,deal=active,months=6"
CLEAN = "opinion=unqualified,nature=admin,deal=active,months=6"
DATES = {"report_date": "2026-02-20", "observe_from": "2026-08-01"}


def days(made: Plan, name: str) -> list[str]:
    return [
        day.isoformat()
        for one, owned in made.tasks
        if owned.task.id == name
        for day in due_days(made, one, owned.task)
    ]


def words(made: Plan, name: str) -> str:
    return next(
        due_words(made, one, owned.task) for one, owned in made.tasks if owned.task.id == name
    )


def test_a_calendar_of_occasions_is_due_when_the_window_opens(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, **DATES)
    assert days(made, "occasions") == ["2026-08-01"]
    assert "Due: 1 Aug 2026" in write_plan(made, "text")


def test_a_draft_is_read_before_the_report_is_issued(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, **DATES)
    report = next(one for one in made.phases if one.phase.id == "report").spans["likely"]
    assert report.start
    assert report.end
    for name in ("read-draft", "own-words"):
        (day,) = days(made, name)
        assert report.start < date.fromisoformat(day) < report.end


def test_a_monthly_check_comes_every_month_of_the_window(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, **DATES)
    every = ["08-31", "09-30", "10-31", "11-30", "12-31"]
    assert days(made, "monthly-check") == [*(f"2026-{day}" for day in every), "2027-01-31"]
    told = "every month, 6 times: first on 31 Aug 2026, last on 31 Jan 2027"
    assert words(made, "monthly-check") == told
    for form in ("text", "markdown", "html"):
        assert told in " ".join(write_plan(made, form).split())


def test_each_of_its_days_is_in_the_calendar_and_in_the_lists(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, **DATES)
    wanted = days(made, "monthly-check")
    events = icalendar.Calendar.from_ical(write_plan(made, "ics")).walk("VEVENT")
    starts = {str(event["uid"]): event.decoded("dtstart") for event in events}
    found = {name: day for name, day in starts.items() if "monthly-check" in name}
    assert [day.isoformat() for day in found.values()] == wanted
    assert (
        "task.monthly-check.3.recovery.failed-audit.report-2026-02-20@buyer-guide.invalid" in found
    )
    rows = table_rows(made)
    assert [r["likely end"] for r in rows if r["id"].startswith("monthly-check")] == wanted
    tasks = json.loads(write_plan(made, "taskwarrior"))
    due = [task["due"][:8] for task in tasks if "each month" in task["description"]]
    assert due == [day.replace("-", "") for day in wanted]
    assert len({task["uuid"] for task in tasks}) == len(tasks)


def test_a_window_with_no_whole_month_still_has_one_check(shipped: Guide) -> None:
    made = plan(shipped, FAILURE, months="1", **DATES)
    assert days(made, "monthly-check") == ["2026-08-31"]


def test_what_starts_with_a_window_that_opened_already_is_due_the_day_after_the_report(
    shipped: Guide,
) -> None:
    made = plan(shipped, CLEAN, report_date="2026-02-20", period_end="2025-12-31")
    assert days(made, "repair-in-period") == ["2026-02-21"]
    assert words(made, "repair-in-period") == "21 Feb 2026 (past)"


def test_without_days_the_words_say_when(shipped: Guide) -> None:
    made = plan(shipped, FAILURE)
    assert days(made, "occasions") == []
    assert words(made, "occasions") == "on the first day of this phase"
    assert words(made, "read-draft") == "1 week after it starts"
    assert words(made, "monthly-check") == "every month"


def test_an_adverse_opinion_dates_only_what_follows_from_the_readers_own_days(
    shipped: Guide,
) -> None:
    made = plan(shipped, "opinion=adverse,nature=failure,months=6", report_date="2026-03-20")
    assert days(made, "stop-selling") == ["2026-03-21"]
    assert days(made, "plan") == []
    events = icalendar.Calendar.from_ical(write_plan(made, "ics")).walk("VEVENT")
    title = next(o.task.title for _, o in made.tasks if o.task.id == "stop-selling")
    assert f"Due: {title}" in {str(e["summary"]) for e in events}


@pytest.mark.parametrize(
    ("code", "there"),
    [
        ("opinion=qualified,nature=admin,deal=existing", {"contracts", "notices", "bridge-letter"}),
        ("opinion=adverse,nature=failure,deal=active", {"notices", "interim-evidence"}),
        ("opinion=disclaimer,nature=no-evidence,deal=active", {"notices", "interim-evidence"}),
        ("opinion=unqualified,nature=none,deal=active", {"bridge-letter-clean"}),
    ],
)
def test_what_the_page_speaks_of_is_a_task(shipped: Guide, code: str, there: set[str]) -> None:
    assert there <= {owned.task.id for _, owned in plan(shipped, code).tasks}


@pytest.mark.parametrize("code", ["opinion=qualified", "opinion=unqualified"])
def test_a_report_on_one_date_needs_no_bridge_letter(shipped: Guide, code: str) -> None:
    made = plan(shipped, f"{code},nature=admin,report=type1,deal=active")
    assert not {o.task.id for _, o in made.tasks} & {"bridge-letter", "bridge-letter-clean"}
