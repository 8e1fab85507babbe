"""Keys wait until the screen that they were typed at has done what the key before asked for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual.events import MouseDown, MouseMove, MouseUp, Paste

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump

MOST = 100
"""Keys and moves of the mouse that wait; more, at a screen that does not keep up, mean nothing."""
PATIENCE = 2.0
"""Seconds that one key waits for a busy app."""


class Inbox:
    """What was typed and not yet handed over. It lives in the app's event loop."""

    def __init__(self, app: App[object]) -> None:
        self._app = app
        self._waiting: deque[Message] = deque()
        self._task: asyncio.Task[None] | None = None

    def take(self, messages: Iterable[Message]) -> None:
        """Take what was typed."""
        for message in messages:
            self._put(message)
        if self._task is None and self._waiting:
            self._task = asyncio.create_task(self._hand_over(), name="inbox")

    def _put(self, message: Message) -> None:
        waiting = self._waiting
        if waiting and isinstance(message, MouseMove) and isinstance(waiting[-1], MouseMove):
            waiting.pop()  # where the mouse was in between concerns nobody
        if len(waiting) >= MOST and not isinstance(message, (MouseDown, MouseUp, Paste)):
            return
        waiting.append(message)

    async def _hand_over(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                end = loop.time() + PATIENCE
                while _busy(self._app) and loop.time() < end:  # noqa: ASYNC110 - no event tells
                    await asyncio.sleep(0)
                await self._app._post_message(self._waiting.popleft())  # noqa: SLF001 - as Textual
        finally:
            self._task = None


def _busy(app: App[object]) -> bool:
    """Whether a message is still to be handled; 0.1 ms, and only if keys come closely."""
    pumps: list[MessagePump] = [app, *app._registry]  # noqa: SLF001 - nothing public lists them
    return any(pump.message_queue_size or pump._next_callbacks for pump in pumps)  # noqa: SLF001
