"""The history screen: list, search, open, name, note, erase, compare; old walks reopened."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from helpers.stage import Stage, Start, running, shelf_of

from guide.history.history import History, Kept
from guide.history.listing import Row
from guide.model.schema import Guide
from guide.tui.widgets.walks import Lines, WalkList
from tui.test_hostile import HOSTILE, WORDS

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (40, 15), (160, 50))
NOON = datetime(2026, 2, 20, 12, tzinfo=UTC)
WALKS = (
    ({"flame": "steady", "glass": "cracked"}, "flame=steady,glass=cracked", "", ""),
    ({"flame": "smoky", "glass": "cracked"}, "flame=smoky,glass=cracked", "Northwind",
     "Call\nthem"),
    ({"flame": "smoky"}, "flame=smoky", "", ""),
    ({"flame": "smoky", "glass": "whole", "gone": "x"}, "flame=smoky,glass=whole", "Old one", ""),
)  # fmt: skip


def number(index: int) -> str:
    """The id of a walk."""
    return f"w{index:024x}"


@pytest.fixture
def kept(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four walks on fixed days, the last of them of an older version."""
    monkeypatch.setenv("TZ", "UTC")
    with History() as history:
        history.adopt(
            [
                Kept(
                    number(index), "tiny", answers, f"tiny:{code}", "glass" in answers,
                    NOON - timedelta(days=index),
                    NOON - timedelta(days=index), name, note,
                    "old" if "gone" in answers else tiny.content_hash,
                )
                for index, (answers, code, name, note) in enumerate(WALKS)
            ]
        )  # fmt: skip


def ids() -> list[str]:
    with History() as history:
        return [row.id for row in history.rows()]


def listed(stage: Stage) -> WalkList:
    return stage.app.screen.query_one(WalkList)


SCREENS = {
    "history": ("H",),
    "history-marked": ("H", "space", "down", "space"),
    "history-search": ("H", "slash", *"north"),
    "history-name": ("H", "down", "n"),
    "history-note": ("H", "down", "N"),
    "history-erase": ("H", "x"),
    "history-help": ("H", "question_mark"),
    "history-reopened": ("H", "end", "enter"),
}


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_is_as_it_was_read(
    start: Start, golden: Callable[[Path, str], None], name: str, size: tuple[int, int]
) -> None:
    async with start(size=size) as stage:
        await stage.press(*SCREENS[name])
        text = stage.text().rstrip("\n") + "\n"
        assert max(map(len, text.split("\n"))) <= size[0]
        golden(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", text)


async def test_nothing_kept_is_said_and_no_key_does_harm(start: Start) -> None:
    async with start() as stage:
        await stage.press("H")
        assert "No walks are kept yet." in stage.text()
        await stage.press(
            "enter", "space", "v", "n", "N", "x", "X", "down", "up", "end", "pagedown"
        )
        assert stage.at == "history"
        await stage.press("escape")
        assert stage.at == "home"


@pytest.mark.usefixtures("kept")
async def test_walks_are_exported_and_imported(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(size=(120, 40)) as stage:
        await stage.press("H", "slash", *"north", "enter", "E", "enter")
        assert f"1 walk written to {tmp_path}" in stage.flat()
        await stage.press("E", "enter")
        assert "is there already" in stage.flat()
        await stage.press("enter", "slash", "escape", "E", "home", *"all-", "enter")
        assert "4 walks written to" in stage.flat()
        await stage.press("X", "2", "I", *"nothing.json", "enter")
        assert "'nothing.json' can't be read: No such file or directory." in stage.flat()
        await stage.press("ctrl+u", *"walks.json", "enter")
        assert stage.at == "history"
        assert "1 added, 0 updated, 0 here already." in stage.flat()
        assert "Northwind" in stage.text()
        await stage.press("I", *"all-walks.json", "enter")
        assert "3 added, 0 updated, 1 here already." in stage.flat()
    assert len(ids()) == 4


async def test_a_file_that_is_no_history_is_said_to_be_none(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    async with start(size=(120, 40)) as stage:
        await stage.press("H", "I", *"x.json", "enter")
        assert "'x.json' can't be imported: it is not a history" in stage.flat()
        assert stage.at == "import"


@pytest.mark.usefixtures("kept")
async def test_the_palette_leads_there(start: Start) -> None:
    async with start() as stage:
        await stage.press("ctrl+p", *"history", "enter")
        await stage.settle()
        assert stage.at == "history"


@pytest.mark.usefixtures("kept")
async def test_enter_reopens_the_same_walk(start: Start) -> None:
    async with start() as stage:
        await stage.press("H", "down", "enter")
        assert stage.at == "advice"
        assert stage.answers == WALKS[1][0]
        assert stage.app.session.journey is not None
        assert stage.app.session.journey.walk_id == number(1)
        await stage.press("h", "H", "slash", *"smoky", "down", "end", "up", "enter")
        assert stage.at == "question"
        assert "Is the glass whole?" in stage.text()
    assert len(ids()) == 4


@pytest.mark.usefixtures("kept")
async def test_words_are_looked_for_as_they_are_typed(start: Start) -> None:
    async with start() as stage:
        await stage.press("H", "down", "down", "slash", *"smo")
        assert [row.id for row in listed(stage).rows] == [number(n) for n in (1, 2, 3)]
        assert "1 of 3" in stage.text()
        await stage.press(*"ky north")
        assert "1 of 1" in stage.text()
        await stage.press("x", "n")  # letters are words here, not commands
        assert "No walk holds these words." in stage.text()
        await stage.press("escape")
        assert stage.at == "history"
        assert "of 4" in stage.text()
    assert len(ids()) == 4


@pytest.mark.usefixtures("kept")
async def test_with_several_guides_each_walk_says_which(tiny: Guide) -> None:
    head = msgspec.structs.replace(tiny.head, id="other", title="The other guide")
    other = msgspec.structs.replace(tiny, head=head)
    async with running(shelf_of(tiny, other), size=(120, 40)) as stage:
        await stage.press("H")
        assert stage.text().count("Is the lantern safe to light?") == 4


@pytest.mark.usefixtures("kept")
async def test_what_changed_since_is_said_of_the_walk_under_the_cursor(start: Start) -> None:
    async with start(size=(120, 40)) as stage:
        await stage.press("H")
        assert "The guide has changed since" not in stage.flat()
        await stage.press("end")
        assert "The guide has changed since. No longer there: the question gone" in stage.flat()


@pytest.mark.usefixtures("kept")
async def test_words_taken_back_bring_back_what_they_hid(start: Start) -> None:
    async with start() as stage:
        await stage.press("H", "slash", *"north", "backspace", *["left"] * 4, "delete")
        assert [row.id for row in listed(stage).rows] == []
        await stage.press("n", "end", *["backspace"] * 3)
        assert [row.id for row in listed(stage).rows] == [number(1)]
        await stage.press("backspace")
        assert len(listed(stage).rows) == 4


@pytest.mark.usefixtures("kept")
async def test_a_name_and_a_note_are_kept_and_shown(start: Start) -> None:
    async with start() as stage:
        await stage.press("H", "n", *"Deal", "enter")
        assert "▸   Deal" in stage.text()
        await stage.press("N", *"ab", "enter", *"c", "escape")
        assert "Not saved." in stage.text()
        assert stage.at == "note"
        await stage.press("ctrl+s")
        assert "Note: ab" in stage.text()
        await stage.press("N", "x", "escape", "escape")
        assert stage.at == "history"
        await stage.press("n", "Z", "escape", "escape")
        assert stage.at == "home"
        assert "Deal" in stage.text()
    with History() as history:
        one = history.get(number(0))
    assert one is not None
    assert (one.name, one.note) == ("Deal", "ab\nc")


@pytest.mark.usefixtures("kept")
async def test_erasing_asks_and_erases(start: Start, own_home: Path) -> None:
    async with start() as stage:
        await stage.press("H", "down", "x", "enter")
        assert len(ids()) == 4
        await stage.press("x", "escape")
        assert len(ids()) == 4
        await stage.press("x", "2")
        assert "Erased." in stage.text()
        assert "Northwind" not in stage.text()
        assert ids() == [number(n) for n in (0, 2, 3)]
        await stage.press("X", "1")
        assert len(ids()) == 3
        await stage.press("X", "2")
        assert "No walks are kept yet." in stage.text()
        await stage.press("escape")
        assert "Continue" not in stage.text()
    left = b"".join(file.read_bytes() for file in (own_home / "data").iterdir())
    assert b"Northwind" not in left


@pytest.mark.usefixtures("kept")
async def test_marked_walks_are_compared(start: Start) -> None:
    async with start(size=(100, 40)) as stage:
        await stage.press("H", "v")
        assert stage.at == "history"
        await stage.press("space", "down", "space")
        assert "2 marked" in stage.text()
        await stage.press("v")
        assert stage.at == "compare"
        assert "2 pages" in stage.text()
        assert stage.answers == WALKS[1][0]
        await stage.press("escape")
        assert stage.at == "advice"
        await stage.press("h", "H", "space", "down", "space", "down", "space", "v")
        assert "3 pages" in stage.text()
    assert len(ids()) == 4


@pytest.mark.usefixtures("kept")
async def test_what_cannot_be_compared_is_said(start: Start) -> None:
    with History() as history:
        one = history.get(number(0))
        assert one is not None
        history.adopt([one._replace(id=number(9))])
    async with start() as stage:
        await stage.press("H", "space", "down", "space", "v")
        assert "Two of the marked walks have the same page" in stage.flat()
        await stage.press("down", "space", "down", "space", "v")
        assert "Mark two or three walks first" in stage.flat()
        assert stage.at == "history"


@pytest.mark.usefixtures("kept")
async def test_an_old_walk_reopens_with_what_changed_and_stays_as_it_was(start: Start) -> None:
    with History() as history:
        before = history.get(number(3))
    async with start(size=(100, 30)) as stage:
        await stage.press("H", "end", "enter")
        assert (
            "The guide has changed since. No longer there: the question gone (you answered x)."
            in stage.flat()
        )
        assert stage.answers == {"flame": "smoky", "glass": "whole"}
    with History() as history:
        assert history.get(number(3)) == before


async def test_continue_says_that_the_answers_still_apply(tiny: Guide) -> None:
    with History() as history:
        walk_id = history.save(
            None, guide="tiny", answers=WALKS[1][0], code="tiny:flame=smoky,glass=cracked",
            finished=True, content_hash="old",
        )  # fmt: skip
    async with running(shelf_of(tiny)) as stage:
        await stage.press("enter")
        assert "The guide has changed since; your answers still apply." in stage.flat()
        await stage.press("h", "enter")
        assert "changed since" in stage.flat(), "told until it is answered"
    assert ids() == [walk_id]


async def test_a_walk_whose_guide_is_gone_is_listed_and_not_opened(start: Start) -> None:
    with History() as history:
        history.save(
            None, guide="[b]other", answers={"a": "b"}, code="[b]other:a=b", finished=True,
            content_hash="",
        )  # fmt: skip
    async with start() as stage:
        await stage.press("H", "enter")
        assert stage.at == "history"
        assert "The guide [b]other is not on the shelf" in stage.flat()


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("size", [(100, 60), (130, 60)])
async def test_hostile_names_and_notes_are_literal(start: Start, size: tuple[int, int]) -> None:
    with History() as history:
        history.rename(number(0), HOSTILE)
        history.annotate(number(0), f"{HOSTILE}\n{HOSTILE}")
    for keys in (
        (),
        ("H",),
        ("H", "n"),
        ("H", "N"),
        ("H", "x"),
        ("H", "slash", "left_square_bracket"),
    ):
        async with start(size=size) as stage:
            await stage.press(*keys)
            text = stage.text()
            assert [word for word in WORDS if word in text] == list(WORDS), keys
            assert stage.app.return_code is None


@pytest.mark.usefixtures("kept")
async def test_the_mouse_chooses_opens_and_scrolls(start: Start) -> None:
    async with start() as stage:
        await stage.press("H")
        await stage.click("Northwind")
        assert listed(stage).cursor == 1
        assert stage.at == "history"
        await stage.click("Northwind")
        assert stage.at == "advice"


async def test_of_ten_thousand_walks_only_those_seen_are_set(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Kept(
        number(0), "tiny", WALKS[1][0], "tiny:flame=smoky,glass=cracked", True, NOON, NOON, "", "",  # noqa: FBT003
        tiny.content_hash,
    )  # fmt: skip
    with History() as history:
        history.adopt([one._replace(id=number(n), name=f"Walk {n}") for n in range(10_000)])
    async with running(shelf_of(tiny)) as stage:
        await stage.press("H")
        assert "1 of 10,000" in stage.text()
        seen: list[str] = []
        words = listed(stage)._words

        def counted(row: Row) -> Lines:
            seen.append(row.id)
            return words(row)

        monkeypatch.setattr(listed(stage), "_words", counted)
        await stage.press("end", "pageup", "down")
        assert len(seen) < 100
        await stage.press("slash", *"walk 123")
        assert len(seen) < 400
        assert "1 of " in stage.text()
        await stage.resize(40, 15)
        await stage.settle()
        await stage.press("down", "end")
        lines = stage.text().split("\n")
        assert any(line.lstrip("│ ").startswith("▸") for line in lines)
