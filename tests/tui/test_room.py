"""A session on the wall of a room: one thing at a time, counts typed, a clock that is paused."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from helpers.practicing import MORNING
from helpers.rooming import SECRETS, room_guide
from helpers.stage import Stage, running, shelf_of
from msgspec.structs import replace
from textual.widgets import Digits, Input

from guide.model.schema import Guide
from guide.practice.kept_rooms import OpenRoom, open_room
from guide.practice.room import Room
from guide.tui.screens.practice import PracticeScreen
from guide.tui.screens.room import RoomScreen

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((100, 30), (80, 24), (40, 15))
ON = ("enter",)
WALL = {
    "room-opening": (),
    "room-votes": (*ON * 4, "3", "down", "1", "2"),
    "room-answer": (*ON * 4, "3", "down", "1", "2", *ON),
}


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The guide with the session."""
    return room_guide(tmp_path_factory.mktemp("night"))


def _opened(guide: Guide) -> OpenRoom:
    return open_room(guide, guide.session["night"], MORNING)


@asynccontextmanager
async def _leading(
    guide: Guide, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[tuple[Stage, Room]]:
    """The app at the session, where it was left."""
    async with running(shelf_of(guide), size=size) as stage:
        opened = _opened(guide)
        stage.app.push_screen(RoomScreen(opened))
        await stage.settle()
        yield stage, opened.room


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", WALL)
async def test_the_wall_is_as_it_was_read(
    night: Guide, golden: Callable[[Path, str], None], name: str, size: tuple[int, int]
) -> None:
    async with _leading(night, size) as (stage, _):
        await stage.press(*WALL[name])
        text = stage.text().rstrip("\n") + "\n"
        assert max(map(len, text.split("\n"))) <= size[0]
        golden(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", text)


async def test_the_room_sees_no_reason_before_it_is_revealed(night: Guide) -> None:
    async with _leading(night) as (stage, room):
        while room.view.name != "decide/red/reveal":
            assert not any(secret in stage.text() for secret in SECRETS["red"])
            await stage.press("right")
        assert all(secret in stage.text() for secret in SECRETS["red"])
        await stage.press("left")
        assert not any(secret in stage.text() for secret in SECRETS["red"])


async def test_counts_are_typed_for_the_choice_under_the_cursor(night: Guide) -> None:
    async with _leading(night) as (stage, room):
        await stage.press("enter", "1", "2", "down", "3", "down", "4", "up", "0", "5")
        assert room.counted() == {"Yes": 4, "No": 5}
        assert "9 counted" in stage.text()


@pytest.mark.parametrize("key", ["backspace", "delete"])
async def test_a_figure_is_erased_where_counts_are_typed(night: Guide, key: str) -> None:
    async with _leading(night) as (stage, room):
        await stage.press("enter", "1", "2", key, "5", "down", "3", key)
        assert room.counted() == {"Yes": 15, "No": 0}


async def test_a_figure_where_nothing_is_counted_is_answered(night: Guide) -> None:
    async with _leading(night) as (stage, _):
        await stage.press("J", "4")
        assert "Nothing is counted here." in stage.text()


async def test_who_leads_says_how_many_there_are_and_counts_are_held_against_it(
    night: Guide,
) -> None:
    async with _leading(night) as (stage, room):
        assert "How many are here?" in stage.text()
        await stage.press("1", "8", "backspace")
        assert room.state.people == 1
        await stage.press("2")
        assert "12 here." in stage.text()
        await stage.press("enter", "7")
        assert "7 counted, of 12 here" in stage.text()
        await stage.press("down", "5")
        assert "12 counted" in stage.text()
        assert "of 12" not in stage.text()


async def test_a_total_unlike_the_last_is_marked(night: Guide) -> None:
    async with _leading(night) as (stage, _):
        await stage.press(*ON, "8", *ON * 3, "7")
        assert "7 counted, and 8 the last time" in stage.text()
        await stage.press("down", "1")
        assert "8 counted" in stage.text()
        assert "the last time" not in stage.text()


async def test_figures_typed_in_haste_count_where_they_were_meant(night: Guide) -> None:
    async with _leading(night) as (stage, room):
        await stage.pilot.press("enter", "1", "enter", "enter", "enter", "2", "down", "6", "enter")
        await stage.settle()
        assert room.state.counts == {
            "hands/lit": {"Yes": 1},
            "decide/red": {"safe": 2, "unsafe": 6},
        }


async def test_the_clock_stands_until_it_is_started_and_when_it_is_paused(night: Guide) -> None:
    async with _leading(night) as (stage, room):
        digits = stage.app.screen.query_one(Digits)
        assert digits.value == "2:00"
        assert "paused" in stage.text()
        await stage.press("C")
        assert "2:00 left" in stage.text()
        await stage.press("C")
        assert "2:00 paused" in stage.text()
        assert room.state.seconds == {"hands": 0}


async def test_closed_at_any_key_it_goes_on_where_it_was(night: Guide) -> None:
    async with _leading(night) as (stage, _):
        await stage.press("enter", "5", "down", "3")
    async with _leading(night) as (stage, room):  # as after a kill: nothing is written at the end
        assert room.view.name == "hands/lit/ask"
        assert room.counted() == {"Yes": 5, "No": 3}
        assert "It goes on where you left it; the clock is paused." in stage.text()


async def test_notes_and_actions_are_typed_on_a_sheet_and_kept(night: Guide) -> None:
    async with _leading(night) as (stage, room):
        await stage.press("N", *"They laughed", "enter")
        assert "The note is kept" in stage.text()
        await stage.press("A", *"Trim it", "enter", *"Ana", "enter", *"soon", "enter")
        assert "'soon' is not a day" in stage.text()
        stage.app.screen.query_one("#due", Input).value = "2026-03-16"
        await stage.press("enter")
        assert [note.text for note in room.state.notes] == ["They laughed"]
        (action,) = room.state.actions
        assert (action.what, action.who, action.due) == ("Trim it", "Ana", "2026-03-16")


async def test_a_line_that_is_left_half_typed_stands_there_again(night: Guide) -> None:
    async with _leading(night) as (stage, room):
        await stage.press("N", *"They lau", "escape", "N")
        assert stage.app.screen.query_one(Input).value == "They lau"
        await stage.press("escape")
        assert room.state.notes == ()


async def test_what_was_left_half_typed_outlives_the_session_on_the_wall(night: Guide) -> None:
    async with _leading(night) as (stage, _):
        await stage.press("N", *"They lau", "escape")
        assert "Kept as a draft; N opens it again." in stage.text()
    async with _leading(night) as (stage, room):
        await stage.press("N")
        assert stage.app.screen.query_one(Input).value == "They lau"
        await stage.press(*"ghed", "enter")
        assert [note.text for note in room.state.notes] == ["They laughed"]
        assert room.state.drafts == {}
        await stage.press("N", "escape")
        assert "Kept as a draft" not in stage.text()


async def test_a_note_is_kept_as_it_is_typed_and_can_be_taken_back(night: Guide) -> None:
    async with _leading(night) as (stage, _):
        await stage.press("N", *"They lau")
    async with _leading(night) as (stage, room):  # as after a kill: the sheet was never closed
        assert room.state.drafts == {"note": "They lau"}
        await stage.press("N", "enter", "x")
        assert "Taken back: They lau" in stage.text()
        assert room.state.notes == ()


async def test_enter_reveals_nothing_that_nobody_was_counted_for_until_it_is_pressed_again(
    night: Guide,
) -> None:
    async with _leading(night) as (stage, room):
        await stage.press(*ON * 5)
        assert "Nobody is counted. Enter again reveals." in stage.text()
        assert room.view.name == "decide/red/ask"
        await stage.press("enter")
        assert room.view.name == "decide/red/reveal"


async def test_a_debrief_is_saved_in_the_format_of_its_name(
    night: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with _leading(night) as (stage, _):
        await stage.press("enter", "5", "s")
        field = stage.app.screen.query_one(Input)
        field.value = "night.pdf"
        await stage.press("enter")
        assert "end the name in one of" in stage.text()
        field.value = "night.ics"
        await stage.press("enter")
        assert "no action has a day yet" in stage.text()
        field.value = "night.md"
        await stage.press("enter")
        assert f"Saved as {tmp_path}"[:20] in stage.text()
    assert "5 Yes" in (tmp_path / "night.md").read_text(encoding="utf-8")


async def test_practice_offers_the_session_and_says_that_it_goes_on(night: Guide) -> None:
    async with running(shelf_of(night), size=(100, 30)) as stage:
        stage.app.push_screen(PracticeScreen(night))
        await stage.settle()
        assert "A night on watch" in stage.text()
        assert "goes on where you left it" not in stage.text()
        _opened(night).room.move(1)
        stage.app.push_screen(RoomScreen(_opened(night)))
        await stage.settle()
        await stage.press("escape")
        assert "Leave the session?" in stage.text()
        await stage.press("2")
        assert "goes on where you left it" in stage.text()
        await stage.press("end", "enter")
        assert "Begin afresh" in stage.text()
        await stage.press("escape")
        room = _opened(night).room
        while room.move(1):
            pass
        stage.app.push_screen(RoomScreen(_opened(night)))
        await stage.settle()
        await stage.press("escape")  # at its end nothing is asked
        assert "finished" in stage.text()
        await stage.press("end", "enter")
        assert "Look at it again" in stage.text()
        await stage.press("2")
        assert "How many are here?" in stage.text()


@pytest.mark.parametrize("key", ["escape", "h", "q"])
async def test_leaving_the_wall_is_asked_first(night: Guide, key: str) -> None:
    async with _leading(night) as (stage, _):
        wall_ = stage.app.screen
        await stage.press(key)
        assert "Leave the session?" in stage.text()
        await stage.press("enter")
        assert stage.app.screen is wall_
        await stage.press(key, "2")
        assert stage.app.leaving or not isinstance(stage.app.screen, RoomScreen)


async def test_the_handout_of_the_session_under_the_cursor_is_saved(
    night: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(shelf_of(night), size=(100, 30)) as stage:
        stage.app.push_screen(PracticeScreen(night))
        await stage.settle()
        await stage.press("end", "s", "enter")
        assert "Saved as" in stage.text()
    assert "For whoever leads" in (tmp_path / "handout-night.html").read_text(encoding="utf-8")


async def test_on_entry_the_handout_is_that_of_the_first_session(night: Guide) -> None:
    async with running(shelf_of(night), size=(100, 30)) as stage:
        stage.app.push_screen(PracticeScreen(night))
        await stage.settle()
        await stage.press("s")
        assert stage.app.screen.query_one(Input).value == "handout-night.html"
        assert "“A night on watch”" in stage.flat()


async def test_without_a_session_no_handout_is_offered(night: Guide) -> None:
    guide = replace(night, sessions=())
    async with running(shelf_of(guide), size=(100, 30)) as stage:
        stage.app.push_screen(PracticeScreen(guide))
        await stage.settle()
        assert "handout" not in stage.text()
