"""The app is opened where a terminal can show it, and nowhere else."""

import gc
import os
import sys
import types
from collections.abc import Iterator

import pytest
from helpers.running import TINY, apart, here

from guide.cli import terminal
from guide.history.history import History
from guide.journey.journey import Journey
from guide.model.schema import Guide
from guide.reading.shelf import Shelf

HINT = "'guide ask' asks the same questions in plain lines\n"


class _Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Shelf, Journey | None]]]:
    """Collects what the app is opened with, instead of opening it."""
    calls: list[tuple[Shelf, Journey | None]] = []

    def run(shelf: Shelf, *, first: Journey | None = None, practice: object = None) -> int:
        assert practice is None, "no drill and no room was asked for"
        calls.append((shelf, first))
        return 7

    app = types.ModuleType("guide.tui.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "guide.tui.app", app)
    yield calls
    gc.unfreeze()


@pytest.fixture
def _a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize("arguments", [[], ["open", "tiny"], ["open", "no such guide"]])
def test_without_a_terminal_one_line_names_the_plain_command(
    env: dict[str, str], arguments: list[str]
) -> None:
    ran = apart(*arguments, env=env)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"guide: this is not a terminal; {HINT}"


@pytest.mark.parametrize("term", ["dumb", ""])
@pytest.mark.usefixtures("_a_terminal")
def test_a_dumb_terminal_is_told_the_same(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    ran = here()
    assert ran.code == 2
    assert ("TERM=dumb" if term else "TERM is not set") in ran.err
    assert ran.err.endswith(HINT)


@pytest.mark.usefixtures("_a_terminal")
def test_the_app_gets_the_shelf_and_its_exit_code_is_ours(
    opened: list[tuple[Shelf, Journey | None]],
) -> None:
    gc.disable()  # as main does
    assert here().code == 7
    ((shelf, journey),) = opened
    assert list(shelf.guides) == ["tiny"]
    assert journey is None
    assert gc.isenabled()


@pytest.mark.usefixtures("_a_terminal")
def test_open_gives_the_app_the_way_that_a_code_stands_for(
    opened: list[tuple[Shelf, Journey | None]],
) -> None:
    assert here("open", "glass=cracked,flame=smoky").code == 7
    ((_, journey),) = opened
    assert journey is not None
    assert journey.walked.finished
    assert journey.answers == {"flame": "smoky", "glass": "cracked"}


@pytest.mark.usefixtures("_a_terminal")
def test_open_gives_the_app_the_walk_of_an_id(
    opened: list[tuple[Shelf, Journey | None]], tiny: Guide
) -> None:
    answers = {"flame": "unsure", "soot": "yes", "glass": "cracked"}
    with History() as history:
        walk_id = history.save(
            None, guide="tiny", answers=answers, code="tiny:flame=smoky,glass=cracked,soot=thick",
            finished=True, content_hash=tiny.content_hash,
        )  # fmt: skip
    assert here("open", walk_id[:9]).code == 7
    ((_, journey),) = opened
    assert journey is not None
    assert (journey.answers, journey.walk_id) == (answers, walk_id)
    assert here("open", "w99999999").code == 2


@pytest.mark.usefixtures("_a_terminal")
def test_open_refuses_a_wrong_code_before_the_app_starts(
    opened: list[tuple[Shelf, Journey | None]],
) -> None:
    ran = here("open", "tiny:flame=smokey")
    assert (ran.code, opened) == (2, [])
    assert "did you mean 'smoky'?" in ran.err


@pytest.mark.usefixtures("_a_terminal")
def test_text_is_as_wide_as_the_terminal_up_to_what_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for columns, expected in (("60", 60), ("200", 88), ("5", 20)):
        monkeypatch.setenv("COLUMNS", columns)
        assert terminal.width() == expected
    monkeypatch.delenv("COLUMNS")
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert terminal.width() == 80
    monkeypatch.setattr(terminal, "is_terminal", lambda _: False)
    assert terminal.width() == 80


@pytest.mark.usefixtures("_a_terminal")
def test_bold_needs_a_terminal_that_wants_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "")
    assert terminal.bold()
    assert "\x1b[1m" in here("advise", "tiny").out
    assert "\x1b" not in here("advise", "tiny", "--as", "markdown").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.bold()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.bold()


def test_a_closed_stream_is_no_terminal() -> None:
    assert not terminal.is_terminal(None)
    assert TINY.is_dir()
