"""``guide preview``: a guide's folder, a terminal, and a code that can be used."""

import gc
import shutil
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.running import TINY, apart, here

from guide.cli import terminal
from guide.reading.shelf import Found


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Found, str | None]]]:
    """Collects what a preview is opened with, on what says it is a terminal."""
    calls: list[tuple[Found, str | None]] = []

    def run(found: Found, *, code: str | None = None) -> int:
        calls.append((found, code))
        return 7

    app = types.ModuleType("guide.tui.preview.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "guide.tui.preview.app", app)
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    yield calls
    gc.unfreeze()


def test_without_a_terminal_one_line_names_the_plain_command(env: dict[str, str]) -> None:
    ran = apart("preview", str(TINY), env=env)
    assert (ran.code, ran.out) == (2, "")
    line = f"guide: this is not a terminal; 'guide check {TINY}' lists the problems in plain lines"
    assert ran.err == f"{line}\n"


def test_a_folder_and_a_code_open_the_app_there(opened: list[tuple[Found, str | None]]) -> None:
    assert here("preview", str(TINY), "flame=smoky").code == 7
    ((found, code),) = opened
    assert (found.name, code) == ("tiny", "flame=smoky")


def test_a_faulty_guide_is_opened_too(
    opened: list[tuple[Found, str | None]], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    (folder / "questions.yaml").write_text("- {", encoding="utf-8")
    assert here("preview", str(folder), "flame=smoky").code == 7
    assert not opened[0][0].usable


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Missing argument 'DIR'"),
        (["nowhere"], "'nowhere' does not exist"),
        (["."], "no guide in .: there is no guide.yaml"),
        ([str(TINY), "flame=smokey"], "did you mean 'smoky'?"),
        ([str(TINY), "other:flame=smoky"], "no guide 'other'; it can be tiny"),
    ],
)
def test_wrong_input_gives_one_line(
    opened: list[tuple[Found, str | None]],
    arguments: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = here("preview", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n"), opened) == (2, "", 1, [])
    assert says in ran.err
