"""The trail on one line: as much of every answer as fits."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from guide.tui.widgets.trail import one_line
from tui.stage import Start


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
