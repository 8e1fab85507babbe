"""Told to end by the system, the app leaves as it does for ``q``: the terminal as it was before."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from guide.tui.reader_app import ReaderApp

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Asked to end, the terminal is gone, interrupted. Windows has no SIGHUP."""
DEADLINE = 3.0
"""Seconds; then it ends whatever it is doing: nobody may read what it writes."""


@contextmanager
def ends_when_told(app: ReaderApp) -> Iterator[None]:
    """While the app runs, leave at a signal with the exit code that a shell gives it: 143, 129.

    Handlers of the event loop would not do: it can't be reached while a terminal takes nothing.
    """
    numbers = [number for name in SIGNALS if (number := getattr(signal, name, None))]

    def told(number: int, _frame: FrameType | None) -> None:
        code = 128 + number
        loop = app._loop  # noqa: SLF001 - Textual's only name for it
        if loop is None or loop.is_closed():
            sys.exit(code)
        late = Timer(DEADLINE, partial(_leave, app, code))
        late.daemon = True
        late.start()
        loop.call_soon_threadsafe(partial(app.exit, return_code=code))

    before = {number: signal.signal(number, told) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(app: ReaderApp, code: int) -> None:
    leave = getattr(app._driver, "leave_at_once", None)  # noqa: SLF001 - Windows' driver has none
    if leave is not None:
        leave()
    os._exit(code)
