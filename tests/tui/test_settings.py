"""Theme and keys of the reader's own: kept, used, and never in the way."""

import json
import os
import re
from pathlib import Path

import pytest
from helpers.stage import Start

from guide import places
from guide.tui import settings
from guide.tui.last_step import Through


def write(text: str) -> Path:
    """A settings file that holds this."""
    path = places.settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def test_the_theme_chosen_is_there_the_next_time(start: Start) -> None:
    async with start() as stage:
        assert stage.app.theme == "guide-dark"
        await stage.press("d")
        assert stage.app.theme == "guide-light"
        assert "Theme: Light." in stage.text()
    async with start() as stage:
        assert stage.app.theme == "guide-light"


async def test_choosing_a_theme_keeps_the_rest_of_the_file(start: Start) -> None:
    path = write('{"keys": {"says-who": "x"}, "mine": [1]}')
    async with start() as stage:
        await stage.press("d")
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "keys": {"says-who": "x"},
        "mine": [1],
        "theme": "guide-light",
    }


async def test_a_theme_that_cannot_be_kept_is_used_and_said_so(start: Start) -> None:
    path = write("{broken")
    async with start() as stage:
        await stage.press("d")
        assert stage.app.theme == "guide-light"
        assert "The theme is not kept" in stage.flat()
    assert path.read_text(encoding="utf-8") == "{broken"


async def test_a_read_only_folder_stops_nothing(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(settings, "write_atomically", refuse)
    async with start() as stage:
        await stage.press("d")
        assert stage.app.theme == "guide-light"
        assert "Permission denied" in stage.flat()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{nonsense", "is not valid JSON"),
        ("[1, 2]", "does not hold a table"),
        ('{"theme": 3}', "Settings ignored: theme in"),
        ('{"keys": {"help": 5}}', "Settings ignored: keys in"),
        ('{"theme": "neon"}', "no theme is called 'neon'"),
        ("[" * 100_000, "Settings ignored"),
    ],
    ids=["broken", "list", "theme", "keys", "unknown theme", "deep"],
)
async def test_bad_settings_give_one_notice_and_are_ignored(
    start: Start, text: str, words: str
) -> None:
    write(text)
    async with start() as stage:
        assert words in stage.flat()
        assert stage.app.theme == "guide-dark"
        await stage.press("enter", "h")
        assert words not in stage.flat()


async def test_bad_settings_are_told_on_a_page_opened_by_its_code_too(start: Start) -> None:
    write("{nope")
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        assert stage.at == "advice"
        assert "is not valid JSON" in stage.flat()
        await stage.press("h")
        assert "is not valid JSON" not in stage.flat()


async def test_a_damaged_history_is_told_on_a_page_opened_by_its_code_too(start: Start) -> None:
    path = places.history_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("junk", encoding="utf-8")
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        assert stage.at == "advice"
        assert "history was damaged" in stage.flat()


async def test_ids_that_no_command_has_are_told_with_the_nearest(start: Start) -> None:
    write('{"keys": {"say-who": "e", "help": "f2", "zzzz": "z"}}')
    async with start() as stage:
        words = " ".join(stage.text().replace("▌", "").split())
        assert "no command of the guide: 'say-who' (did you mean 'says-who'?), 'zzzz'." in words
    write('{"keys": {"says-who": "e", "choice-up": "k", "save-note": "f3"}}')
    async with start() as stage:
        assert "Settings" not in stage.text()


async def test_a_key_of_ones_own_replaces_the_default(start: Start) -> None:
    write('{"keys": {"says-who": "x", "help": "f2"}}')
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        assert "x Says who?" in stage.text()
        assert "f2 Help" in stage.text()
        await stage.press("w")
        assert stage.at == "advice"
        await stage.press("x")
        assert stage.at == "evidence"
        await stage.press("escape", "f2")
        assert stage.at == "help"
        assert re.search(r"^  x +Show what the marked passage rests on", stage.text(), re.MULTILINE)


@pytest.mark.parametrize("key", [",", " ", "a,,b", "ctrl+", "nonsense", "enter", "[/]", "$x", "1"])
async def test_no_key_that_is_asked_for_stops_the_app(start: Start, key: str) -> None:
    write(json.dumps({"keys": {"help": key, "says-who": key, "nobody": "x"}}))
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        await stage.press("j", "t", "escape", "question_mark")
        assert stage.answers == {"flame": "smoky", "glass": "cracked"}


async def test_every_binding_of_ours_has_an_id(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        for active in stage.app.screen.active_bindings.values():
            if type(active.node).__module__.startswith("guide."):
                binding = active.binding
                own = binding.action not in {
                    "command_palette",
                    "help_quit",
                    "screen.copy_text",
                    "app.focus_next",
                    "app.focus_previous",
                }
                assert binding.id or not own or binding.key == "ctrl+q", binding


async def test_no_color_is_obeyed(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        assert stage.app.theme == "guide-monochrome"
        assert "✕ DO NOT LIGHT IT" in stage.text()
        (through,) = stage.app.get_line_filters()
        assert isinstance(through, Through)
        assert [type(item).__name__ for item in through.filters] == ["NoColor", "LastStep"]
