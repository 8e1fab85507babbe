"""The app in real terminals: stopped and brought back, flooded, in odd surroundings."""

import os
import sys
import time
from pathlib import Path

import pytest
from conftest import TINY, environment

if sys.platform == "win32":
    pytest.skip("SKIPPED: this system has no pseudo-terminals", allow_module_level=True)

from helpers.terminal import Terminal, program

QUESTION = b"How does the flame"


def quiet_environment(home: Path) -> dict[str, str]:
    return environment(home) | {"NO_COLOR": "1", "PS1": "$ "}


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(own_home: Path) -> None:
    with Terminal(["/bin/bash", "--norc", "-i"], quiet_environment(own_home)) as terminal:
        terminal.wait_for(b"$ ")
        command = " ".join(program("open", "tiny", "--library", str(TINY)))
        terminal.press_until(f"{command}\r", QUESTION)
        terminal.press_until("\x1a", b"Stopped")
        assert b"\x1b[?1049l" in terminal.seen, "the shell's own screen"
        terminal.press_until("echo hal''lo\r", b"hallo")
        terminal.press_until("fg\r", QUESTION)
        terminal.press_until("?", b"Help")


def test_what_no_person_types_does_nothing_and_soon(own_home: Path) -> None:
    floods = (
        b"q" * 300_000,
        b"\x1b[200~" + b"q" * 300_000 + b"\x1b[201~",
        b"\r" * 100_000,
        b"\xe9\x1b[?62;22c\x1b[1114112u",
    )
    command = program("open", "tiny", "--library", str(TINY))
    with Terminal(command, quiet_environment(own_home)) as terminal:
        terminal.wait_for(QUESTION)
        terminal.quiet()
        for data in floods:
            for start in range(0, len(data), 4096):
                os.write(terminal._fd, data[start : start + 4096])
            time.sleep(0.2)  # more than the pause that ends a paste without brackets
            assert terminal.press_until("?", b"Help") < 2
            terminal.press_until("\x1b[27u", QUESTION)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"TEXTUAL_DRIVER": "odd"}, b"TEXTUAL_DRIVER=odd names no driver"),
        ({"TEXTUAL_COLOR_SYSTEM": "odd"}, b"TEXTUAL_COLOR_SYSTEM=odd is no set of colors"),
        ({"PYTHONIOENCODING": "latin-1"}, b"need a locale with UTF-8"),
        ({"COLUMNS": "1000000", "LINES": "1000000"}, QUESTION),
    ],
)
def test_odd_surroundings_are_told_in_one_line_or_do_no_harm(
    own_home: Path, setting: dict[str, str], words: bytes
) -> None:
    command = program("open", "tiny", "--library", str(TINY))
    with Terminal(command, quiet_environment(own_home) | setting) as terminal:
        terminal.wait_for(words)
        terminal.quiet()
        assert b"a fault in the program" not in terminal.seen
