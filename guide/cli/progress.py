"""A bar on stderr for a long job; quick ones never show it."""

import threading
from collections.abc import Iterable, Iterator, Sized
from typing import TYPE_CHECKING, Self, TypeVar

from guide.cli import terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_T = TypeVar("_T")
DELAY = 0.5
"""Seconds before the bar is shown: what is done by then needs none, and Rich need not be there."""


class Progress:
    """Shows how far a job is, on a terminal, once it has taken a while."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._total: int | None = None
        self._done = 0
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._over = False
        self._lock = threading.Lock()  # the timer shows the bar while the job goes on
        self._timer = threading.Timer(DELAY, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if terminal.can_draw():
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._bar is not None:
                self._bar.stop()

    def over(self, things: Iterable[_T]) -> Iterator[_T]:
        """The things, each counted when the next is asked for."""
        self._total = len(things) if isinstance(things, Sized) else None
        for thing in things:
            yield thing
            self._advance()

    def _advance(self) -> None:
        with self._lock:
            self._done += 1
            if self._bar is not None and self._task is not None:
                self._bar.update(self._task, completed=self._done)

    def _show(self) -> None:
        # 64 ms, in the timer's thread; a command that is done at once never pays for it.
        from rich import progress as rich  # noqa: PLC0415
        from rich.console import Console  # noqa: PLC0415

        count = [rich.MofNCompleteColumn()] if self._total is not None and self._total > 1 else []
        with self._lock:
            if self._over:
                return
            self._bar = rich.Progress(
                rich.TextColumn("{task.description}", markup=False),
                rich.BarColumn(),
                *count,
                rich.TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,  # what is written next stands where it stood
            )
            # One thing has no steps to count: the bar pulses.
            total = self._total if count else None
            self._task = self._bar.add_task(self._what, total=total, completed=self._done)
            self._bar.start()
