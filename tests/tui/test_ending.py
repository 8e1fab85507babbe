"""Told to end by the system: the terminal is put back, and nothing is left behind."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from conftest import TINY, environment
from helpers.terminal import ENOUGH, Terminal, program

from guide.cli import exits

CODE = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (["--library", str(TINY)], signal.SIGTERM),
        (["--library", str(TINY)], signal.SIGHUP),
        (["preview", str(TINY)], signal.SIGTERM),
    ],
    ids=["app", "app, hung up", "preview"],
)
def test_an_app_told_to_end_puts_the_terminal_back(
    tmp_path: Path, arguments: list[str], number: int
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    env = environment(tmp_path / "home") | {"TMPDIR": str(passing), "NO_COLOR": "1"}
    with Terminal(program(*arguments), env) as terminal:
        terminal.wait_for(b"lantern")
        terminal.press_until("\r", b"flame")
        terminal.press("1")
        terminal.seen = b""
        os.kill(terminal.pid, number)
        terminal.wait_for(b"\x1b[?1049l")
        terminal.quiet()
        status = os.waitpid(terminal.pid, 0)[1]
    assert os.waitstatus_to_exitcode(status) == 128 + number
    assert b"\x1b[?1000l" in terminal.seen, "the mouse is let go"
    assert b"\x1b[?25h" in terminal.seen, "the cursor is back"
    assert [*passing.iterdir()] == []


def test_a_terminal_closed_while_a_screen_is_drawn_leaves_nothing_behind(tmp_path: Path) -> None:
    env = environment(tmp_path / "home")
    with Terminal(program("open", CODE), env) as terminal:
        terminal.wait_for(b"\x1b[?1049h")
        terminal.quiet()
        os.write(terminal._fd, b"g")
        terminal.close()
        end = time.monotonic() + ENOUGH
        while (status := os.waitpid(terminal.pid, os.WNOHANG))[0] == 0:
            assert time.monotonic() < end, "it stays"
            time.sleep(0.02)
    assert os.waitstatus_to_exitcode(status[1]) == exits.HUNG_UP
    assert [*tmp_path.rglob("crash.log")] == []


def test_it_ends_in_time_though_nobody_reads_the_terminal(tmp_path: Path, own_home: Path) -> None:
    source = (
        "import guide.cli.main, guide.tui.ending; guide.tui.ending.DEADLINE = 0.3; "
        f"guide.cli.main.run(['--library', {str(TINY)!r}])"
    )
    env = environment(own_home) | {"TMPDIR": str(tmp_path)}
    with Terminal([sys.executable, "-c", source], env) as terminal:
        terminal.wait_for(b"lantern")
        for _ in range(200):  # some hundred kB that nobody takes
            os.write(terminal._fd, b"?\x1b[27u")
            time.sleep(0.005)
        os.kill(terminal.pid, signal.SIGTERM)
        time.sleep(0.5)
        assert os.waitpid(terminal.pid, os.WNOHANG)[0] == terminal.pid


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
