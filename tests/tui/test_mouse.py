"""With the mouse alone: what can be clicked looks it, the wheel scrolls, text can be selected."""

from typing import cast

import pytest
from helpers.stage import Stage, Start, shelf_of
from textual.color import Color

from guide.model.schema import Guide


def behind(stage: Stage, words: str) -> Color:
    """The background of these words, where they first stand."""
    strips = stage.app.screen._compositor.render_strips()
    for strip in strips:
        at = "".join(segment.text for segment in strip).find(words)
        if at >= 0:
            style = next(iter(strip.crop(at, at + 1))).style
            assert style is not None
            assert style.bgcolor is not None
            return Color.from_rich_color(style.bgcolor)
    raise AssertionError(words)


async def point(stage: Stage, words: str) -> None:
    """Put the mouse there."""
    lines = stage.text().split("\n")
    y, line = next((y, line) for y, line in enumerate(lines) if words in line)
    await stage.pilot.hover(offset=(line.index(words), y))
    await stage.settle()


@pytest.mark.parametrize(
    ("size", "keys", "words"),
    [
        ((80, 24), (), "2  The guide at a glance"),
        ((120, 40), (), "back, every term"),
        ((80, 24), ("1",), "2  A signed Type 1 report"),
        ((120, 40), ("1", "1", "2", "2", "t"), "2  Opinion"),
    ],
    ids=["door", "card", "option", "answer"],
)
async def test_what_is_under_the_mouse_looks_as_if_it_could_be_clicked(
    start: Start, shipped: Guide, size: tuple[int, int], keys: tuple[str, ...], words: str
) -> None:
    async with start(shelf_of(shipped), size=size) as stage:
        await stage.press(*keys)
        before = behind(stage, words)
        await point(stage, words)
        assert behind(stage, words) != before
        await stage.pilot.hover(offset=(0, size[1] - 1))
        await stage.settle()
        assert behind(stage, words) == before


async def test_the_wheel_scrolls_a_dialog_and_the_page_so_far(start: Start, shipped: Guide) -> None:
    async with start(shelf_of(shipped), size=(120, 30)) as stage:
        await stage.press("1", "1", "2")
        so_far = stage.text()
        await stage.wheel(100, 15)
        assert stage.text() != so_far
        await stage.press("question_mark")
        before = stage.text()
        await stage.wheel(60, 15)
        assert stage.text() != before


async def test_text_of_a_dialog_can_be_selected(start: Start) -> None:
    async with start(size=(120, 40)) as stage:
        await stage.press("1", "question_mark")
        lines = stage.text().split("\n")
        y = next(y for y, line in enumerate(lines) if "One question at a time." in line)
        x = lines[y].index("One question")
        await stage.pilot.mouse_down(offset=(x, y))
        await stage.pilot.hover(offset=(x + 12, y))
        await stage.pilot.mouse_up(offset=(x + 12, y))
        await stage.settle()
        assert "One question" in cast("str", stage.app.screen.get_selected_text())
