"""Commands work with Caps Lock and in other layouts; fields take what was typed."""

# ruff: noqa: RUF001 - keys of other layouts

import pytest
from helpers.stage import Start, shelf_of
from textual.events import Paste
from textual.widgets import Input

from guide.model.schema import Guide
from guide.tui.keyboard import meant


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("Q", "Q", "q"),
        ("й", "й", "q"),
        ("Й", "Й", "q"),
        ("ς", "ς", "w"),
        ("ש", "ש", "a"),
        ("ض", "ض", "q"),
        ("ｑ", "ｑ", "q"),
        ("fullwidth_question_mark", "？", "question_mark"),
        ("１", "１", "1"),
        ("١", "١", "1"),
        ("ctrl+з", None, "ctrl+p"),
    ],
)
def test_a_key_of_another_layout_means_the_one_in_its_place(
    key: str, character: str | None, name: str
) -> None:
    key_meant = meant(key, character)
    assert key_meant is not None
    assert key_meant.key == name


@pytest.mark.parametrize("key", ["q", "é", "中", "up", "escape", "ctrl+q", "ñ"])
def test_other_keys_mean_what_they_are(key: str) -> None:
    assert meant(key, key if len(key) == 1 else None) is None


async def test_commands_work_with_caps_lock_and_in_cyrillic(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "１", "Т")  # the key with N
        await stage.press("T")
        assert stage.at == "trail"
        await stage.press("escape", "е")
        assert stage.at == "trail"


async def test_a_letter_that_means_nothing_here_says_what_works(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "中")
        assert "Latin letters" in stage.flat()


async def test_a_field_takes_letters_as_they_are(start: Start) -> None:
    async with start() as stage:
        await stage.press("slash", "Ж", "Q", "１")
        assert stage.app.screen.query_one(Input).value == "ЖQ１"


async def test_a_paste_where_nothing_takes_text_does_nothing(start: Start) -> None:
    async with start() as stage:
        before = stage.text()
        stage.app.post_message(Paste("q" * 1000))
        await stage.settle()
        assert stage.text() == before


async def test_a_field_takes_what_fits_and_says_so(start: Start, tiny: Guide) -> None:
    async with start(shelf_of(tiny)) as stage:
        await stage.press("slash")
        field = stage.app.screen.query_one(Input)
        field.max_length = 20
        stage.app.post_message(Paste("glass \x1b[31m\u202e\nis" + "x" * 1000))
        await stage.settle()
        assert field.value == "glass [31m isxxxxxxx"
        assert "room for 20 characters" in stage.flat()
