"""A program in a real pseudo-terminal: started, typed to, watched, measured, ended."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ENOUGH = 30.0
"""Seconds after which a program that shows nothing is given up."""


class Terminal:
    """Runs ``argv`` at a size; a context manager that never leaves a process behind."""

    def __init__(
        self, argv: Sequence[str], env: dict[str, str], size: tuple[int, int] = (100, 30)
    ) -> None:
        self.started = time.perf_counter()
        self.seen = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execve(argv[0], list(argv), env | {"TERM": "xterm-256color"})  # noqa: S606
        columns, lines = size
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def wait_for(self, text: bytes) -> float:
        """Seconds from the start until the text was written.

        Raises:
            TimeoutError: if it never is.

        """
        while text not in self.seen:
            if not self._read(ENOUGH):
                message = f"{text!r} never appeared; the last output was {self.seen[-300:]!r}"
                raise TimeoutError(message)
        return time.perf_counter() - self.started

    def close(self) -> None:
        """Close the window: what is written to it from now on fails."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    def quiet(self, seconds: float = 0.2) -> None:
        """Read until nothing more is written for this long."""
        while self._read(seconds):
            pass

    def press(self, keys: str) -> float:
        """Type, and return the seconds until the last byte of the answer was written."""
        self.quiet()
        before = last = time.perf_counter()
        os.write(self._fd, keys.encode())
        while self._read(0.25):
            last = time.perf_counter()
        return last - before

    def press_until(self, keys: str, text: bytes) -> float:
        """Type, and return the seconds until the text was written.

        Raises:
            TimeoutError: if it never is.

        """
        self.quiet()
        self.seen = b""
        before = time.perf_counter()
        os.write(self._fd, keys.encode())
        self.wait_for(text)
        return time.perf_counter() - before

    def memory(self) -> int:
        """Resident memory of the process, in kB (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0])

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the program has ended
            return False
        self.seen += data
        return bool(data)


def program(*arguments: str) -> list[str]:
    """This guide, run by this interpreter."""
    return [sys.executable, "-m", "guide", *arguments]
