"""A session under way: what comes when, what is counted, how the clock runs, what is kept."""

import csv
import io
from pathlib import Path

import msgspec
import pytest
from helpers.practicing import MORNING
from helpers.rooming import SECRETS, RoomKept, room_guide
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.document.blocks import Document
from guide.document.formats import Page, write
from guide.model.example import Pair
from guide.model.schema import Guide
from guide.pages.debrief import debrief_page, write_debrief
from guide.pages.wall import Wall, session_words, wall
from guide.practice.debrief import debrief
from guide.practice.kept_rooms import file_of, open_room
from guide.practice.room import Action, Room, RoomState
from guide.practice.views import index_of, piles, views
from guide.user_error import UserError


@pytest.fixture(scope="session")
def night(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The guide with the session."""
    return room_guide(tmp_path_factory.mktemp("night"))


@pytest.fixture
def kept(night: Guide) -> RoomKept:
    """The session at its beginning."""
    return RoomKept(night, RoomState("tiny", "night", MORNING))


def _seen(seen: Wall) -> str:
    """All words that stand on the wall."""
    rows = [f"{row.label} {row.reason} {row.right}" for row in seen.rows]
    blocks = (*seen.blocks, *seen.below)
    text = write(Page(lambda: Document(seen.heading, (), blocks), dict), "text")
    return "\n".join([text, *rows])


def test_the_views_come_in_order_and_each_thing_before_its_answer(night: Guide) -> None:
    names = [view.name for view in views(night, night.session["night"])]
    assert names == [
        "hands/opening/read",
        "hands/lit/ask",
        "decide/opening/read",
        *("decide/red/read", "decide/red/ask", "decide/red/reveal"),
        *("decide/blue/read", "decide/blue/ask", "decide/blue/reveal"),
        "decide/discuss/read",
        "piles/opening/read",
        *("piles/red/ask", "piles/red/reveal", "piles/blue/ask", "piles/blue/reveal"),
        "aloud/opening/read",
        *("aloud/lit/ask", "aloud/lit/reveal"),
        "end/opening/read",
        *("end/lit/ask", "end/lit/reveal"),
        "end/actions/read",
    ]


def test_nothing_is_on_the_wall_before_its_time(kept: RoomKept) -> None:
    told = {"It dims the light.", "It is, and the glass is whole.", "Surely", *SECRETS["red"]}
    told |= {"Count, and say nothing.", "Nobody brings a lantern"}
    later = set(told)
    while True:
        words = " ".join(_seen(wall(kept.room)).split())
        if kept.room.view.stage == "reveal":
            later -= {secret for secret in later if secret in words}
        else:
            assert [secret for secret in told if secret in words] == []
            assert "True" not in words
        if not kept.room.move(1):
            break
    assert later == {"Count, and say nothing.", "Nobody brings a lantern"}, "for the handout only"


def test_the_piles_are_the_values_of_the_facet_and_the_scenario_says_which_is_right(
    kept: RoomKept,
) -> None:
    kept.go_to("piles/blue/reveal")
    assert [(row.label, row.right) for row in wall(kept.room).rows] == [
        ("Whole", False),
        ("Cracked", True),
    ]


def test_every_change_is_given_away_to_be_kept(kept: RoomKept) -> None:
    room = kept.room
    room.move(1)
    room.count("No", 5)
    room.start_or_pause()
    room.note("They \x1b[31mlaughed\x07.\nAll of them.")
    room.act(Action("Trim the wick", "Ana", "2026-03-16"))
    assert len(kept.states) == 5
    assert kept.states[-1] == room.state
    assert room.state.notes[0].text == "They [31mlaughed. All of them."


def test_what_was_written_down_last_is_taken_back_first(kept: RoomKept) -> None:
    room = kept.room
    room.act(Action("Trim the wick"))
    room.note("They laughed.")
    assert [room.take_back() for _ in range(3)] == ["They laughed.", "Trim the wick", ""]
    assert (room.state.notes, room.state.actions) == ((), ())


def test_a_count_is_a_number_of_people(kept: RoomKept) -> None:
    kept.room.move(1)
    for number, counted in ((12, 12), (5000, 999), (-3, 0)):
        kept.room.count("No", number)
        assert kept.room.counted()["No"] == counted


def test_the_clock_runs_for_the_step_that_is_on_the_wall_and_only_when_started(
    kept: RoomKept,
) -> None:
    room = kept.room
    kept.now = 50
    assert (room.left, room.running) == (120, False)
    room.start_or_pause()
    kept.now = 80
    assert room.left == 90
    kept.go_to("decide/opening/read")
    assert room.left == 240
    kept.now = 325
    assert room.left == -5, "over its time"
    room.start_or_pause()
    kept.now = 900
    assert room.left == -5
    assert room.state.seconds == {"hands": 30, "decide": 245}


def test_the_whole_session_says_how_far_behind_it_is(kept: RoomKept) -> None:
    room = kept.room
    assert session_words(room) == ""
    room.start_or_pause()
    kept.now = 60
    assert session_words(room) == "1 of 20 min"
    kept.now = 300
    assert session_words(room) == "5 of 20 min · 3 behind"
    kept.go_to("decide/opening/read")
    kept.now = 310
    kept.go_to("piles/opening/read")
    assert session_words(room) == "5 of 20 min"


def test_piles_are_held_against_piles_and_votes_against_votes(kept: RoomKept) -> None:
    for name, number in (("decide/red/ask", 8), ("piles/red/ask", 4), ("piles/blue/ask", 3)):
        kept.go_to(name)
        kept.room.count(kept.room.view.rows[0].id, number)
    assert kept.room.total_before == 4
    kept.go_to("end/lit/ask")
    assert kept.room.total_before == 8


def test_a_pile_that_an_option_speaks_for_has_its_reason(night: Guide) -> None:
    red = night.case["red"]
    claim = Pair("glass", "cracked")
    options = (msgspec.structs.replace(red.options[0], claims=(claim,)), *red.options[1:])
    (step,) = (step for step in night.session["night"].steps if step.kind == "sort")
    rows = piles(night, step, msgspec.structs.replace(red, options=options))
    assert [(row.id, row.reason) for row in rows] == [
        ("whole", ""),
        ("cracked", options[0].reason),
    ]


def test_a_clock_that_runs_loses_what_it_ran_since_it_was_kept_last(kept: RoomKept) -> None:
    kept.room.start_or_pause()
    kept.now = 7.9
    kept.room.tick()
    kept.now = 11
    assert kept.states[-1].seconds == {"hands": 7}
    kept.room.tick()
    assert kept.states[-1].seconds == {"hands": 11}, "halves of seconds are not lost"


@given(st.lists(st.sampled_from(["on", "back", "step", "clock", "count", "tick"]), max_size=30))
@settings(max_examples=50)
def test_whatever_is_pressed_it_goes_on_where_it_was(night: Guide, keys: list[str]) -> None:
    kept = RoomKept(night, RoomState("tiny", "night", MORNING))
    room = kept.room
    for key in keys:
        kept.now += 3
        if key == "on":
            room.move(1)
        elif key == "back":
            room.move(-1)
        elif key == "step":
            room.next_step()
        elif key == "clock":
            room.start_or_pause()
        elif key == "tick":
            room.tick()
        elif room.view.rows:
            room.count(room.view.rows[0].id, 4)
    room.tick()
    again = Room(night, kept.states[-1] if kept.states else room.state, lambda _state: None)
    assert (again.view, again.state, again.left) == (room.view, room.state, room.left)
    assert not again.running


def test_a_plan_that_was_edited_since_is_gone_on_with_at_the_same_step(night: Guide) -> None:
    every = views(night, night.session["night"])
    assert every[index_of(every, "decide/red/ask")].name == "decide/red/ask"
    assert every[index_of(every, "decide/gone/ask")].name == "decide/opening/read"
    assert index_of(every, "nothing/of/it") == 0


def test_it_is_kept_in_a_file_and_opened_where_it_was(night: Guide, own_home: Path) -> None:
    plan = night.session["night"]
    first = open_room(night, plan, MORNING)
    assert first.fresh
    first.room.move(1)
    first.room.count("No", 3)
    path = file_of(night, plan)
    assert path.is_relative_to(own_home)
    second = open_room(night, plan, MORNING)
    assert not second.fresh
    assert (second.room.view.name, second.room.state) == ("hands/lit/ask", first.room.state)


@pytest.mark.usefixtures("own_home")
def test_beginning_afresh_loses_nothing(night: Guide) -> None:
    plan = night.session["night"]
    open_room(night, plan, MORNING).room.move(1)
    again = open_room(night, plan, MORNING, again=True)
    assert again.fresh
    aside = file_of(night, plan).with_name("tiny.night.2026-03-02-080000.json")
    assert aside.exists()
    assert str(aside) in again.take_notice()
    assert again.take_notice() == ""


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("data", [b"", b"{", b'{"guide": 3}', b"\xff" * 40])
def test_a_damaged_file_is_set_aside_and_told(night: Guide, data: bytes) -> None:
    plan = night.session["night"]
    path = file_of(night, plan)
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    opened = open_room(night, plan, MORNING)
    assert opened.fresh
    assert "damaged" in opened.notice
    assert [other.read_bytes() for other in path.parent.glob("*damaged*")] == [data]


@pytest.mark.usefixtures("own_home")
def test_what_cannot_be_kept_is_told_and_the_session_goes_on(night: Guide) -> None:
    plan = night.session["night"]
    folder = file_of(night, plan).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder would be")
    opened = open_room(night, plan, MORNING)
    assert opened.room.move(1)
    assert "Not kept" in opened.take_notice()


def _led(kept: RoomKept) -> RoomKept:
    """A whole session with eight people."""
    for name, counts in {
        "hands/lit/ask": {"Yes": 6, "No": 2},
        "decide/red/ask": {"safe": 3, "unsafe": 5},
        "decide/blue/ask": {"unsafe": 8},
        "piles/red/ask": {"whole": 4, "cracked": 4},
        "end/lit/ask": {"No": 8},
    }.items():
        kept.go_to(name)
        for row, number in counts.items():
            kept.room.count(row, number)
    kept.room.note("=cmd|' /C calc'!A0")
    kept.room.act(Action("Trim the wick", "Ana", "2026-03-16"))
    kept.room.act(Action("Look again"))
    return kept


def test_a_debrief_tells_what_surprised_and_what_changed(kept: RoomKept) -> None:
    told = debrief(_led(kept).room)
    assert [outcome.title for outcome in told.surprises] == ["The red case"]
    assert [(o.right, o.total) for o in told.outcomes] == [(2, 8), (3, 8), (8, 8), (4, 8), (8, 8)]
    assert [(shift.before.right, shift.after.right) for shift in told.shifts] == [(2, 8)]
    text = " ".join(write(debrief_page(told), "text").split())
    assert "The red case: 3 of 8 had it right. 5 chose “It is not”." in text
    assert "good news? At the beginning 2 of 8 said “No”, at the end 8 of 8." in text
    assert text.count("(at the end)") == 1
    assert "not timed" not in text
    assert "[ ] Trim the wick Owner: Ana By: 16 March 2026" in text
    assert "guide advise tiny:flame=steady,glass=whole" in text


def test_a_debrief_as_a_table_is_safe_in_a_spreadsheet(kept: RoomKept) -> None:
    text = write_debrief(debrief(_led(kept).room), "csv")
    rows = [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]
    votes = [row for row in rows if row["about"] == "The red case" and row["kind"] == "case"]
    assert [(row["choice"], row["right"], row["count"]) for row in votes] == [
        ("It is safe", "yes", "3"),
        ("It is not", "no", "5"),
        ("Ask the keeper", "no", "0"),
    ]
    notes = [(row["step"], row["about"]) for row in rows if row["kind"] == "note"]
    assert notes == [("What now?", "'=cmd|' /C calc'!A0")]
    assert [(row["owner"], row["due"]) for row in rows if row["kind"] == "action"] == [
        ("Ana", "2026-03-16"),
        ("", ""),
    ]


def test_actions_with_a_day_go_into_a_calendar_under_names_that_stay(kept: RoomKept) -> None:
    text = write_debrief(debrief(_led(kept).room), "ics")
    lines = text.split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Due: Trim the wick" in lines
    assert "DTSTART;VALUE=DATE:20260316" in lines
    assert "UID:action.1.tiny.night.20260302T080000Z@buyer-guide.invalid" in lines


def test_a_calendar_without_a_day_says_so(kept: RoomKept) -> None:
    with pytest.raises(UserError, match="no action has a day yet"):
        write_debrief(debrief(kept.room), "ics")


def test_what_the_room_missed_is_read_again_the_hardest_first(kept: RoomKept) -> None:
    for name, wrong in (("decide/red/ask", 1), ("decide/blue/ask", 3)):
        kept.go_to(name)
        for row in kept.room.view.rows:
            kept.room.count(row.id, 5 if row.right else wrong)
    again = write_debrief(debrief(kept.room), "text").partition("Read again")[2]
    assert again.index("Look at the blue lantern first.") < again.index("Look at the red lantern")
