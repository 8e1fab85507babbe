"""Files for programs are the same bytes on every system; what is shown holds no escape."""

import io
import json
import sys
from pathlib import Path

import pytest
from helpers.running import TINY, here

from guide.cli.main import run
from guide.history.history import History

CODE = "tiny:flame=smoky,glass=cracked"
WORD = "Zoë ☂ \u0142"
OTHER_SYSTEM = {"encoding": "cp1252", "errors": "replace", "newline": "\r\n"}
"""What Python makes of stdout in a pipe on Windows."""


def _piped(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> bytes:
    pipe = io.BytesIO()
    stream = io.TextIOWrapper(pipe, **OTHER_SYSTEM)  # type: ignore[arg-type]
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        assert run(arguments) == 0
    stream.flush()
    return pipe.getvalue()


@pytest.fixture(autouse=True)
def walk() -> str:
    """The id of a walk that holds letters of several alphabets."""
    with History() as history:
        walk_id = history.save(
            None,
            guide="tiny",
            answers={"flame": "smoky"},
            code=CODE,
            finished=True,
            content_hash="",
        )
        history.rename(walk_id, WORD)
    return walk_id


@pytest.mark.parametrize(
    "arguments",
    [
        ("advise", CODE, "--as", "json"),
        ("advise", CODE, "--as", "html"),
        ("advise", CODE, "--as", "markdown"),
        ("check", str(TINY), "--as", "json"),
        ("check", str(TINY), "--as", "github"),
        ("try", str(TINY), "--as", "json"),
        ("list", "--as", "json"),
        ("where", "--as", "json"),
        ("map", "--as", "dot"),
        ("schema", "questions"),
        ("completion", "fish"),
        ("history", "--as", "json"),
        ("history", "export", "-"),
    ],
    ids=" ".join,
)
def test_what_programs_read_is_utf8_with_plain_line_ends_whatever_the_system(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    data = _piped(monkeypatch, *arguments)
    assert data
    assert b"\r" not in data
    if arguments[0] == "history":
        assert WORD in data.decode("utf-8")


def test_a_calendar_ends_its_lines_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: TINY.parents[2] / "content")
    arguments = (
        *("plan", "opinion=qualified,nature=admin,auditor=healthy", "--report-date", "2026-03-02"),
        *("--months", "6", "--owner", WORD),
    )
    for form in ("ics", "csv"):
        file = tmp_path / f"plan.{form}"
        monkeypatch.setattr("guide.cli.clock.now", _clock)
        assert here(*arguments, "-o", str(file)).code == 0
        data = _piped(monkeypatch, *arguments, "--as", form)
        assert data == file.read_bytes()
        assert b"\r\r" not in data


def _clock() -> object:
    import datetime

    return datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def test_an_export_through_an_odd_pipe_is_imported_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "walks.json"
    data = _piped(monkeypatch, "history", "export", "-")
    # PowerShell writes what a program printed as UTF-16, and older editors with a mark.
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        file.write_bytes(data.decode("utf-8").encode(encoding))
        ran = here("history", "import", str(file))
        assert (ran.code, ran.err) == (0, "0 added, 0 updated, 1 here already, 0 skipped\n")


def test_stored_answers_that_hold_escapes_are_shown_without(walk: str) -> None:
    from guide.history.kept import Kept, new_id

    with History() as history:
        kept = history.get(walk)
        assert kept is not None
        hostile = Kept(
            new_id(), "gone", {"a\x1b]0;x\x07": "b\u202e\x9b"}, "gone:a=b", finished=False
        )
        hostile = hostile._replace(started=kept.started, updated=kept.updated)
        assert history.adopt([hostile]) is not None
    out = here("history", "show", hostile.id).out + here("history", "list").out
    assert "1. a]0;x: b\n" in out
    assert not {c for c in out if not c.isprintable()} - {"\n"}


def test_a_folder_with_an_odd_name_is_shown_without_it(tmp_path: Path) -> None:
    import shutil

    odd = shutil.copytree(TINY, tmp_path / "a\x1b]0;x\x07\u202eb")
    for form in ("text", "markdown", "html"):
        out = here("diff", str(odd), str(TINY), "--as", form).out
        assert "0;xb" in out
        assert not {c for c in out if not c.isprintable()} - {"\n"}
    assert json.loads(here("diff", str(odd), str(TINY), "--as", "json").out)
