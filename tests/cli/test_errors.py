"""Whatever goes wrong: one line, no traceback, an exit code that means something."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from helpers.running import ROOT, TINY, apart, here

from guide.cli import exits, say
from guide.places import crash_log

CODE = "tiny:flame=smoky,glass=cracked"
SECRET = "what somebody typed"  # noqa: S105  not a password


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lst"], "guide: no command 'lst'; did you mean 'list'?\n"),
        (["zzzz"], "guide: no command 'zzzz'; there are advise, ask, book"),
        (["tiny:flame=smoky"], "did you mean 'guide open tiny:flame=smoky'?\n"),
        (["--foo"], "See 'guide --help'.\n"),
        (["advise"], "guide advise: Missing argument 'CODE'. See 'guide advise --help'.\n"),
        (["advise", "a", "b"], "See 'guide advise --help'.\n"),
        (["list", "--library", "/missing"], "Directory '/missing' does not exist"),
        (["completion", "tcsh"], "there is no 'tcsh'"),
    ],
)
def test_a_wrong_word_gets_one_line_and_2(arguments: list[str], told: str) -> None:
    ran = here(*arguments)
    assert (ran.code, ran.out) == (exits.USAGE, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_what_somebody_typed_is_repeated_without_its_escapes() -> None:
    for arguments in (
        ["\x1b]0;x\x07"],
        ["--\x1b[2J"],
        ["advise", "a", "\x9b2J"],
        ["open", "\u202e"],
    ):
        ran = here(*arguments)
        assert ran.code == 2
        assert all(c.isprintable() for c in ran.err.rstrip("\n"))


def _break(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr("guide.cli.output.write", fail)


def test_a_fault_gets_one_line_and_a_log_without_anything_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _break(monkeypatch, ValueError(SECRET))
    ran = here("advise", CODE)
    assert (ran.code, ran.out) == (exits.CRASHED, "")
    assert ran.err == (
        f"guide: a fault in the program stopped it; {crash_log()} says where, "
        "and holds nothing that you typed\n"
    )
    log = crash_log().read_text(encoding="utf-8")
    assert "builtins.ValueError" in log
    assert "guide/cli/commands/advise.py:" in log
    assert SECRET not in log
    assert CODE not in log
    assert str(ROOT) not in log


def test_the_cause_of_a_fault_is_logged_too_and_the_log_grows_only_so_far(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = ValueError(SECRET)
    error.__cause__ = KeyError(SECRET)
    _break(monkeypatch, error)
    here("advise", CODE)
    here("advise", CODE)
    log = crash_log().read_text(encoding="utf-8")
    assert log.count("builtins.KeyError") == 2
    crash_log().write_text("x" * 300_000)
    here("advise", CODE)
    assert crash_log().stat().st_size < 50_000


def test_a_log_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, no_home: Path
) -> None:
    no_home.write_text("a file where the folder should be")
    _break(monkeypatch, RecursionError())
    ran = here("advise", CODE)
    assert ran.code == exits.CRASHED
    assert "(RecursionError)" in ran.err
    assert "can't be written" in ran.err
    assert ran.err.count("\n") == 1


def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, KeyboardInterrupt())
    ran = here("advise", CODE)
    assert (ran.code, ran.out, ran.err) == (exits.INTERRUPTED, "", "\n")


def test_a_reader_who_has_read_enough_ends_it_quietly(env: dict[str, str]) -> None:
    for arguments in (["advise", CODE, "--library", str(TINY)], ["--help"], ["where"]):
        command = [sys.executable, "-m", "guide", *arguments]
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "wb") as closed:
            done = subprocess.run(
                command, env=env, stdout=closed, stderr=subprocess.PIPE, check=False, timeout=60
            )
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_pipe_does_not_hide_that_problems_were_found(
    env: dict[str, str], faulty: Path
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        command = [sys.executable, "-m", "guide", "check", str(faulty)]
        done = subprocess.run(
            command, env=env, stdout=closed, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == exits.PROBLEMS


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["advise", CODE, "--library", str(TINY)], ["--help"]])
def test_a_full_disk_behind_stdout_gets_one_line(env: dict[str, str], arguments: list[str]) -> None:
    command = [sys.executable, "-m", "guide", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, env=env, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.stderr.decode() == ("guide: the output can't be written: No space left on device\n")
    assert done.returncode == exits.USAGE


def test_closed_streams_are_no_fault(env: dict[str, str]) -> None:
    shell = f'"{sys.executable}" -m guide ask tiny --library "{TINY}"'
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["sh", "-c", f"{shell} {closed}"],  # noqa: S607
            env=env,
            input=b"",
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0
        assert done.stderr == b""


def test_a_pipe_gets_utf_8_whatever_the_locale(env: dict[str, str], second: Path) -> None:
    head = second / "other" / "guide.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("title: Is", "title: é ✓"), "utf-8")
    env |= {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert "other: é ✓ the lantern" in apart("list", "--library", str(second), env=env).out


def test_bytes_that_are_no_text_are_no_fault(env: dict[str, str]) -> None:
    ran = apart("ask", "tiny", "--library", str(TINY), env=env, typed="\udcff\x00\n")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "No answer is called" in ran.err


def test_clean_leaves_letters_and_writes_out_what_a_terminal_obeys() -> None:
    assert say.clean("Größe ✓ 'x'") == "Größe ✓ 'x'"
    assert say.clean("a\x1b[2J\r\nb\u202e\x9b\udcff") == "a\\x1b[2J b\\u202e\\x9b\\udcff"


def test_a_stream_without_a_file_can_be_silenced() -> None:
    say.silence(io.StringIO())
