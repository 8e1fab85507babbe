"""Textual's driver for Linux and macOS, for terminals that close, block, stop and lie."""

from __future__ import annotations

import os
import selectors
import signal
import sys
import termios
import time
from codecs import getincrementaldecoder
from contextlib import suppress
from pathlib import Path
from queue import Full
from typing import IO, TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent, Key, Paste

from guide.tui.driver.inbox import Inbox
from guide.tui.driver.sorting import Sorter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App
    from textual.message import Message

WIDEST, TALLEST = 1000, 400
"""No screen has more; a terminal that says so is asked to show this part."""
TICK = 0.1
"""Seconds after which a thread looks whether it is to end."""
LEAVE = b"".join(
    b"\x1b[" + mode
    for mode in (b"?2004l", b"?7h", b"?1000l", b"?1003l", b"?1015l", b"?1006l", b"<u", b"?1049l",
                 b"?25h", b"?1004l")
)  # fmt: skip
"""What ``stop_application_mode`` writes, at once."""


class PosixDriver(LinuxDriver):
    """Keys come one at a time; a terminal that is gone stops nothing; stopping puts it back."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,  # noqa: ARG002 - it would write every key to a file
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, mouse=mouse, size=size)
        self.lost = False
        """Whether nothing reaches the terminal any more."""
        assert sys.__stderr__ is not None  # noqa: S101 - the command line has looked
        self._file = _Outlet(sys.__stderr__, self.lose)  # type: ignore[assignment]
        self._inbox = Inbox(app)
        self._batch: list[Message] = []
        """What one read held: each call into a busy loop takes 5 ms, the turn of a thread."""
        self._stopping = False
        self._size = size or self._get_terminal_size()

    def lose(self) -> None:
        """Write nothing any more: whoever waits for it to be written goes on."""
        self.lost = True

    def _get_terminal_size(self) -> tuple[int, int]:
        """Ask the terminal, and not COLUMNS and LINES, which a shell may have kept from another."""
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width = height = 0
        return min(width or 80, WIDEST), min(height or 24, TALLEST)

    def _query_in_band_window_resize(self) -> None:
        """Do without: the system tells the size, and a stray report of one could be anything."""

    # Writing

    def write(self, data: str) -> None:
        """Queue it; while the queue is full, wait for the terminal as long as there is one."""
        self._queue(data)

    def _queue(self, data: str | None) -> None:
        writer = self._writer_thread
        while writer is not None and writer.is_alive() and not self.lost:
            with suppress(Full):
                writer._queue.put(data, timeout=TICK)  # noqa: SLF001 - its put has no end
                return

    def close(self) -> None:
        """Wait until everything is written, or cannot be."""
        self._queue(None)
        writer = self._writer_thread
        while writer is not None and writer.is_alive() and not self.lost:
            writer.join(TICK)

    def leave_at_once(self) -> None:
        """Put the terminal back without waiting for anybody; from any thread."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            os.set_blocking(self.fileno, False)
            os.write(self.fileno, LEAVE)
        with suppress(OSError):
            os.set_blocking(self.fileno, True)

    # Stopping

    def _sigtstp_application(self, *_: object) -> None:
        """Stop, with whatever was started together with it, and come back."""
        if not self._auto_restart or self._stopping:
            return
        self._stopping = True
        if self._loop.is_running():  # else the app has left the terminal already
            self.suspend_application_mode()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        # Unlike SIGSTOP it stops nothing that no shell could wake up again.
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        time.sleep(TICK)  # another thread may take the signal, a moment later
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._stopping = False
        self._come_back()

    def _sigcont_application(self, *_: object) -> None:
        """After SIGSTOP, set up the terminal again: a shell has used it.

        The system also sends SIGCONT when the terminal closes, after SIGHUP.
        """
        writer = self._writer_thread
        usable = self._auto_restart and self._loop.is_running() and not self._stopping
        if writer is not None and usable:
            if writer.is_alive():  # it is not where the app was sent to the background
                self.suspend_application_mode()
            self._come_back()

    def _come_back(self) -> None:
        if not self.lost and self._loop.is_running():
            self.resume_application_mode()
            self._loop.call_soon(self._app.refresh)

    # Reading

    def send_message(self, message: Message) -> None:
        """Keep what a person did in its order, for the inbox; the rest goes as it comes."""
        if isinstance(message, (InputEvent, Paste)):
            self._batch.append(message)
        else:
            super().send_message(message)

    def _run_input_thread(self) -> None:
        """Read; a fault ends the app as any other does, without Textual's pages of variables."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - a thread's fault would be lost
            self._app.call_later(self._app._handle_exception, error)  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Read what is typed until the app ends or the terminal is gone."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        sorter, parser = Sorter(), XTermParser()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK):
                    if not (data := self._read()):
                        self._hang_up()
                        return
                    self._pass_on(parser, sorter.feed(decode(data)))
                else:
                    self._pass_on(parser, sorter.rest())
                for message in parser.tick():
                    self.process_message(message)
                self._hand_over()

    def _hand_over(self) -> None:
        batch, self._batch = self._batch, []
        if batch:
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._inbox.take, batch)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except BlockingIOError:
            os.set_blocking(self.fileno, True)  # whoever had the terminal before left it so
            return self._read()
        except OSError:
            return b""

    def _pass_on(self, parser: XTermParser, pieces: Iterable[str | Key | Paste]) -> None:
        for piece in pieces:
            for message in parser.feed(piece) if isinstance(piece, str) else (piece,):
                self.process_message(message)

    def _hang_up(self) -> None:
        """Say what the system says when a terminal closes; not all do when one does."""
        self.lose()
        os.kill(os.getpid(), signal.SIGHUP)


class _Outlet:
    """A stream to a terminal that may go away."""

    def __init__(self, stream: IO[str], lose: Callable[[], None]) -> None:
        self._stream, self._lose = stream, lose

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except (OSError, ValueError):
            self._give_up()

    def flush(self) -> None:
        try:
            self._stream.flush()
        except (OSError, ValueError):
            self._give_up()

    def fileno(self) -> int:
        return self._stream.fileno()

    def _give_up(self) -> None:
        """What is left goes nowhere, or Python would try again at its end, and end with 120."""
        self._lose()
        with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), self._stream.fileno())
