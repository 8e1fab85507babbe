"""Two instances on one history, killed at any moment: what they showed finished is kept."""

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from conftest import TINY

from guide.history.history import History
from helpers.terminal import Terminal, program

_FIRST, _SECOND, _PAGE = b"How does the flame burn?", b"Is the glass whole?", b"Leave this lantern"


def faults(count: int, chance: random.Random, home: Path, env: dict[str, str]) -> Iterator[str]:
    """Kill so many instances, two at a time; each thing that should not be."""
    command = program("open", "tiny", "--library", str(TINY.parent))
    finished = killed = 0
    while killed < count:
        pair = [Terminal(command, env) for _ in range(min(2, count - killed))]
        for terminal in pair:
            try:
                finished += _walk(terminal, chance)
            except TimeoutError as error:
                yield f"after {killed} kills: {error}"
        chance.shuffle(pair)
        for terminal in pair:
            with suppress(OSError):
                os.write(terminal._fd, chance.choice((b"r", b"r1", b"r12", b"b", b"t", b"y")))
            time.sleep(chance.random() / 20)
            os.kill(terminal.pid, signal.SIGKILL)
            killed += 1
        for terminal in pair:
            terminal.__exit__(None, None, None)
        yield from _kept(finished, killed)
    for log in home.rglob("crash.log"):
        yield log.read_text(encoding="utf-8")[-1500:]


def _walk(terminal: Terminal, chance: random.Random) -> int:
    """Walk to one page or two; how many walks were shown finished."""
    walks = chance.choice((1, 2))
    terminal.wait_for(_FIRST)
    for number in range(walks):
        if number:
            _press(terminal, b"r", _FIRST)
        _press(terminal, b"12"[number % 2 :][:1], _SECOND)
        _press(terminal, b"2", _PAGE)
    return walks


def _press(terminal: Terminal, key: bytes, text: bytes) -> None:
    terminal.seen = b""
    os.write(terminal._fd, key)
    terminal.wait_for(text)


def _kept(finished: int, killed: int) -> Iterator[str]:
    with History() as history:
        kept = sum(walk.finished for walk in history.recent(100_000))
        if kept < finished:
            yield f"after {killed} kills: {finished} walks were finished, {kept} are kept"
        if history.notice:
            yield f"after {killed} kills: {history.notice}"
