"""A guide under edit: each save is shown at the same place, and no save ends the preview."""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from conftest import TINY
from helpers.stage import DAY, Stage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.worker import WorkerFailed

from guide.author.check import background as apart
from guide.journey.journey import Journey
from guide.journey.replay import replay
from guide.model.schema import Guide
from guide.places import history_file
from guide.reading.shelf import find
from guide.reading.watching import Watcher
from guide.tui.preview.app import PreviewApp
from guide.tui.screens.advice import AdviceScreen

GOLDEN = Path(__file__).parent / "golden"
NOON = datetime(2026, 3, 1, 14, 2, 11, tzinfo=UTC)
BROKEN = "- id: flame\n  text: How does the fl"
CODE = "tiny:flame=smoky,glass=cracked"


class Preview(Stage):
    """A preview, for a test: saves in, text out."""

    def __init__(self, app: PreviewApp, stage: Stage, folder: Path, *, wait: bool) -> None:
        super().__init__(app, stage.pilot)
        self.preview, self.folder = app, folder
        self.groups = {"look", "prove"} if wait else {"look"}

    async def look(self) -> None:
        """Look at the folder now, and wait for what follows."""
        self.preview.look()
        for _ in range(2):  # reading, then proving
            with suppress(WorkerFailed):
                workers = [item for item in self.preview.workers if item.group in self.groups]
                if workers:  # none would mean all
                    await self.preview.workers.wait_for_complete(workers)
            await self.settle()

    async def save(self, name: str, text: str) -> None:
        """Save a file, and let it be noticed."""
        (self.folder / name).write_text(text, encoding="utf-8")
        await self.look()

    async def change(self, name: str, old: str, new: str) -> None:
        """Save a file with one place changed."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        await self.save(name, text.replace(old, new))


@asynccontextmanager
async def previewing(
    folder: Path, *, size: tuple[int, int] = (80, 24), code: str | None = None, wait: bool = True
) -> AsyncIterator[Preview]:
    """A preview that looks when it is told to; whether each proof is waited for."""
    app = PreviewApp(find(folder), code=code, today=DAY, clock=lambda: NOON, every=3600)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Preview(app, Stage(app, pilot), folder, wait=wait)
            await stage.settle()
            await stage.look()
            yield stage
    finally:
        app.session.keeper.close()


async def test_it_opens_on_the_guide_and_says_when(tiny_copy: Path) -> None:
    async with previewing(tiny_copy) as stage:
        assert stage.at == "home"
        assert "✓ Opened at 14:02:11. No problem." in stage.text()


async def test_a_code_that_cannot_be_used_is_told_on_the_home_screen(tiny_copy: Path) -> None:
    async with previewing(tiny_copy, code="tiny:flame=blue") as stage:
        assert stage.at == "home"
        assert "Not opened: flame has no value 'blue'" in stage.text()


async def test_a_save_is_shown_at_the_same_question(tiny_copy: Path) -> None:
    async with previewing(tiny_copy) as stage:
        await stage.press("enter", "2", "down")
        await stage.change("questions.yaml", "Is the glass whole?", "Is the glass sound?")
        assert "Is the glass sound?" in stage.text()
        assert "▌ 2  Cracked" in stage.text()
        assert stage.answers == {"flame": "smoky"}
        assert "✓ Reloaded at 14:02:11. No problem." in stage.text()


SLOW = [sys.executable, "-c", "import time; time.sleep(600)"]


async def test_a_proof_of_an_earlier_version_is_given_up(
    tiny_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "COMMAND", SLOW)
    async with previewing(tiny_copy, wait=False) as stage:
        provers: list[apart.Apart] = []
        for number in range(4):
            await stage.change("questions.yaml", "Is the glass", f"{number} Is the glass")
            prover = stage.preview._prover
            assert prover is not None
            assert [prover.wanted for prover in provers] == [False] * number
            provers.append(prover)
        assert "Proving it" in stage.text()
        await stage.press("q")
    assert [prover.wanted for prover in provers] == [False] * 4
    begun = [prover._process for prover in provers if prover._process is not None]
    assert begun
    assert all(process.wait(timeout=60) for process in begun)


async def test_a_proof_that_fails_is_said_and_nothing_else_ends(
    tiny_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "COMMAND", [sys.executable, "-c", "raise SystemExit('no')"])
    async with previewing(tiny_copy) as stage:
        assert "What was saved can't be read (ApartError)" in stage.flat()
        assert stage.at == "home"


async def test_who_is_harmed_is_not_cut_off_at_80_columns(tiny_copy: Path) -> None:
    verdict = tiny_copy / "advice" / "verdict.yaml"
    blocks = verdict.read_text(encoding="utf-8").split("\n- id: ")
    async with previewing(tiny_copy) as stage:
        await stage.save("advice/verdict.yaml", "\n- id: ".join(blocks[:-1]) + "\n")
        assert "P451" in stage.text()
        (problem,) = [item for item in stage.preview.report.problems if item.code == "P451"]
        assert problem.message.partition(" has none for ")[2].split(" ")[0] in stage.flat()


async def test_a_save_is_shown_at_the_same_passage(tiny_copy: Path) -> None:
    async with previewing(tiny_copy, code=CODE, size=(60, 14)) as stage:
        await stage.press("j", "j")
        screen = stage.app.screen
        assert isinstance(screen, AdviceScreen)
        marked, scrolled = screen.page.passage, screen.scroll.scroll_y
        assert marked is not None
        await stage.change("guide.yaml", "title: Check this first", "title: Look at this first")
        assert screen.page.passage is not None
        assert screen.page.passage.block.id == marked.block.id
        assert screen.scroll.scroll_y == scrolled
        assert stage.at == "advice"


async def test_a_faulty_save_keeps_the_last_good_version_and_lists_what_is_wrong(
    tiny_copy: Path,
) -> None:
    good = (tiny_copy / "questions.yaml").read_text(encoding="utf-8")
    async with previewing(tiny_copy) as stage:
        await stage.press("enter", "2")
        faulty = good.replace("then: wind", "then: wand").replace("go: wind", "go: wand")
        await stage.save("questions.yaml", faulty)
        assert "Is the glass whole?" in stage.text()
        assert "✕ 1 problem: still showing the last good version, of 14:02:11." in stage.text()
        assert "questions.yaml:22:7 R301 no question 'wand'; did you mean" in stage.flat()
        assert "! Problems" in stage.text()
        await stage.press("exclamation_mark")
        assert stage.at == "problems"
        assert "did you mean 'wind'?" in stage.flat()
        assert "guide explain R301" in stage.flat()
        await stage.save("questions.yaml", good)
        assert "None." in stage.text()
        await stage.press("escape")
        await stage.look()
        assert "✓ Reloaded at 14:02:11. No problem." in stage.text()
        assert "! Problems" not in stage.text()
        assert stage.answers == {"flame": "smoky"}


async def test_what_only_the_proof_finds_is_listed_beside_the_new_version(tiny_copy: Path) -> None:
    async with previewing(tiny_copy) as stage:
        await stage.press("enter")
        await stage.change("questions.yaml", "not sure, then: soot", "not sure, then: glass")
        assert "! Reloaded at 14:02:11." in stage.text()
        assert "problems in it:" in stage.text()
        assert "no reader" in stage.text()


async def test_answers_that_no_longer_apply_are_named_and_come_back(tiny_copy: Path) -> None:
    async with previewing(tiny_copy, code="tiny:flame=smoky,glass=whole,wind=storm") as stage:
        assert stage.at == "advice"
        before = stage.answers
        await stage.change("questions.yaml", "- {go: wind}", "- {go: advice}")
        assert "No longer applies: Wind: Storm." in stage.flat()
        assert stage.answers == {"flame": "smoky", "glass": "whole"}
        await stage.change("questions.yaml", "- {go: advice}", "- {go: wind}")
        assert "Applies again: Wind: Storm." in stage.flat()
        assert stage.answers == before
        assert stage.at == "advice"


async def test_a_renamed_answer_is_replayed_by_its_new_name(tiny_copy: Path) -> None:
    async with previewing(tiny_copy) as stage:
        await stage.press("enter", "2")
        head = (tiny_copy / "guide.yaml").read_text(encoding="utf-8")
        (tiny_copy / "guide.yaml").write_text(
            head + "renamed:\n  options:\n    flame: {smoky: sooty}\n", encoding="utf-8"
        )
        await stage.change("questions.yaml", "{id: smoky,", "{id: sooty,")
        assert stage.answers == {"flame": "sooty"}


async def test_an_open_sheet_is_not_pulled_away(tiny_copy: Path) -> None:
    async with previewing(tiny_copy, code=CODE) as stage:
        await stage.press("w")
        await stage.change("guide.yaml", "title: Where you stand", "title: Where it stands")
        assert stage.at == "evidence"
        assert "A newer version was saved. Close this to see it." in stage.text()
        await stage.press("escape")
        await stage.look()
        assert "Where it stands" in stage.text()


async def test_a_guide_that_is_faulty_at_the_start_opens_when_it_is_cured(tiny_copy: Path) -> None:
    good = (tiny_copy / "questions.yaml").read_text(encoding="utf-8")
    (tiny_copy / "questions.yaml").write_text(BROKEN, encoding="utf-8")
    async with previewing(tiny_copy, code=CODE) as stage:
        assert "There is no guide here that can be opened." in stage.text()
        assert "nothing to show yet." in stage.text()
        await stage.press("enter", "m", "slash", "exclamation_mark", "escape")
        await stage.save("questions.yaml", good)
        assert stage.at == "advice"
        assert "Leave this lantern unlit." in stage.text()
        await stage.press("h")
        assert "Where do I stand?" in stage.text()


async def test_a_folder_that_goes_away_and_comes_back(tiny_copy: Path) -> None:
    async with previewing(tiny_copy, code=CODE) as stage:
        away = tiny_copy.with_name("away")
        tiny_copy.rename(away)  # noqa: ASYNC240
        await stage.look()
        assert "still showing the last good version" in stage.text()
        away.rename(tiny_copy)
        await stage.look()
        assert "No problem." in stage.text()
        assert "Leave this lantern unlit." in stage.text()


async def test_a_fault_of_the_program_ends_nothing(
    tiny_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise KeyError

    async with previewing(tiny_copy, code=CODE) as stage:
        with monkeypatch.context() as patch:
            patch.setattr("guide.reading.watching.build_guide", broken)
            await stage.change("guide.yaml", "title: Where you stand", "title: Where it stands")
            assert "What was saved can't be read (KeyError)" in stage.flat()
        await stage.change("guide.yaml", "title: Where it stands", "title: Where we stand")
        assert "Where we stand" in stage.text()
        assert "No problem." in stage.text()


async def test_nothing_is_written_to_the_history(tiny_copy: Path) -> None:
    async with previewing(tiny_copy) as stage:
        await stage.press("enter", "2", "2", "r", "1", "h")
        assert "Steady  " in stage.text(), "kept as long as the preview runs"
    assert not history_file().exists()
    async with previewing(tiny_copy) as stage:
        assert "Steady" not in stage.text()


async def test_it_looks_by_itself(tiny_copy: Path) -> None:
    app = PreviewApp(find(tiny_copy), today=DAY, clock=lambda: NOON, every=0.02)
    async with app.run_test() as pilot:
        stage = Stage(app, pilot)
        await stage.press("enter")
        path = tiny_copy / "questions.yaml"
        text = path.read_text(encoding="utf-8").replace("the flame burn?", "the fire burn?")
        path.write_text(text, encoding="utf-8")
        for _ in range(200):
            await pilot.pause(0.02)
            if "How does the fire burn?" in stage.text():
                break
        assert "How does the fire burn?" in stage.text()
    app.session.keeper.close()


@pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["good", "faulty", "list"])
async def test_a_preview_is_as_it_was_read(
    tiny_copy: Path, golden: Callable[[Path, str], None], name: str, size: tuple[int, int]
) -> None:
    async with previewing(tiny_copy, size=size) as stage:
        await stage.press("enter", "2")
        if name != "good":
            await stage.change("questions.yaml", "then: glass", "then: gloss")
        if name == "list":
            await stage.press("exclamation_mark")
        text = stage.text().rstrip("\n") + "\n"
        assert max(map(len, text.split("\n"))) <= size[0]
        golden(GOLDEN / f"preview-{name}-{size[0]}x{size[1]}.txt", text)


FILES = ["guide.yaml", "facets.yaml", "questions.yaml", "facts.yaml", "advice/verdict.yaml"]
KEYS = ["enter", "escape", "1", "2", "3", "t", "m", "w", "v", "h", "slash", "exclamation_mark", "j"]


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, str]]:
    """What is done to a file, or which key is pressed."""
    steps = []
    for _ in range(draw(st.integers(2, 7))):
        if draw(st.booleans()):
            steps.append(("key", draw(st.sampled_from(KEYS))))
            continue
        name = draw(st.sampled_from(FILES))
        text = (TINY / name).read_text(encoding="utf-8")
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 60)))
        kind = draw(st.sampled_from(["cut", "remove", "insert", "line"]))
        if kind == "cut":
            text = text[:at]
        elif kind == "remove":
            text = text[:at] + text[until:]
        elif kind == "insert":
            text = text[:at] + draw(st.text(max_size=6)) + text[at:]
        else:
            lines = text.splitlines(keepends=True)
            del lines[at % len(lines)]
            text = "".join(lines)
        steps.append((name, text))
    return steps


@given(steps=edits())
@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_is_saved_it_goes_on_and_recovers(
    monkeypatch: pytest.MonkeyPatch, steps: list[tuple[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        monkeypatch.setenv("GUIDE_HOME", home)
        monkeypatch.chdir(home)
        # Another process each time would take a third of a second, for what other tests show.
        monkeypatch.setattr(
            apart.Apart, "problems", lambda self: apart.problems_in(self._data, self._today)
        )
        asyncio.run(_edit(Path(home), steps))


async def _edit(home: Path, steps: list[tuple[str, str]]) -> None:
    folder = home / "tiny"
    shutil.copytree(TINY, folder)
    async with previewing(folder, code="tiny:flame=smoky") as stage:
        for name, text in steps:
            if name == "key":
                await stage.press(text)
            else:
                (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
                await stage.look()
                assert not stage.preview.report.fault
        shutil.copytree(TINY, folder, dirs_exist_ok=True)
        await stage.look()
        while stage.at not in ("home", "question", "advice"):
            await stage.press("escape")
        await stage.look()
        assert "No problem." in stage.text()
        current = find(folder).guide
        assert current is not None
        assert stage.preview.session.shelf.guides["tiny"].content_hash == current.content_hash
    assert not history_file().exists()


def test_replaying_in_the_same_guide_changes_nothing(tiny: Guide) -> None:
    journey = Journey(tiny, {"flame": "smoky", "glass": "cracked"}, at="flame", aside=True)
    moved = replay(journey, tiny)
    assert moved.journey == journey
    assert (moved.waiting, moved.words) == ({}, "")


def test_the_watcher_never_writes(tiny_copy: Path, no_home: Path) -> None:
    watcher = Watcher(tiny_copy)
    assert watcher.look() is not None
    assert watcher.look() is None
    assert not no_home.exists()
