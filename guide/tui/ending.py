"""Told to end by the system, the app leaves as it does for ``q``: the terminal as it was before."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.tui.reader_app import ReaderApp

SIGNALS = ("SIGTERM", "SIGHUP")
"""Asked to end, and the terminal is gone. Windows has neither in an event loop."""


def end_when_told(app: ReaderApp) -> None:
    """Leave at a signal, with the exit code that a shell gives it: 143, 129."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        if number := getattr(signal, name, None):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
