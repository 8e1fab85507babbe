"""The recovery plan on the screen: drawn as one types, nothing typed is lost."""

from pathlib import Path

import pytest

from guide.model.schema import Guide
from tui.stage import running, shelf_of

CODE = "failed-audit:opinion=qualified,nature=failure,auditor=healthy,months=6"


def written(folder: Path) -> list[str]:
    """What every file in a folder holds."""
    return [path.read_text() for path in folder.glob("*.*")]


async def test_typing_a_day_draws_the_plan(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g")
        assert "The date of the report is missing" in stage.flat()
        await stage.press(*"2026-12-01")
        assert "is missing" not in stage.flat()
        assert "The new report: likely" in stage.flat()


async def test_a_day_that_cannot_be_read_is_named_and_stays_as_typed(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *"2026-02-30")
        assert "Date of the report: " in stage.flat()
        await stage.press("escape", "g")
        assert "2026-02-30" in stage.flat()


async def test_the_plan_is_written_in_the_format_of_its_ending(
    shipped: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *"2026-12-01", *["enter"] * 7)
        assert "Plan written to" in stage.flat()
    assert [text[:15] for text in written(tmp_path)] == ["BEGIN:VCALENDAR"]


@pytest.mark.parametrize("name", ["plan.exe", ""])
async def test_a_name_that_cannot_be_used_is_told_and_stays(
    name: str, shipped: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *["enter"] * 6, "ctrl+u", *name, "enter")
        assert "No format ends like that" in stage.flat() or "Type a name" in stage.flat()
    assert written(tmp_path) == []


async def test_an_adverse_opinion_gets_no_end(shipped: Guide) -> None:
    code = CODE.replace("qualified", "adverse")
    async with running(shelf_of(shipped), code=code, size=(100, 60)) as stage:
        await stage.press("g", *"2026-12-01")
        assert "The new report: likely" not in stage.flat()
