"""Starting and failing: what is imported before the first paint, and what a fault leaves behind."""

import subprocess
import sys
from pathlib import Path

import pytest
from helpers.stage import Start, running, shelf_of

from guide import places
from guide.history.history import History
from guide.model.schema import Guide
from guide.tui import app as app_module
from guide.tui.app import GuideApp

ROOT = Path(__file__).parents[2]
BEFORE_PAINT = """
import sys
from pathlib import Path
from guide.reading.shelf import find, Shelf
entry = find(Path({folder!r}))
assert entry.usable
late = {{}}
from guide.tui.app import GuideApp
from guide.tui.screens.home import HomeScreen
def first(screen):
    late.update(sys.modules)
HomeScreen.show_kept = first
import asyncio
async def main():
    app = GuideApp(Shelf((entry,)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
asyncio.run(main())
assert late
for name in {names!r}:
    if name in late:
        print(name)
"""


def test_nothing_heavy_is_imported_before_the_first_paint(own_home: Path) -> None:
    from conftest import TINY, environment

    names = [
        "markdown_it",
        "sqlite3",
        "guide.journey.search",
        "guide.history.history",
        "guide.tui.screens.advice",
        "guide.tui.screens.question",
        "textual.widgets._markdown",
        "importlib.metadata",
        "yaml",
    ]
    find_twice = BEFORE_PAINT.format(folder=str(TINY), names=names)
    command = [sys.executable, "-c", find_twice]
    for attempt in range(2):  # the first reading fills the cache: YAML is read then
        done = subprocess.run(
            command, env=environment(own_home), capture_output=True, text=True, cwd=ROOT, check=True
        )
        if attempt:
            assert done.stdout.split() == []


def test_a_fault_reaches_the_caller_and_prints_nothing(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(_: GuideApp) -> None:
        secret = "what a person typed"  # noqa: S105
        raise RuntimeError(len(secret))

    monkeypatch.setattr(GuideApp, "on_mount", broken)
    monkeypatch.setattr(GuideApp, "run", _run_headless)
    with pytest.raises(RuntimeError):
        app_module.run(shelf_of(tiny))
    streams = capfd.readouterr()
    assert "what a person typed" not in streams.out + streams.err
    assert "Traceback" not in streams.out + streams.err


def _run_headless(app: GuideApp) -> None:
    import asyncio

    asyncio.run(app.run_async(headless=True, size=(80, 24)))


async def test_a_store_that_was_damaged_is_told_once(start: Start) -> None:
    path = places.history_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is not a database, whatever its name says" * 100)
    async with start() as stage:
        notice = stage.app.session.history.notice
        assert notice
        assert " ".join(notice.split())[:40] in stage.flat()
        await stage.press("enter", "1", "2", "h")
        assert " ".join(notice.split())[:40] not in stage.flat()


async def test_a_store_that_cannot_be_written_is_told_and_starting_again_loses_nothing(
    start: Start,
) -> None:
    folder = places.history_file().parent
    folder.write_text("a file where a folder belongs", encoding="utf-8")
    async with start() as stage:
        assert stage.app.session.history.notice[:14] in stage.flat()
        await stage.press("enter", "2", "r", "h")
        assert "Smoky" in stage.text()


async def test_a_walk_of_an_older_guide_still_opens(tiny: Guide) -> None:
    with History() as history:
        history.save(
            None,
            guide="tiny",
            answers={"flame": "smoky", "gone": "x", "glass": "vanished"},
            code="tiny:flame=smoky",
            finished=True,
            content_hash="old",
        )
        history.save(
            None,
            guide="other",
            answers={"a": "b"},
            code="other:a=b",
            finished=True,
            content_hash="",
        )
    async with running(shelf_of(tiny)) as stage:
        assert "other" not in stage.text()
        await stage.press("enter")
        assert "Is the glass whole?" in stage.text()


async def test_a_shelf_without_guides_says_so(start: Start) -> None:
    async with start(shelf_of()) as stage:
        assert "There is no guide here that can be opened." in stage.text()
        await stage.press("enter", "slash", "c")
        assert stage.at == "home"
