"""What stands on each screen, at three sizes; and what is said when a window is too small."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.stage import Start, shelf_of

from guide.model.schema import Guide
from guide.tui.providers.commands import GuideCommands

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (40, 15))
SCREENS = {
    "home": (),
    "question": ("enter",),
    "diagnostic": ("enter", "3"),
    "optional": ("enter", "2", "1"),
    "advice": ("enter", "2", "1", "2"),
    "says-who": ("enter", "2", "2", "w"),
    "answers": ("enter", "3", "1", "2", "t"),
    "changed": ("enter", "2", "1", "2", "t", "2", "2"),
    "contents": ("enter", "2", "1", "2", "c"),
    "help-question": ("enter", "question_mark"),
    "help-advice": ("enter", "2", "2", "question_mark"),
    "search": ("slash", *"glass"),
    "found": ("enter", "1", "slash", *"replace", "enter"),
    "so-far": ("enter", "2", "a"),
}


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


@pytest.mark.parametrize("size", [(29, 20), (80, 7), (10, 3)])
async def test_a_window_too_small_is_told_so_and_recovers(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as stage:
        assert "too small" in stage.flat()
        assert "lantern" not in stage.text()
        await stage.resize(80, 24)
        await stage.settle()
        assert "too small" not in stage.flat()
        assert "Is the lantern safe to light?" in stage.text()


@pytest.mark.parametrize("small", [(20, 24), (40, 6)])
async def test_after_a_window_too_small_the_keys_work_again(
    start: Start, small: tuple[int, int]
) -> None:
    async with start() as stage:
        for keys in (("enter",), ("slash",), ("escape", "2", "1", "2"), ("t",)):
            await stage.press(*keys)
            focused = stage.app.screen.focused
            assert focused is not None
            for size in (small, (80, 24)):
                await stage.resize(*size)
                await stage.settle()
                await stage.settle()
            assert stage.app.screen.focused is focused, keys


async def test_a_start_in_a_window_too_small_leaves_the_keys_alive(start: Start) -> None:
    async with start(size=(20, 5)) as stage:
        await stage.resize(80, 24)
        await stage.settle()
        await stage.press("enter", "2")
        assert stage.answers == {"flame": "smoky"}


async def test_resizing_keeps_the_passage_and_the_question(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        await stage.press("j", "j")
        for size in ((40, 15), (120, 40), (30, 8), (200, 60), (80, 24)):
            await stage.resize(*size)
            await stage.settle()
            assert stage.at == "advice"
            line = next((t for t in stage.text().split("\n") if "▎" in t), "")
            assert line, size


@pytest.mark.parametrize("keys", [("3",), ("down", "down", "enter")])
async def test_a_new_question_is_shown_from_its_top(start: Start, keys: tuple[str, ...]) -> None:
    async with start(size=(40, 8)) as stage:
        await stage.press("enter", *keys)
        assert "Is there soot on the glass?" in stage.flat()


async def test_a_page_is_shown_from_its_top(start: Start) -> None:
    async with start(size=(40, 9), code="tiny:flame=smoky,glass=cracked") as stage:
        assert "DO NOT LIGHT IT" in stage.text()


async def test_faulty_guides_are_listed_with_the_way_out(start: Start, tmp_path: Path) -> None:
    from guide.reading.shelf import Shelf, find

    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "guide.yaml").write_text("id: broken\ntitle: Broken\n", encoding="utf-8")
    faulty = find(folder)
    async with start(Shelf((faulty,)), size=(120, 30)) as stage:
        words = f"can't be opened: {len(faulty.problems)} problems"
        assert words in stage.flat()
        assert f"guidecheck{folder}" in "".join(stage.text().split())


async def test_the_palette_lists_every_command_with_its_key(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked", size=(120, 90)) as stage:
        await stage.press("ctrl+p")
        text = stage.text()
        for words in ("Says who?  (w)", "Save this page  (s)", "Theme: Light", "Search the advice"):
            assert words in text
        await stage.press(*"contents", "enter")
        await stage.settle()
        assert stage.at == "contents"


async def test_the_palette_finds_a_command_by_what_it_does_and_says_it_on_one_line(
    start: Start, shipped: Guide
) -> None:
    code = "failed-audit:opinion=qualified,nature=admin,report=type2"
    async with start(shelf_of(shipped), code=code) as stage:
        offers = [*GuideCommands(stage.app.screen).offers()]
        assert all(len(offer.help) <= 70 for offer in offers)
        repeats = [offer.help for offer in offers if offer.help[:9] == "Get ready"]
        assert not repeats
        await stage.press("ctrl+p", *"board")
        await stage.until(lambda: "Letters  (L)" in stage.text())
        await stage.press("escape")


async def test_help_names_the_keys_that_work_here_only(start: Start) -> None:
    async with start(size=(100, 40)) as stage:
        await stage.press("enter", "question_mark")
        assert "One question at a time." in stage.text()
        assert "Go to the next question with the answer as it is" not in stage.flat()
        await stage.press("escape", "1", "b", "question_mark")
        assert "Go to the next question with the answer as it is" in stage.flat()


async def test_the_keys_at_the_foot_can_be_clicked(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        await stage.click("Says who?")
        assert stage.at == "evidence"
        await stage.click("Close")
        assert stage.at == "advice"


async def test_the_way_to_a_page_can_be_clicked_to_change_it(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked", size=(120, 40)) as stage:
        await stage.click("Smoky › Cracked")  # noqa: RUF001
        assert stage.at == "trail"
        assert "Your answers" in stage.text()
