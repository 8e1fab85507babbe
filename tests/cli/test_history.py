"""guide history: list, search, show, name, note, erase, export, import."""

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.running import here
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.history.history import History, Kept
from guide.model.schema import Guide
from guide.places import history_file

GOLDEN = Path(__file__).parent / "golden"
DAY = datetime(2026, 2, 1, 12, tzinfo=UTC)
FIRST, SECOND, THIRD = (f"w{digit * 8}{digit}{'0' * 15}" for digit in "123")


@pytest.fixture
def three(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three walks on fixed days."""
    monkeypatch.setenv("TZ", "UTC")
    with History() as history:
        history.adopt(
            [
                Kept(
                    FIRST, "tiny", {"flame": "smoky", "glass": "cracked"},
                    "tiny:flame=smoky,glass=cracked", True, DAY, DAY, "Northwind [b]x[/]",  # noqa: FBT003
                    "call\nthem back", tiny.content_hash,
                ),
                Kept(
                    SECOND, "tiny", {"flame": "smoky"}, "tiny:flame=smoky", False, DAY,  # noqa: FBT003
                    DAY + timedelta(days=1), "", "", tiny.content_hash,
                ),
                Kept(
                    THIRD, "tiny", {"flame": "smoky", "gone": "x", "glass": "cracked"},
                    "tiny:flame=smoky,glass=cracked", True, DAY, DAY + timedelta(days=2), "", "",  # noqa: FBT003
                    "old",
                ),
            ]
        )  # fmt: skip


def _names() -> dict[str, str]:
    with History() as history:
        return {row.id: row.name for row in history.rows()}


def test_an_empty_history_says_how_to_begin() -> None:
    ran = here("history")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("No walks are kept yet. 'guide' or 'guide ask' begins one.\n")
    assert here("history", "--as", "json").out == "[]\n"


@pytest.mark.usefixtures("three")
def test_the_list_and_a_record_read_well(golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "history.txt", here("history").out)
    shown = [here("history", "--show", one).out for one in (FIRST, SECOND, THIRD)]
    golden(GOLDEN / "history-shown.txt", "\n-----\n".join(shown))


@pytest.mark.usefixtures("three")
def test_words_search_and_pages_page() -> None:
    def ids(*arguments: str) -> list[str]:
        return [one["id"] for one in json.loads(here("history", *arguments, "--as", "json").out)]

    assert ids() == [THIRD, SECOND, FIRST]
    assert ids("NORTH") == ids("call", "smoky") == [FIRST]
    assert ids("smoky", "cracked") == [THIRD, FIRST]
    assert ids(SECOND[:9]) == [SECOND]
    assert ids("--limit", "1") == [THIRD]
    assert ids("--limit", "1", "--offset", "1") == [SECOND]
    assert ids("--limit", "0") == ids()
    assert "--offset 1 goes on" in here("history", "--limit", "1").err
    assert here("history", "nowhere").out.endswith("No walk holds these words.\n")


@pytest.mark.usefixtures("three")
def test_a_walk_is_named_and_noted_by_the_beginning_of_its_id() -> None:
    assert here("history", "--rename", SECOND[:9], " Deal\x1b[1m ").code == 0
    assert _names()[SECOND] == "Deal[1m"
    assert here("history", "--rename", SECOND, "").err == f"{SECOND[:9]} has no name now\n"
    assert here("history", "--note", SECOND, "one\ntwo").code == 0
    assert "Note\n----\n\none\n\ntwo\n" in here("history", "--show", SECOND).out


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("option", ["--show", "--erase"])
def test_an_id_that_names_no_walk_or_several_is_one_line(option: str) -> None:
    for wrong in ("w99999999", "x", "", "w", "'; DROP"):
        ran = here("history", option, wrong)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "'guide history' lists those there are" in ran.err
    with History() as history:
        (kept,) = [one for one in history.recent() if one.id == FIRST]
        history.adopt([kept._replace(id=FIRST[:-1] + "f")])
    ran = here("history", option, FIRST[:9])
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert f"{FIRST[:9]} could be {FIRST} or {FIRST[:-1]}f; give more of the id" in ran.err


@pytest.mark.usefixtures("three")
def test_one_is_erased_and_all_only_when_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert here("history", "--erase", FIRST).code == 0
    assert list(_names()) == [THIRD, SECOND]
    ran = here("history", "--erase-all")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "this erases 2 walks; add --yes" in ran.err
    assert len(_names()) == 2
    monkeypatch.setattr("guide.cli.exchange.attended", lambda: True)
    for typed, left in (("n\n", 2), ("y\n", 0)):
        ran = here("history", "--erase-all", typed=typed)
        assert ran.code == 0
        assert len(_names()) == left


@pytest.mark.usefixtures("three")
def test_yes_erases_all_without_asking(own_home: Path) -> None:
    assert here("history", "--erase-all", "--yes").err == "erased: 3 walks\n"
    left = b"".join(file.read_bytes() for file in (own_home / "data").iterdir())
    assert b"smoky" not in left
    assert b"Northwind" not in left


@pytest.mark.usefixtures("three")
def test_an_export_is_imported_again_without_doubling(tmp_path: Path) -> None:
    file = tmp_path / "walks.json"
    before = here("history", "--as", "json").out
    assert here("history", "--export", str(file)).code == 0
    ran = here("history", "--import", str(file))
    assert (ran.code, ran.err) == (0, "0 added, 0 updated, 3 here already, 0 skipped\n")
    here("history", "--erase-all", "--yes")
    assert here("history", "--import", str(file)).err.startswith("3 added")
    assert here("history", "--as", "json").out == before
    some = json.loads(here("history", "northwind", "--export", "-").out)
    assert [one["id"] for one in some["walks"]] == [FIRST]


@pytest.mark.usefixtures("three")
def test_bad_entries_are_named_and_skipped() -> None:
    whole = json.loads(here("history", "--export", "-").out)
    whole["walks"][1]["finished"] = "yes"
    whole["walks"].append("\x1b[31m")
    ran = here("history", "--import", "-", typed=json.dumps(whole))
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f'skipped walk 2 ({SECOND}): "finished" is not true or false',
        "skipped walk 4: it is not an object",
        "0 added, 0 updated, 2 here already, 2 skipped",
    ]


def test_many_bad_entries_are_not_named_one_by_one() -> None:
    whole = {"format": "buyer-guide-history", "version": 1, "walks": [7] * 300}
    ran = here("history", "--import", "-", typed=json.dumps(whole))
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 22
    assert "skipped 280 more in the same way" in ran.err
    assert "300 skipped" in ran.err


@pytest.mark.parametrize("option", ["--limit", "--offset"])
def test_a_number_that_is_too_large_is_one_line(option: str) -> None:
    ran = here("history", option, "9223372036854775807")
    assert (ran.code, ran.out) == (2, "")
    assert "is not in the range" in ran.err


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--rename", FIRST, "After"), "is not renamed"),
        (("--note", FIRST, "After"), "has the note it had"),
        (("--erase", FIRST), "is not erased"),
        (("--erase-all", "--yes"), "not erased"),
        (("--import", "-"), "nothing was imported"),
    ],
)
def test_what_the_file_refuses_is_said_and_no_success(
    arguments: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.history.database.TIMEOUT", 0.05)
    typed = here("history", "--export", "-").out.replace(FIRST, FIRST[:-1] + "a")
    before = _names()
    other = sqlite3.connect(history_file(), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ran = here("history", *arguments, typed=typed)
    other.close()
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "another program is using it" in ran.err
    assert _names() == before


@pytest.mark.parametrize("typed", ["", "{}", "nonsense"])
def test_what_is_no_history_is_one_line(typed: str, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    file.write_text(typed, encoding="utf-8")
    for name in (str(file), str(tmp_path), str(tmp_path / "none")):
        ran = here("history", "--import", name)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("three")
def test_two_things_at_once_and_words_that_mean_nothing_are_refused() -> None:
    assert here("history", "--show", FIRST, "--erase", FIRST).code == 2
    assert here("history", "some", "words", "--erase-all", "--yes").code == 2
    assert len(_names()) == 3


@pytest.mark.usefixtures("three")
def test_each_command_does_what_its_flag_did(tmp_path: Path) -> None:
    assert here("history", "list", "--as", "json") == here("history", "--as", "json")
    assert here("history", "list", "north") == here("history", "north")
    for earlier in (
        ("--show", FIRST[:9]),
        (f"--show={FIRST[:9]}",),
        ("--as", "text", "--show", FIRST),
    ):
        assert here("history", "show", FIRST[:9]) == here("history", *earlier)
    assert (
        here("history", "rename", SECOND[:9], "Deal").err == f"{SECOND[:9]} is called 'Deal' now\n"
    )
    assert here("history", "note", SECOND, "").err == f"{SECOND[:9]} has no note now\n"
    exported = here("history", "export", "-", "north")
    assert exported.out == here("history", "north", "--export", "-").out
    file = tmp_path / "walks.json"
    assert here("history", "export", str(file)).code == 0
    assert here("history", "erase", FIRST).err == f"{FIRST[:9]} is erased\n"
    assert here("history", "import", str(file)).err.startswith("1 added")
    assert here("history", "erase", "--all", "--yes").err == "erased: 3 walks\n"
    assert _names() == {}


@pytest.mark.usefixtures("three")
def test_a_word_that_is_a_command_is_searched_for_by_the_list(tmp_path: Path) -> None:
    here("history", "rename", SECOND, "show me")
    assert SECOND[:9] in here("history", "list", "show").out
    assert "Northwind" in here("history", "--library", str(tmp_path), "show", FIRST).out
    for wrong in (("erase",), ("erase", FIRST, "--all")):
        ran = here("history", *wrong)
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert "give the id of a walk, or --all." in ran.err
    ran = here("history", "erase", "--all")
    assert (ran.code, "this erases 3 walks; add --yes" in ran.err) == (2, True)
    help_ = here("history", "-h").out
    assert "rename  Name a walk." in help_
    assert "--erase-all" not in help_ + here("history", "list", "-h").out


@pytest.mark.usefixtures("three")
def test_an_id_is_taken_wherever_a_code_is(tiny: Guide) -> None:
    assert here("advise", FIRST[:9]).out == here("advise", "tiny:flame=smoky,glass=cracked").out
    ran = here("advise", THIRD)
    assert ran.err.startswith("The guide has changed since. No longer there: the question gone")
    assert here("advise", "w99999999").code == 2
    before = len(_names())
    ran = here("ask", SECOND, typed="cracked\n")
    assert ran.code == 0
    assert "Leave this lantern unlit." in ran.out
    with History() as history:
        kept = history.get(SECOND)
    assert len(_names()) == before, "it went on with the same walk"
    assert kept is not None
    assert (kept.finished, kept.content_hash) == (True, tiny.content_hash)


@pytest.mark.usefixtures("three")
def test_asking_on_from_a_changed_walk_leaves_the_old_one_as_it_was() -> None:
    with History() as history:
        before = history.get(THIRD)
        here("ask", THIRD, typed="q\n")
        assert history.get(THIRD) == before


@settings(max_examples=25)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_name_and_note_are_listed_without_an_escape(name: str, note: str) -> None:
    with History() as history:
        walk_id = history.save(
            None, guide="tiny", answers={}, code="tiny", finished=False, content_hash=""
        )
    name, note = name.replace("\0", ""), note.replace("\0", "")
    assert here("history", "--rename", walk_id, name).code == 0
    assert here("history", "--note", walk_id, note).code == 0
    for ran in (here("history"), here("history", "--show", walk_id)):
        assert ran.code == 0
        assert not {c for c in ran.out if c < " " and c != "\n"}
    here("history", "--erase-all", "--yes")


def test_a_history_that_cannot_be_read_is_one_line(no_home: Path) -> None:
    no_home.parent.mkdir(exist_ok=True)
    no_home.write_text("a file where the folder should be")
    ran = here("history")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
