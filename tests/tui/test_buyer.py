"""Getting ready for a buyer: the door at home, the key on a page, and the screens behind them."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from helpers.stage import Stage, running, shelf_of

from guide.model.schema import Guide
from guide.sales import rehearsed

SLIP = "opinion=qualified,nature=admin"


def opened(guide: Guide, height: int = 40) -> AbstractAsyncContextManager[Stage]:
    """The app at the page of a scenario."""
    return running(shelf_of(guide), size=(80, height), code=SLIP)


async def test_the_door_at_home_asks_first_and_then_leads_on(shipped: Guide) -> None:
    async with running(shelf_of(shipped), size=(100, 40)) as stage:
        assert "3 Get ready for a buyer" in stage.text()
        await stage.press("3")
        assert "First say what you have." in stage.flat()
        await stage.press("1", "2", "a", "B")
        assert "A one-page brief for a call" in stage.text()
        await stage.press("escape", "h", "3")
        assert "A one-page brief for a call" in stage.text()


async def test_the_brief_is_read_and_written_to_print(
    shipped: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(shipped, 24) as stage:
        await stage.press("a", "B", "1")
        assert "Say this first" in stage.text()
        await stage.press("s")
        assert "Saved as" in stage.flat()
        written = tmp_path / "brief-failed-audit-qualified-admin.html"
        written.write_text("mine", encoding="utf-8")
        await stage.press("s")
        assert "is there already" in stage.flat()
        assert written.read_text(encoding="utf-8") == "mine"
        await stage.press("s")
        assert written.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


async def test_a_question_is_looked_for_folds_open_and_is_copied(shipped: Guide) -> None:
    async with opened(shipped) as stage:
        await stage.press("a", "B", "2")
        assert "Likely questions" in stage.text()
        await stage.press(*"was it stolen")
        assert "We [went through / are going through] [logs]" in stage.flat()
        await stage.press("down", "y")
        assert stage.app.clipboard.startswith("We [went through / are going through] [logs]")
        await stage.press("enter")
        assert "We [went through / are going through] [logs]" not in stage.flat()


async def test_a_rehearsal_shows_ticks_and_keeps_what_to_repeat(shipped: Guide) -> None:
    async with opened(shipped) as stage:
        await stage.press("a", "B", "4")
        assert "1 of " in stage.text()
        await stage.press(*"we passed", "enter")
        assert "You typed what is never to be said" in stage.text()
        await stage.press("1", "2")
        assert stage.text().count("[x]") == 2
        await stage.press("4")
        assert "2 of " in stage.text()
    assert rehearsed.to_repeat(shipped.id) == ("opinion",)


async def test_a_rehearsal_ends_with_what_went_well(shipped: Guide) -> None:
    async with opened(shipped) as stage:
        await stage.press("a", "B", "4")
        while "That was the last question." not in stage.text():
            await stage.press("enter")
            await stage.press("end", "enter")
        assert "To repeat: the next rehearsal begins with these" in stage.text()
        await stage.press("enter")
        assert "Get ready for a buyer" in stage.text()
