"""Random keys, mouse, pastes, reports and windows of any size, at the real app in a terminal."""

import fcntl
import os
import random
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from conftest import SHIPPED

from helpers.terminal import Terminal, program

SIZES = [(40, 15), (80, 24), (100, 30), (120, 40), (160, 50), (30, 8), (20, 5), (200, 60), (72, 20),
         (1, 1)]  # fmt: skip
_KEYS = [
    *(letter.encode() for letter in "abcdefghijklmnoprstuvwxyz0123456789/?.-[]"),
    *(b"\x1b[" + end for end in (b"A", b"B", b"C", b"D", b"H", b"F", b"5~", b"6~", b"Z", b"3~")),
    b"\r", b"\r", b"\r", b"\x1b", b"\x1b", b"\t", b" ", b"\x7f", b"\x10", b"\x10", b"\x1a",
    b"\x1bOP", "й".encode(), b"Q", b"\xe9",
]  # fmt: skip
"""Everything but q, which would end most runs."""
_ODD = [b"\x1b[?62;22c", b"\x1b]11;rgb:0/0/0\x07", b"\x1b[1114112u", b"\x1b[48;0;0;0;0t", b"\xe9",
        b"\x1b[200~some words\r\nand more\x1b[201~", b"x" * 300, b"\x1b[A" * 300]  # fmt: skip
ENDS_IN = 4.0
"""Seconds: the deadline of an ending, and one to spare."""


def faults(count: int, chance: random.Random, home: Path, env: dict[str, str]) -> Iterator[str]:
    """Type so many keys, a part of them at each size; each thing that should not be."""
    for size in SIZES:
        left = count // len(SIZES)
        while left > 0:
            with Terminal(program("--library", str(SHIPPED.parent)), env, size) as terminal:
                typed, fault = _type(terminal, left, chance, size)
                left -= typed
                if fault or (fault := _end(terminal)):
                    yield f"{size[0]}x{size[1]}: {fault}"
        for log in home.rglob("crash.log"):
            yield f"{size[0]}x{size[1]}: {log.read_text(encoding='utf-8')[-1500:]}"
            log.unlink()


def _type(
    terminal: Terminal, count: int, chance: random.Random, size: tuple[int, int]
) -> tuple[int, str]:
    """Type until the count is reached or the app has ended; how many were typed, and a fault."""
    terminal.wait_for(b"\x1b[?1049h")
    typed = 0
    while typed < count:
        burst = [chance.choice(_KEYS) for _ in range(min(chance.choice((1, 1, 2, 5, 12)), count))]
        kind = chance.random()
        if kind < 0.04:
            burst = [chance.choice(_ODD)]
        elif kind < 0.10:
            burst.append(_mouse(chance, size))
        elif kind < 0.14:
            for _ in range(chance.randrange(1, 30)):
                resize(terminal, chance.randrange(1, 200), chance.randrange(1, 60))
                _drain(terminal, chance.choice((0, 0.001, 0.02)))
            resize(terminal, *size)
        with suppress(OSError):
            os.write(terminal._fd, b"".join(burst))
        typed += len(burst)
        _drain(terminal, chance.choice((0, 0, 0.005, 0.05, 0.2)))
        if (code := ended(terminal)) is not None:
            return typed, f"ended with {code}" if code else ""
    return typed, ""


def _mouse(chance: random.Random, size: tuple[int, int]) -> bytes:
    place = f"{chance.randrange(1, size[0] + 1)};{chance.randrange(1, size[1] + 1)}"
    wheel = chance.choice(("64", "65"))
    return chance.choice(
        (f"\x1b[<0;{place}M\x1b[<0;{place}m", f"\x1b[<{wheel};{place}M", f"\x1b[<35;{place}M")
    ).encode()


def resize(terminal: Terminal, columns: int, lines: int) -> None:
    """Give the window another size."""
    with suppress(OSError):
        fcntl.ioctl(terminal._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def ended(terminal: Terminal) -> int | None:
    """The exit code, if there is one already."""
    try:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
    except ChildProcessError:
        return 0
    return os.waitstatus_to_exitcode(status) if pid else None


def _end(terminal: Terminal) -> str:
    """Tell it to end; empty if it does as it should."""
    if ended(terminal) is not None:
        return ""
    terminal.seen = b""
    os.kill(terminal.pid, signal.SIGTERM)
    end = time.monotonic() + ENDS_IN
    while time.monotonic() < end:
        _drain(terminal, 0.02)
        if (code := ended(terminal)) is not None:
            _drain(terminal, 0.02)
            back = b"\x1b[?1049l" in terminal.seen
            return (
                ""
                if code == 0 or (code == 143 and back)
                else f"told to end: {code}, put back: {back}"
            )
    return "told to end, and did not"


def _drain(terminal: Terminal, seconds: float) -> None:
    """Read for so long, as a terminal does."""
    end = time.monotonic() + seconds
    while True:
        wait = max(end - time.monotonic(), 0)
        if not select.select([terminal._fd], [], [], wait)[0] or not terminal._read(0):
            return
        terminal.seen = terminal.seen[-5000:]
