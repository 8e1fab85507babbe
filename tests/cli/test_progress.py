"""A long job shows how far it is, on a terminal, and a quick one nothing."""

import sys
import time

import pytest
from helpers.terminal import Terminal

from guide.cli import progress, terminal
from guide.cli.progress import Progress

JOB = """
import sys, time
from guide.cli.progress import Progress
with Progress("Checking") as progress:
    for _ in progress.over([1, 2, 3]):
        time.sleep({seconds})
print("done", "rich" in sys.modules)
"""


def test_a_long_job_shows_a_bar_that_goes_when_it_is_done(env: dict[str, str]) -> None:
    with Terminal([sys.executable, "-c", JOB.format(seconds=1)], env) as shown:
        shown.wait_for(b"Checking")
        shown.wait_for(b"/3")
        shown.wait_for(b"done True")
        assert b"\x1b[2K" in shown.seen, "the line is wiped"


def test_a_quick_job_shows_nothing_and_needs_no_rich(env: dict[str, str]) -> None:
    with Terminal([sys.executable, "-c", JOB.format(seconds=0)], env) as shown:
        shown.wait_for(b"done False")
        assert b"Checking" not in shown.seen


def test_elsewhere_than_on_a_terminal_there_is_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "DELAY", 0)
    with Progress("Checking") as bar:
        assert list(bar.over("ab")) == ["a", "b"]
        time.sleep(0.05)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.can_draw()
