"""``guide room``: sessions listed, led in plain lines, handed out on paper, looked back on."""

import errno
import json
import re
from datetime import date
from pathlib import Path

import html5lib
import pytest
from helpers.rooming import room_library
from helpers.running import Ran, here

from guide.places import rooms_folder
from guide.practice import kept_rooms


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library whose guide has sessions."""
    return room_library(tmp_path)


def _room(shelf: Path, *arguments: str, typed: str = "") -> Ran:
    return here("room", *arguments, "--library", str(shelf), "--guide", "tiny", typed=typed)


def test_without_a_session_it_lists_them(shelf: Path) -> None:
    ran = _room(shelf)
    assert ran.code == 0
    assert "A night on watch, 20 minutes" in ran.out
    assert "guide room night" in ran.out


def test_a_session_is_led_by_lines(shelf: Path) -> None:
    typed = "\n5 3\nc\nb\n\n\n\n\n2 6 0\n\nnote They laughed.\naction Trim it, Ana, 2026-03-16\nq\n"
    ran = _room(shelf, "night", "--plain", typed=typed)
    assert ran.code == 0
    assert "8 counted." in ran.out
    assert "(step 1 of 5 · 2:00 left)" in ran.out
    assert "The clock runs: 2:00 left." in ran.out
    before, _, after = ran.out.partition("RIGHT: ")
    assert "Nothing says otherwise." not in before
    assert "A. RIGHT: It is safe (2)" in ran.out
    assert "Nothing says otherwise." in after
    assert "Kept. To go on: guide room night --plain" in ran.out
    again = _room(shelf, "night", "--plain", typed="q\n")
    assert "It goes on where it was left." in again.out
    assert "A. RIGHT: It is safe (2)" in again.out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("\n53\n", "Type 2 numbers, one for each choice, with spaces: 3 5"),
        ("n Said something\n", "Not kept. To keep that: note Said something"),
        ("5 3\n", "There is nothing to count here."),
        ("b\n", "This is the beginning."),
        ("nonsense\n", "An empty line goes on"),
        ("action Trim it, Ana, soon\n", "'soon' is not a day"),
        ("action\n", "Type it like this"),
        ("note\n", "Type it behind the word"),
        ("n\nn\nn\nn\nn\n", "This is the last step."),
    ],
)
def test_what_was_typed_wrongly_is_told_with_the_way_out(
    shelf: Path, typed: str, told: str
) -> None:
    ran = _room(shelf, "night", "--plain", typed=typed)
    assert (ran.code, ran.err) == (0, "")
    assert told in " ".join(ran.out.split())


def test_an_empty_line_reveals_nothing_before_somebody_is_counted(shelf: Path) -> None:
    typed = "\n" * 4
    for wrong in ("\n", "3 5 0 1\n\n"):
        ran = _room(shelf, "night", "--plain", "--again", typed=f"{typed}{wrong}")
        assert "Nobody is counted. Another empty line reveals." in ran.out
        assert "RIGHT" not in ran.out
    assert "RIGHT" in _room(shelf, "night", "--plain", "--again", typed=f"{typed}\n\n").out


def test_a_weekday_is_the_next_and_x_takes_back(shelf: Path) -> None:
    typed = "action Trim it, Ana, friday\nnote They laughed.\nx\nq\n"
    assert "Taken back: They laughed." in _room(shelf, "night", "--plain", typed=typed).out
    data = json.loads(_room(shelf, "night", "--debrief", "--as", "json").out)
    assert date.fromisoformat(data["actions"][0]["due"]).weekday() == 4
    assert data["notes"] == []


def test_the_debrief_of_an_earlier_group_can_be_had(shelf: Path) -> None:
    _room(shelf, "night", "--plain", typed="\n5 3\nnote The first group.\nq\n")
    (file,) = rooms_folder().iterdir()
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub('"started":"[^"]*"', '"started":"2026-03-02T09:00:00Z"', text))
    _room(shelf, "night", "--plain", "--again", typed="note The second group.\nq\n")
    listed = _room(shelf).out
    assert "guide room night --debrief --led 2026-03-02" in listed
    first = _room(shelf, "night", "--debrief", "--led", "2026-03-02").out
    assert "At “Hands up”: The first group." in first
    missing = _room(shelf, "night", "--debrief", "--led", "1999-01-01")
    assert (missing.code, missing.out) == (2, "")
    assert missing.err.startswith("guide: night was not led on '1999-01-01'; 'guide room' lists")


def test_what_nobody_was_counted_for_stands_in_the_debrief(shelf: Path) -> None:
    _room(shelf, "night", "--plain", typed="\n" * 60)
    page = _room(shelf, "night", "--debrief").out
    _, _, uncounted = page.partition("Not counted")
    assert "Right: It is safe" in uncounted
    assert "It could sound like this:" in uncounted


def test_what_is_to_be_done_may_hold_commas(shelf: Path) -> None:
    typed = "action Say whole, not clean, Ana, 2026-03-16\nn Said something\nq\n"
    ran = _room(shelf, "night", "--plain", typed=typed)
    assert "step 2 of 5" not in ran.out, "n with words passes over nothing"
    data = json.loads(_room(shelf, "night", "--debrief", "--as", "json").out)
    assert data["actions"] == [{"what": "Say whole, not clean", "who": "Ana", "due": "2026-03-16"}]


def test_nothing_is_called_kept_that_is_not(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept_rooms, "write_atomically", full)
    ran = _room(shelf, "night", "--plain", typed="note They laughed.\naction Trim it, Ana\nq\n")
    assert "Kept." not in ran.out
    assert ran.err.count("Not kept: ") == 3


def test_a_pipe_that_ends_ends_the_session(shelf: Path) -> None:
    assert _room(shelf, "night", "--plain", typed="\n" * 60).code == 0


def test_the_handout_holds_cards_without_and_a_key_with_answers(shelf: Path) -> None:
    ran = _room(shelf, "night", "--handout", "--as", "html")
    assert ran.code == 0
    page = html5lib.parse(ran.out, namespaceHTMLElements=False)
    parts = {section.get("id"): "".join(section.itertext()) for section in page.iter("section")}
    papers = {"cards", "voting-cards", "sort-cards", "exit-cards"}
    assert {"plan", "leader", *papers} <= parts.keys()
    reason = "Nothing says otherwise."
    assert [name for name in ("plan", *papers) if reason in parts[name]] == []
    assert reason in parts["leader"]
    assert "Count, and say nothing." in parts["leader"]
    assert "Voting cards A to C" in parts["plan"]
    assert "Card C" in parts["voting-cards"]
    assert "Is the red lantern safe?" in parts["leader"]
    assert "By when:" in parts["exit-cards"]
    assert "✓" not in "".join(parts[name] for name in papers)
    assert "<script" not in ran.out
    assert "src=" not in ran.out


def test_markdown_holds_what_the_authors_wrote(shelf: Path) -> None:
    text, markdown = (
        " ".join(re.findall(r"\w+", _room(shelf, "night", "--handout", "--as", form).out))
        for form in ("text", "markdown")
    )
    assert "Count and say nothing" in text
    assert "Count and say nothing" in markdown


def test_either_part_of_the_handout_is_written_by_itself(shelf: Path) -> None:
    cards = _room(shelf, "night", "--handout", "--part", "cards").out
    leader = _room(shelf, "night", "--handout", "--part", "leader").out
    assert "Card C" in cards
    assert "Nothing says otherwise." not in cards
    assert "Nothing says otherwise." in leader
    assert "Card C" not in leader


def test_a_debrief_goes_into_a_file_of_any_kind(shelf: Path, tmp_path: Path) -> None:
    led = _room(shelf, "night", "--debrief")
    assert (led.code, led.out) == (2, "")
    assert led.err == "guide: night was not led yet; guide room night begins it\n"
    _room(shelf, "night", "--plain", typed="\n5 3\naction Trim it, Ana, 2026-03-16\nq\n")
    for ending in ("md", "html", "csv", "ics", "txt", "json"):
        file = tmp_path / f"debrief.{ending}"
        assert _room(shelf, "night", "--debrief", "-o", str(file)).code == 0
        assert "Trim it" in file.read_text(encoding="utf-8")
    data = json.loads((tmp_path / "debrief.json").read_text(encoding="utf-8"))
    assert data["actions"] == [{"what": "Trim it", "who": "Ana", "due": "2026-03-16"}]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nigth"], "guide: no session 'nigth' in tiny; did you mean 'night'?"),
        (["night"], "this is not a terminal; add --plain to lead it in plain lines"),
        (["night", "--handout", "--as", "ics"], "a handout can't be ics; it can be html, json"),
        (["night", "--part", "cards"], "--part goes with --handout."),
        (["night", "--handout", "--debrief"], "give --handout or --debrief, not both."),
        (["night", "-o", "x.html"], "a session is led, not written; add --handout or --debrief"),
        (["--as", "csv"], "the list of sessions can't be csv"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    shelf: Path, arguments: list[str], told: str
) -> None:
    ran = _room(shelf, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_what_is_kept_of_a_session_is_erased_with_those_before_it(shelf: Path) -> None:
    _room(shelf, "night", "--plain", typed="\nq\n")
    _room(shelf, "night", "--plain", "--again", typed="\nq\n")
    assert _room(shelf, "night", "--forget") == Ran(0, "", "erased: 2 sessions\n")
    assert _room(shelf, "night", "--forget") == Ran(0, "", "erased: 0 sessions\n")
    assert _room(shelf, "night", "--debrief").code == 2


def test_a_guide_without_sessions_says_so(shelf: Path) -> None:
    (shelf / "tiny" / "sessions.yaml").unlink()
    ran = _room(shelf)
    assert (ran.code, ran.err) == (
        2,
        "guide: tiny has no sessions; sessions.yaml would hold them\n",
    )
