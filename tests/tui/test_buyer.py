"""Getting ready for a buyer: the door at home, the key on a page, and the screens behind them."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from helpers.stage import Stage, running, shelf_of
from textual.widgets import Input

from guide.model.schema import Guide
from guide.sales import rehearsed

SLIP = "opinion=qualified,nature=admin"


def opened(guide: Guide, width: int = 80, height: int = 40) -> AbstractAsyncContextManager[Stage]:
    """The app at the page of a scenario."""
    return running(shelf_of(guide), size=(width, height), code=SLIP)


async def test_the_door_at_home_asks_first_and_then_leads_on(shipped: Guide) -> None:
    async with running(shelf_of(shipped), size=(100, 40)) as stage:
        assert "3 Get ready for a buyer" in stage.text()
        await stage.press("3")
        assert "First say what you have." in stage.flat()
        assert "B Buyer" not in stage.text()
        await stage.press("1")
        assert "B takes you to the brief now" in stage.flat()
        assert "B Buyer" in stage.text()
        await stage.press("down", "2")
        assert "B takes you to the brief now" in stage.flat()
        await stage.press("B", "1")
        assert "Say this first" in stage.text()
        await stage.press("escape")
        assert "A one-page brief for a call" in stage.text()
        await stage.press("escape", "h", "3")
        assert "A one-page brief for a call" in stage.text()


async def test_the_last_answer_leads_to_the_buyer_for_whoever_came_by_that_door(
    shipped: Guide,
) -> None:
    for door, title in (("3", "A one-page brief for a call"), ("1", "")):
        async with running(shelf_of(shipped), size=(100, 40)) as stage:
            stage.app.session.history.erase_all()
            await stage.press(door, "1")
            assert ("takes you to the brief" in stage.flat()) == bool(title)
            assert stage.flat().startswith("Get ready for a buyer") == bool(title)
            while stage.at == "question":
                await stage.press("1")
            assert title in stage.text()
            assert stage.at == ("buyer" if title else "advice")
            await stage.press("escape")
            assert "Get ready for a buyer" not in stage.text().splitlines()[0]
            assert stage.at == "advice" or not title


async def test_the_brief_is_read_and_written_to_print(
    shipped: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(shipped, height=24) as stage:
        await stage.press("a", "B", "1")
        assert "Say this first" in stage.text()
        await stage.press("s")
        assert "brief-failed-audit-qualified-admin.html" in stage.text()
        written = tmp_path / "brief-failed-audit-qualified-admin.html"
        assert not written.exists()
        written.write_text("mine", encoding="utf-8")
        await stage.press("enter")
        assert "is there already" in stage.flat()
        assert written.read_text(encoding="utf-8") == "mine"
        await stage.press("enter")
        assert "Open it in a browser and print" in stage.flat()
        assert written.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


async def test_not_even_the_name_of_the_file_gives_away_what_a_draft_says(shipped: Guide) -> None:
    draft = "opinion=qualified,report=draft"
    async with running(shelf_of(shipped), size=(80, 24), code=draft) as stage:
        await stage.press("a", "B", "1", "s")
        assert "brief-failed-audit-draft.html" in stage.text()
        assert "ualified" not in stage.text()


async def test_the_brief_stands_side_by_side_where_there_is_room(shipped: Guide) -> None:
    async with opened(shipped, 120, 40) as stage:
        await stage.press("a", "B", "1")
        row = next(line for line in stage.text().split("\n") if "Say this first" in line)
        assert "They will probably ask" in row
        await stage.pilot.resize_terminal(100, 40)
        await stage.settle()
        row = next(line for line in stage.text().split("\n") if "Say this first" in line)
        assert "They will probably ask" not in row


async def test_the_brief_is_saved_in_another_format_and_under_another_name(
    shipped: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(shipped, 80, 24) as stage:
        await stage.press("a", "B", "1", "s", "down")
        assert "brief-failed-audit-qualified-admin.md" in stage.text()
        await stage.press(*"call", "full_stop", *"txt", "enter")
        assert "Saved as" in stage.flat()
    assert "Say this first" in (tmp_path / "call.txt").read_text(encoding="utf-8")


async def test_what_was_typed_into_a_letter_is_filled_in_brief_replies_and_rehearsal(
    shipped: Guide,
) -> None:
    async with opened(shipped, 100, 60) as stage:
        await stage.press("a")
        assert stage.app.session.journey is not None
        typed = {
            "product": "Ledger [/b]",
            "matter": "late reviews",
            "findings.1.control": "[@click=app.bell]access reviews",
        }
        stage.app.session.keeper.keep_typed(stage.app.session.journey, typed)
        await stage.press("B", "1")
        assert "Our SOC 2 report on Ledger (/b), for" in stage.flat()
        assert "product: " not in stage.flat()
        await stage.press("escape", "2", *"why is it")
        assert "One control, (@click=app.bell)access reviews, was late" in stage.flat()
        await stage.press("escape", "4", "enter")
        assert "[product]" not in stage.flat()
        assert "except for late reviews" in stage.flat()


async def test_a_blank_is_filled_from_the_brief_and_stands_there_at_once(shipped: Guide) -> None:
    async with opened(shipped, 100, 60) as stage:
        await stage.press("a", "B", "1")
        assert "L: the letters. A blank that you fill in one is filled here too." in stage.flat()
        assert "SOC 2 report on [product]" in stage.flat()
        await stage.press("L")
        assert stage.at == "letters"
        assert stage.app.session.journey is not None
        stage.app.session.keeper.keep_typed(stage.app.session.journey, {"product": "Ledger"})
        await stage.press("escape")
        assert "SOC 2 report on Ledger" in stage.flat()


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


async def test_a_question_that_nobody_answers_leaves_every_other_in_view(shipped: Guide) -> None:
    async with opened(shipped, 100, 40) as stage:
        await stage.press("a", "B", "2")
        assert "What opinion is it? · Who: You" in stage.flat()
        await stage.press(*"zzyzx")
        assert "No reply has those words. All there are stand below" in stage.flat()
        assert "Likely questions" in stage.text()
        await stage.press("enter", "enter", "y")
        assert "[product]" in stage.app.clipboard


async def test_a_rehearsal_shows_ticks_and_keeps_what_to_repeat(shipped: Guide) -> None:
    async with opened(shipped, 80, 24) as stage:
        await stage.press("a", "B", "4")
        assert "1 of " in stage.text()
        await stage.press(*"we passed", "enter")
        assert "You typed what is never to be said" in stage.text()
        assert "⏎ Next question" in stage.flat(), "the key stands at the foot"
        await stage.press("1", "2")
        assert stage.text().count("[x]") == 2
        await stage.press("4", "5", "9")
        assert "1 of " in stage.text()
        await stage.press("enter")
        assert "2 of " in stage.text()
        assert "Next question" not in stage.flat()
    assert rehearsed.to_repeat(shipped.id) == ("opinion",)


async def test_a_rehearsal_ends_with_what_went_well(shipped: Guide) -> None:
    async with opened(shipped) as stage:
        await stage.press("a", "B", "4")
        while "That was the last question." not in stage.text():
            await stage.press("enter", "enter")
        assert "To repeat: the next rehearsal begins with these" in stage.text()
        await stage.press("r")
        assert "1 of " in stage.text()
        assert stage.app.screen.query_one(Input).has_focus
        await stage.press("enter", "enter", "escape")
        assert "Get ready for a buyer" in stage.text()
