"""guide plan: a code and a few dates in, a plan out."""

import datetime
import json
from pathlib import Path

import pytest
from helpers.making_plans import TODAY
from helpers.running import here

from guide.cli import clock
from guide.plan.exports import caution, plan_formats, suffix

CODE = "failed-audit:opinion=qualified,nature=failure,auditor=healthy,months=6"
DATES = ("--report-date", "2026-02-20")


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime.datetime.combine(TODAY, datetime.time(9)))


@pytest.mark.parametrize("form", plan_formats())
def test_every_format_can_be_asked_for_and_is_meant_by_its_ending(
    form: str, tmp_path: Path
) -> None:
    shown = here("plan", CODE, *DATES, "--as", form)
    about = caution(form)  # what to know before it is imported again: also in a pipe
    assert (shown.code, shown.err) == (0, f"{about}\n" if about else "")
    path = tmp_path / f"plan{suffix(form)}"
    ran = here("plan", CODE, *DATES, "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert path.read_bytes().decode() == shown.out


def test_days_can_be_typed_in_words() -> None:
    ran = here("plan", CODE, "--report-date", "10 days ago", "--by", "in 1 year", "--as", "json")
    inputs = json.loads(ran.out)["inputs"]
    assert (inputs["report_date"], inputs["by"]) == ("2026-02-20", "2027-03-02")


def test_months_on_the_command_line_win_over_those_answered() -> None:
    found = json.loads(here("plan", CODE, *DATES, "--months", "9", "--as", "json").out)
    assert found["inputs"]["months"] == 9
    window = next(phase for phase in found["phases"] if phase["id"] == "observation")
    assert window["cases"]["best"]["length"] == "9 months"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--report-date", "2026-02-30"), "there is no day 30 in February 2026; it has 28"),
        (("--by", "soon"), "Report wanted by: 'soon' is not a day; write it as 2026-03-31"),
        (("--months", "many"), "Months observed: 'many' is not a number of months"),
        (("--owner", "boss=Ana"), "Owner: no role 'boss'"),
        (("--as", "icss"), "there is no 'icss'; did you mean 'ics'?"),
        (
            ("--period-end", "2026-03-01", *DATES),
            "Old period ended: 1 Mar 2026 is after the report's own date, 20 Feb 2026",
        ),
    ],
)
def test_what_is_wrong_is_told_in_one_line(arguments: tuple[str, ...], told: str) -> None:
    ran = here("plan", CODE, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_guide_without_a_plan_says_so(tmp_path: Path) -> None:
    import shutil

    from helpers.running import TINY

    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "recovery.yaml").unlink()
    ran = here("plan", "tiny:flame=smoky,glass=whole", "--library", str(tmp_path))
    assert ran.code == 2
    assert ran.err == "guide: tiny has no recovery plan; its folder holds no recovery.yaml\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("opinion=adverse,nature=failure,auditor=healthy,months=6", "No end is shown."),
        ("opinion=qualified,nature=admin", "Missing: how many months of observation you plan."),
    ],
)
def test_a_calendar_that_holds_less_says_why_on_the_side(code: str, told: str) -> None:
    ran = here("plan", f"failed-audit:{code}", *DATES, "--as", "ics")
    assert ran.code == 0
    assert ran.out.startswith("BEGIN:VCALENDAR")
    assert told in ran.err


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("obstacle=ended", "There is nothing to plan yet"),
        ("opinion=qualified", "Still open: What went wrong."),
        ("opinion=qualified,nature=admin,months=6", "Missing: the date of the report."),
    ],
)
def test_a_calendar_without_an_event_is_refused(code: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    ran = here("plan", f"failed-audit:{code}", "-o", str(path))
    assert ran.code == 2
    assert "The plan has nothing for this format yet." in ran.err
    assert told in ran.err
    assert not path.exists()


def test_a_task_list_without_a_task_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.tasks.json"
    assert here("plan", "failed-audit:obstacle=ended", "-o", str(path)).code == 2
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("plan.tasks.json", "one marked as done is open again"),
        ("plan.ics", "An event that the later one no longer has stays"),
        ("plan.md", ""),
    ],
)
def test_a_file_to_import_says_what_a_second_import_does(
    name: str, told: str, tmp_path: Path
) -> None:
    ran = here("plan", CODE, *DATES, "-o", str(tmp_path / name))
    assert ran.code == 0
    assert told in ran.err
    assert ("Importing" in ran.err) == bool(told)


def test_the_months_typed_replace_those_answered_everywhere() -> None:
    text = here("plan", CODE, *DATES, "--months", "12").out
    assert "Next observation period: 12 months" in text
    assert "months=12" in text
    assert "Months observed" not in text
    assert "months=6" not in text
    odd = here("plan", CODE, *DATES, "--months", "5").out
    assert "Months observed: 5" in odd
    assert "months=" not in odd


def test_what_is_past_is_marked() -> None:
    ran = here("plan", CODE, *DATES, "--by", "2026-10-01")
    assert "Fixes: best 11 Feb 2026 (past)" in ran.out
    assert "As planned above: best 17 days late" in ran.out


def test_the_day_it_is_comes_from_one_place() -> None:
    assert isinstance(clock.today(), datetime.date)
    assert "Made on 2 Mar 2026" in here("plan", CODE, *DATES).out


def test_the_example_in_the_help_is_not_broken_within_a_word() -> None:
    assert "  --report-date 2026-03-02 --months 6 -o plan.ics" in here("plan", "--help").out
