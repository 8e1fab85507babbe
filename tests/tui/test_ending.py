"""Told to end by the system: the terminal is put back, and nothing is left behind."""

import os
import signal
import sys
from pathlib import Path

import pytest
from conftest import TINY, environment
from helpers.terminal import Terminal, program

from guide.cli import exits

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.mark.parametrize(
    "arguments", [["--library", str(TINY)], ["preview", str(TINY)]], ids=["app", "preview"]
)
def test_a_terminated_app_puts_the_terminal_back(tmp_path: Path, arguments: list[str]) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    env = environment(tmp_path / "home") | {"TMPDIR": str(passing), "NO_COLOR": "1"}
    with Terminal(program(*arguments), env) as terminal:
        terminal.wait_for(b"lantern")
        terminal.press_until("\r", b"flame")
        terminal.press("1")
        terminal.seen = b""
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.wait_for(b"\x1b[?1049l")
        terminal.quiet()
        status = os.waitpid(terminal.pid, 0)[1]
    assert os.waitstatus_to_exitcode(status) == exits.TERMINATED
    assert b"\x1b[?1000l" in terminal.seen, "the mouse is let go"
    assert b"\x1b[?25h" in terminal.seen, "the cursor is back"
    assert [*passing.iterdir()] == []


@pytest.mark.parametrize("keys", ["qm", "q?"])
def test_keys_typed_after_the_one_that_quits_do_nothing(tmp_path: Path, keys: str) -> None:
    env = environment(tmp_path / "home") | {"NO_COLOR": "1"}
    with Terminal(program("--library", str(TINY)), env) as terminal:
        terminal.wait_for(b"lantern")
        terminal.press_until("\r", b"flame")
        terminal.quiet()
        terminal.press(keys)
        terminal.quiet()
        status = os.waitpid(terminal.pid, 0)[1]
    assert os.waitstatus_to_exitcode(status) == exits.OK
    assert b"a fault in the program" not in terminal.seen
