"""Content that looks like markup is shown as it was written, on every screen."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from helpers.practicing import Clock
from helpers.stage import Stage, running, shelf_of

from guide.model.schema import Guide
from guide.practice.choosing import courses
from guide.practice.drill import Drill
from guide.tui.screens.drill import DrillScreen

WORDS = ("[/", "[@click=app.quit]x[/]", "[USB-C]", "$x", "[red]", "[/red]")
HOSTILE = " ".join(WORDS)
TEXTS = {"text", "why", "look", "label", "hint", "title", "kind", "about", "judgement", "says",
         "check", "name", "address", "body", "verified_by", "question", "reason",
         "teaches"}  # fmt: skip


def poisoned(thing: Any, words: str = HOSTILE) -> Any:
    """The same, each text that a reader sees preceded by the hostile words."""
    if isinstance(thing, tuple):
        return tuple(poisoned(part, words) for part in thing)
    if isinstance(thing, dict):
        return {key: poisoned(value, words) for key, value in thing.items()}
    if not isinstance(thing, msgspec.Struct):
        return thing
    values = {}
    for field in msgspec.structs.fields(thing):
        value = getattr(thing, field.name)
        if field.name in TEXTS and isinstance(value, str):
            values[field.name] = f"{words} {value}"
        else:
            values[field.name] = poisoned(value, words)
    return type(thing)(**values)


@pytest.fixture
def hostile(tiny: Guide) -> Guide:
    """The small guide, hostile throughout."""
    changed = poisoned(tiny)
    assert isinstance(changed, Guide)
    return changed


def texts(stage: Stage) -> Iterator[str]:
    """The hostile words that stand on the screen."""
    text = stage.text()
    return (word for word in WORDS if word in text)


SCREENS = {
    "home": (),
    "question": ("enter",),
    "question again": ("enter", "1", "b"),
    "diagnostic": ("enter", "3"),
    "advice": ("enter", "1", "2"),
    "advice, the last passage": ("enter", "1", "2", "j", "j"),
    "says who": ("enter", "1", "2", "w"),
    "trail": ("enter", "1", "2", "t"),
    "contents": ("enter", "1", "2", "c"),
    "search": ("enter", "slash", *"glass"),
    "found": ("enter", "slash", *"glass", "enter"),
    "a change told": ("enter", "1", "2", "t", "1", "2"),
    "what if": ("enter", "1", "2", "i"),
    "compare": ("enter", "1", "2", "p", "t", "2", "1", "3", "v"),
    "what if, told": ("enter", "1", "2", "i", "3"),
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("size", [(100, 60), (130, 60), (40, 60)])
async def test_markup_in_content_is_literal(
    hostile: Guide, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with running(shelf_of(hostile), size=size) as stage:
        await stage.press(*keys)
        assert list(texts(stage)) == list(WORDS)
        assert stage.app.return_code is None, "nothing was clicked, nothing was obeyed"


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_no_control_character_reaches_the_terminal(
    tiny: Guide, keys: tuple[str, ...]
) -> None:
    shelf = shelf_of(poisoned(tiny, "\x1b]0;x\x07 \x1b[31m \x9b2J \u202e \x00 \u200f mark"))
    async with running(shelf, size=(100, 60)) as stage:
        await stage.press(*keys)
        assert "mark" in stage.text()
        assert stage.text().replace("\n", "").isprintable()


@pytest.mark.parametrize("keys", [(), ("1",), ("2", "w"), ("2", "enter", "1", "enter")])
async def test_markup_in_a_case_is_literal(lamps: Guide, keys: tuple[str, ...]) -> None:
    changed = poisoned(lamps)
    drill = Drill(changed, Clock())
    drill.sitting = drill.course(courses(changed)[0])
    async with running(shelf_of(changed), size=(100, 60)) as stage:
        stage.app.push_screen(DrillScreen(drill))
        await stage.settle()
        await stage.press(*keys)
        assert list(texts(stage)) == list(WORDS)


async def test_markup_in_a_name_on_the_shelf_is_literal(hostile: Guide) -> None:
    two = shelf_of(hostile)
    faulty = two.entries[0]._replace(folder=two.entries[0].folder / HOSTILE, guide=None)
    async with running(two._replace(entries=(*two.entries, faulty))) as stage:
        assert "can't be opened: 0 problems" in stage.flat()


async def test_what_is_typed_is_literal(hostile: Guide) -> None:
    async with running(shelf_of(hostile), size=(100, 30)) as stage:
        await stage.press("slash", "left_square_bracket", "slash", "dollar_sign", "x")
        assert "[/$x" in stage.text()
        assert stage.at == "search"


def test_the_hostile_guide_is_hostile(hostile: Guide) -> None:
    assert dataclasses.is_dataclass(hostile) is False
    assert hostile.title.startswith(HOSTILE)
    assert hostile.facts[0].says.startswith(HOSTILE)
