"""The recovery plan on the screen: drawn as one types, nothing typed is lost or left out."""

import json
from pathlib import Path

import pytest
from helpers.stage import Stage, running, shelf_of

from guide.model.schema import Guide
from guide.plan.exports import plan_formats, suffix
from guide.tui.screens.plan import FORM, PlanScreen

CODE = "failed-audit:opinion=qualified,nature=failure,auditor=healthy,months=6"
TO_FILE = ["down"] * 8
DAY = "2026-12-01"


def written(folder: Path) -> list[str]:
    """What every file in a folder holds."""
    return [path.read_text() for path in folder.glob("*.*")]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def value(stage: Stage, name: str) -> str:
    from textual.widgets import Input

    return stage.app.screen.query_one(f"#{name}", Input).value


async def test_typing_a_day_draws_the_plan(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g")
        until = "Until you type your own days, this counts with a report of today and 6 months"
        assert until in stage.flat()
        assert "The new report around 30 Nov 2026" in stage.flat()
        assert "Fixes done" not in stage.text(), "the fields are folded until a day is typed"
        await stage.press(*DAY)
        assert value(stage, "report_date") == "".join(DAY)
        assert until not in stage.flat()
        assert "The new report around" in stage.flat()


async def test_a_day_that_cannot_be_read_is_named_and_stays_as_typed(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *"2026-02-30")
        assert "Date of the report: there is no day 30" in stage.flat()
        assert "Missing: the date of the report" not in stage.flat()
        await stage.press("escape", "g")
        assert "2026-02-30" in stage.flat()
        assert "Date of the report: there is no day 30" in stage.flat()


async def test_it_stays_named_while_the_file_is_typed(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *"2026-02-30", *TO_FILE, "x")
        assert "Date of the report: there is no day 30" in stage.flat()


@pytest.mark.parametrize(
    "typed",
    [
        ["2026-02-30"],
        [DAY, "2027-03-01", "2027-02-01"],
        [DAY, "", "", "", "", "", "boss=Ana"],
    ],
    ids=["no day", "days that disagree", "no role"],
)
async def test_nothing_is_written_while_a_field_is_wrong(
    typed: list[str], shipped: Guide, tmp_path: Path
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g")
        for text in typed:
            await stage.press(*text, "down")
        await stage.press("ctrl+s")
        assert "Not written: first put right what is named above." in stage.flat()
        assert stage.at == "plan"
    assert written(tmp_path) == []


async def test_an_empty_calendar_is_not_written(shipped: Guide, tmp_path: Path) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", "ctrl+s")
        assert "Not written: The plan has nothing for this format yet." in stage.flat()
    assert written(tmp_path) == []


async def test_the_plan_is_written_in_the_format_of_its_ending(
    shipped: Guide, tmp_path: Path
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY, *TO_FILE, "enter")
        assert "Plan written to" in stage.flat()
        assert "Importing a later file moves the events" in stage.flat().replace("▌ ", "")
    assert [text[:15] for text in written(tmp_path)] == ["BEGIN:VCALENDAR"]


@pytest.mark.parametrize("name", ["mine.tasks.json", "MINE.TASKS.JSON"])
async def test_of_two_endings_that_fit_the_longest_counts(
    name: str, shipped: Guide, tmp_path: Path
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY, *TO_FILE, "ctrl+u", *name, "enter")
        assert "one marked as done is open again" in stage.flat().replace("▌ ", "")
    (text,) = written(tmp_path)
    assert {"uuid", "status"} <= set(json.loads(text)[0])


@pytest.mark.parametrize("name", ["plan.exe", ""])
async def test_a_name_that_cannot_be_used_is_told_and_stays(
    name: str, shipped: Guide, tmp_path: Path
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", "f2", *TO_FILE, "ctrl+u", *name, "enter")
        assert "No format ends like that" in stage.flat() or "Type a name" in stage.flat()
    assert written(tmp_path) == []


async def test_the_screen_says_how_to_write_and_the_mouse_can(
    shipped: Guide, tmp_path: Path
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY)
        assert "Ctrl+S writes the file" in stage.flat()
        await stage.click("Save")
        assert "Plan written to" in stage.flat()
    assert len(written(tmp_path)) == 1


def test_help_names_every_format_by_its_ending() -> None:
    for name in plan_formats():
        assert f"{suffix(name)}" in PlanScreen.ABOUT


async def test_owners_can_be_named(shipped: Guide, tmp_path: Path) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY, *["down"] * 6, *"Ward A1; sales=Ward B", "down", "down")
        await stage.press("ctrl+u", *"who.md", "enter")
    (text,) = written(tmp_path)
    assert "Owner: **Ward A1**" in text


async def test_the_months_in_force_are_shown_and_others_change_the_files_name(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", "f2")
        assert "6, as answered" in stage.flat()
        assert value(stage, "file").endswith("healthy-6.ics")
        await stage.press(*["down"] * 4, "enter", "end", "enter")
        assert "12 months" in stage.text()
        assert value(stage, "file").endswith("healthy-12.ics")


async def test_the_format_is_chosen_from_a_list_and_the_names_ending_says_it_too(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", "f2", *["down"] * 7)
        assert "Calendar (iCalendar)" in stage.text()
        await stage.press("enter", "home", "enter")
        assert "Table (CSV)" in stage.text()
        assert value(stage, "file").endswith("healthy-6.csv")
        await stage.press("down", "ctrl+u", *"mine.html")
        assert "Table (CSV)" not in stage.text()
        assert value(stage, "file") == "mine.html"


@pytest.mark.parametrize(("size", "hint"), [((80, 24), "hint"), ((40, 15), "brief")])
async def test_hints_are_whole_whatever_the_width(
    shipped: Guide, size: tuple[int, int], hint: str
) -> None:
    async with running(shelf_of(shipped), code=CODE, size=size) as stage:
        await stage.press("g", "f2")
        text = stage.flat()
        hints = [getattr(field, hint) for field in FORM[:4]]
        assert [words for words in hints if words not in text] == []


async def test_the_answer_the_chart_and_the_table_come_in_this_order(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE, size=(120, 60)) as stage:
        await stage.press("g", *DAY)
        text = stage.text()
        order = ["if all goes as usual", "Nov", "█", "| today", "Worst", "What to do"]
        assert sorted(order, key=text.index) == order
        row = next(line for line in text.split("\n") if "Observation  " in line and "█" in line)
        assert "▒" in row
        assert "░" in row


async def test_a_draft_is_planned_as_if_it_were_issued_like_this(shipped: Guide) -> None:
    code = CODE.replace("auditor=healthy", "auditor=healthy,report=draft")
    async with running(shelf_of(shipped), code=code, size=(120, 40)) as stage:
        await stage.press("g", *DAY)
        assert "If it is issued like this: the new report around" in stage.flat()


async def test_the_fields_fold_to_a_line_and_stand_at_the_side_where_there_is_room(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY, "f2")
        assert "Your days: Date of the report 1 Dec 2026 · f2 changes them" in stage.flat()
        assert "Fixes done" not in stage.text()
        await stage.press("f2")
        assert "Fixes done" in stage.text()
        await stage.press("f2")
        await stage.resize(130, 40)
        assert "Fixes done" in stage.text()
        assert "changes them" not in stage.text()


async def test_folding_is_offered_only_where_the_fields_can_fold(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", "f2")
        assert "f2 Days" in stage.text()
        assert "F2 folds this." in stage.text()
        await stage.resize(120, 40)
        assert "f2" not in stage.text()
        assert "F2" not in stage.text()
        await stage.press("f2")
        await stage.resize(80, 24)
        assert "Fixes done" in stage.text(), "F2 beside the plan folded nothing"


async def test_what_is_wrong_with_a_day_is_named_in_the_folded_line_too(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *"2026-02-30", "f2")
        assert "Fixes done" not in stage.text()
        assert "Date of the report: there is no day 30" in stage.flat()
        assert "f2 changes them" in stage.flat()


async def test_many_days_fold_to_one_line_that_says_how_many_more(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY, "down", *"2027-01-01", "down", *"2027-01-05", "f2")
        days = "Your days: Date of the report 1 Dec 2026 · 2 more · f2 changes them"
        assert days in stage.text()


async def test_up_and_down_lead_from_field_to_field(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", "f2", "down", "down", "up", "x")
        assert value(stage, "fixes_done") == "x"
        await stage.press(*["up"] * 9, "y")
        assert value(stage, "report_date") == "y"


async def test_the_plan_scrolls_while_a_field_is_typed_in(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY)
        before = stage.text()
        await stage.press("pagedown", "pagedown")
        assert stage.text() != before
        await stage.press("backspace")
        assert "2026-12-0 " in stage.text()


async def test_an_adverse_opinion_gets_no_end(shipped: Guide) -> None:
    code = CODE.replace("qualified", "adverse")
    async with running(shelf_of(shipped), code=code, size=(100, 60)) as stage:
        await stage.press("g", *DAY)
        assert "The new report around" not in stage.flat()


async def test_a_draft_asks_for_the_day_of_signing_first_and_does_not_scold(shipped: Guide) -> None:
    code = CODE.replace("auditor=healthy", "auditor=healthy,report=draft")
    async with running(shelf_of(shipped), code=code, size=(120, 60)) as stage:
        await stage.press("g")
        assert "First type the day on which your report is to be signed." in stage.flat()
        assert "not ahead any more" not in stage.flat()
        assert "Without bars, since their days are open: Supply evidence" in stage.flat()


async def test_enter_after_a_day_folds_and_so_does_escape_before_it_leaves(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *DAY, "enter")
        assert "Your days: Date of the report 1 Dec 2026" in stage.flat()
        assert "Fixes done" not in stage.text()
        await stage.press("f2", "enter", "f2", "down", "enter")
        focused = stage.app.screen.focused
        assert focused is not None
        assert focused.id == "observe_from", "an empty field leads on"
        await stage.press("escape")
        assert "Your days: Date of the report 1 Dec 2026" in stage.flat()
        await stage.press("escape")
        assert stage.at == "advice"


async def test_the_last_plan_stays_while_a_day_cannot_be_read(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE, size=(120, 40)) as stage:
        await stage.press("g", *"next")
        assert "The new report around 30 Nov 2026" in stage.flat()
        await stage.press("ctrl+u", *DAY)
        around = next(line for line in stage.text().split("\n") if "The new report" in line)
        await stage.press("x")
        assert "'2026-12-01x'" in stage.text(), "named below the fields"
        assert around in stage.text()


async def test_the_ending_of_the_files_name_is_in_view(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE, size=(80, 24)) as stage:
        await stage.press("g", "f2")
        assert ".ics" in next(line for line in stage.text().split("\n") if "Write it to" in line)
    async with running(shelf_of(shipped), code=CODE, size=(120, 50)) as stage:
        await stage.press("g")
        assert ".ics" in stage.text()
