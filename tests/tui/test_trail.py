"""The trail on one line: as much of every answer as fits."""

import pytest
from helpers.stage import Start, shelf_of
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.journey.journey import Journey
from guide.journey.labels import name_step
from guide.journey.walk import walk
from guide.model.schema import Guide
from guide.tui.widgets.trail import one_line


def test_answers_that_fit_are_whole() -> None:
    assert one_line(["Qualified", "None"], 40) == "Qualified › None"  # noqa: RUF001


def test_long_answers_are_shortened_before_any_is_left_out() -> None:
    line = one_line(["Disclaimer", "A control failure, or a pattern", "Good, on the whole"], 52)
    assert line.startswith("Disclaimer › A control")  # noqa: RUF001
    assert line.endswith("Good, on the whole")
    assert cell_len(line) <= 52


def test_the_latest_stay_where_there_is_no_room_for_all() -> None:
    line = one_line(["A first long answer", "A second long answer", "A third long answer"], 34)
    assert line.startswith("… › A second")  # noqa: RUF001


@given(
    answers=st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=9),
    width=st.integers(1, 80),
)
def test_it_is_never_wider_than_the_line(answers: list[str], width: int) -> None:
    assert cell_len(one_line(answers, width)) <= width


async def test_the_line_opens_the_whole_trail(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        await stage.click("Smoky › Cracked")  # noqa: RUF001
        assert "Choose an answer to change it." in stage.text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_answer_is_told_from_its_question_without_colour(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as stage:
        await stage.press("enter", "3", "1", "t")
        lines = stage.text().split("\n")
        answer = next(index for index, line in enumerate(lines) if "→ Yes" in line)
        assert "glass?" in lines[answer - 1]
        assert "so Flame: Smoky" in lines[answer + 1]


async def test_every_answer_has_its_number_and_the_first_lines_come_back(
    start: Start, shipped: Guide
) -> None:
    answers = {
        "report": "draft",
        "opinion": "none-of-these",
        "heading": "lost",
        "whole": "no",
        "negative": "yes",
        "nature": "unsure",
        "basis": "evidence",
        "auditor": "unsure",
        "surprise": "once",
        "silence": "no",
        "fit": "same",
        "point": "lost",
    }
    trail = walk(shipped, answers).trail
    assert len(trail) > 10, "numbers of two digits"
    titles = [name_step(shipped, step).title for step in trail]
    async with start(shelf_of(shipped)) as stage:
        stage.app.go(Journey(shipped, answers))
        await stage.settle()
        await stage.press("t")
        assert "Choose an answer to change it." in stage.text()
        await stage.press("end")
        assert f"▌ {len(trail)}  {titles[-1][:20]}" in stage.text()
        await stage.press("home")
        assert f"▌  1  {titles[0]}" in stage.text()
        assert "Choose an answer to change it." in stage.text()


async def test_options_open_below_their_answer_and_numbers_mean_them(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        await stage.press("t", "1")
        lines = [" ".join(line.split()) for line in stage.text().split("\n")]
        opened = lines.index("How does the flame burn?")
        assert lines[opened + 1] == "1 Steady"
        assert any("→ Cracked" in line for line in lines[opened:]), "the other answers stay"
        await stage.press("escape")
        assert "1 Steady" not in " ".join(stage.text().split())
        await stage.press("1", "1")
        assert stage.app.session.journey is not None
        assert stage.app.session.journey.scenario["flame"] == "steady"
