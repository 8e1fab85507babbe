"""A question: how far along, what not being sure costs, the page so far, and changing answers."""

import os
from pathlib import Path

import pytest
from helpers.stage import Start, shelf_of

from guide.model.schema import Guide


def bar(text: str) -> str:
    """The upper bar."""
    return " ".join(text.split("\n", maxsplit=1)[0].split())


async def test_dots_say_how_far_along_also_while_not_sure_lasts(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(120, 40)) as stage:
        await stage.press("1")
        assert bar(stage.text()).endswith("◉ ○ ○ 1 of 3, then 5 optional")
        await stage.press("1", "2", "6")
        assert "● ● ◉ Finding out: What went wrong, 1 of 1 to" in bar(stage.text())


async def test_who_is_not_sure_reads_what_that_costs_before_choosing_it(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped)) as stage:
        await stage.press("1", "1")
        assert "I'm not sure. Ask me (1 to 4 questions)" in stage.text()


async def test_the_page_so_far_stands_beside_the_question_and_sharpens(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(110, 40)) as stage:
        await stage.press("1")
        assert "So far" not in stage.text(), "nothing empty is drawn"
        await stage.press("1")
        assert "So far · a reads it whole" in stage.text()
        before = stage.flat()
        await stage.press("2")
        assert "Yours is qualified" in stage.flat()
        assert "Yours is qualified" not in before
    async with start(shelf_of(shipped), size=(109, 40)) as stage:
        await stage.press("enter")
        assert "So far" not in stage.text()


async def test_page_down_scrolls_the_page_so_far_and_its_border_says_that_it_goes_on(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(110, 30)) as stage:
        await stage.press("1", "1", "2")
        assert "Page Down: more" in stage.text()
        before = stage.text()
        await stage.press("pagedown")
        assert stage.text() != before
        await stage.press(*["pagedown"] * 5)
        assert "Page Down: more" not in stage.text()
        assert "a reads the rest" in stage.text()
        await stage.press(*["pageup"] * 6)
        assert stage.text() == before
        await stage.press("question_mark")
        assert "Page Down and Page Up scroll it" in stage.flat()


async def test_of_a_long_question_page_down_reads_the_rest_first(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(110, 15)) as stage:
        await stage.press("1", "1", "2")
        assert "Why we ask" not in stage.text()
        await stage.press(*["pagedown"] * 6)
        assert "Why we ask" in stage.text()
        assert "Where you stand" not in stage.text()


async def test_the_hint_is_inside_the_bar_of_the_marked_option(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped)) as stage:
        await stage.press("1", "1", "down")
        marked = [line for line in stage.text().split("\n") if "▌" in line]
        assert [line.split("▌")[1].strip()[:16] for line in marked] == [
            "2  Qualified",
            'Positive, "excep',
        ]


async def test_the_answers_say_what_a_change_would_drop_before_it_happens(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "1", "2", "t", "2")
        assert "Drops: Wind: Storm." in stage.flat()
        assert stage.answers == {"flame": "steady", "glass": "whole", "wind": "storm"}
        await stage.press("escape")
        assert "Choose an answer to change it." in stage.flat(), "up one level"
        await stage.press("2", "2")
        assert stage.answers == {"flame": "steady", "glass": "cracked"}


@pytest.mark.parametrize(
    ("keys", "holds"),
    [((), False), (("tab", "tab", "down", "enter"), True)],
    ids=["others", "self"],
)
async def test_a_page_is_saved_for_others_unless_said_otherwise(
    start: Start,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    keys: tuple[str, ...],
    holds: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code="tiny:flame=smoky,glass=whole,wind=storm") as stage:
        await stage.press("s", *keys, "enter")
        assert "Saved as" in stage.flat()
    (file,) = (name for name in os.listdir(tmp_path) if name.endswith(".html"))  # noqa: PTH208
    page = (tmp_path / file).read_text(encoding="utf-8")
    assert ("tiny:flame=smoky,glass=whole,wind=storm" in page) is holds
    assert ("Storm" in page) is holds
    assert ("storm" in file) is holds
