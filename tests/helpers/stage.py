"""The app on a screen of a fixed size, on a fixed day, and what stands on it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from typing import TypeAlias

from textual import events
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widgets import Input

from guide.history.resolve import resolve
from guide.model.schema import Guide
from guide.reading.shelf import Found, Shelf
from guide.tui.app import GuideApp
from guide.tui.screens.sheet import DialogScreen

ENOUGH = 30.0
"""Seconds after which what is awaited is given up; under load it may take some."""
DAY = date(2026, 3, 1)
"""Some weeks after the test guide was verified."""


class Stage:
    """The running app, for a test: keys in, text out."""

    def __init__(self, app: GuideApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until everything that follows is done.

        Letters typed into a field follow each other as a person's do: nobody waits between them.
        """
        for key, following in zip(keys, (*keys[1:], ""), strict=False):
            await self.pilot.press(key)
            if not (len(key) == len(following) == 1 and isinstance(self.app.focused, Input)):
                await self.settle()

    async def settle(self) -> None:
        """Wait until every message is handled and what follows is painted.

        ``pilot.pause`` waits for an idle processor: under load it ends too early, and it takes
        many times as long.
        """
        async with asyncio.timeout(ENOUGH):
            while self.app.is_running:
                await self.pilot._wait_for_screen()
                await self.app.animator.wait_until_complete()  # it scrolls, though at once
                await asyncio.sleep(0)
                if self.app.screen_stack:
                    self.app.screen._on_timer_update()  # or a tick of 1/60 second passes first
                if not self._busy():
                    return

    def _busy(self) -> bool:
        """Whether a message, a callback, a layout or a paint is still to come."""
        if self.app._resize_event is not None:  # Textual waits 1/60 second for another
            return True
        animator = self.app.animator
        if animator._animations or animator._scheduled:  # a scroll begun after the last look
            return True
        if self.app.screen_stack:
            screen = self.app.screen
            left = (screen._layout_required, screen._repaint_required, screen._scroll_required)
            if any(left) or screen._dirty_widgets or screen._callbacks:
                return True
        pumps: list[MessagePump] = [self.app, *self.app._registry]
        return any(pump.message_queue_size or pump._next_callbacks for pump in pumps)

    async def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until a condition holds that no message of the app's leads to: work in a thread.

        Raises:
            AssertionError: if it does not within ``ENOUGH`` seconds.

        """
        end = time.monotonic() + ENOUGH
        while not condition():
            if time.monotonic() > end:
                message = f"never came: {what or condition}; on the screen is\n{self.text()}"
                raise AssertionError(message)
            await asyncio.sleep(0.01)
            await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def wheel(self, x: int, y: int) -> None:
        """Turn the mouse wheel down over a place on the screen."""
        wheel = [events.MouseScrollDown]
        await self.pilot._post_mouse_events(wheel, offset=(x, y))  # type: ignore[arg-type]
        await self.settle()

    async def click(self, text: str) -> None:
        """Click on the first place on the screen where this text stands."""
        for y, line in enumerate(self.text().split("\n")):
            if (x := line.find(text)) >= 0:
                await self.pilot.click(offset=(x, y))
                await self.settle()
                return
        message = f"{text!r} is not on the screen"
        raise AssertionError(message)

    def text(self) -> str:
        """What stands on the screen, without the spaces at the ends of lines."""
        strips = self.app.screen._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
        return "\n".join(lines)

    def flat(self) -> str:
        """The same on one line, so that folding does not matter; of a dialog, what is in it."""
        lines, screen = self.text().split("\n"), self.app.screen
        if isinstance(screen, DialogScreen):
            boxes = [box.content_region for box in screen.query("#notice, .body")]
            lines = [line[box.x : box.right] for box in boxes for line in lines[box.y : box.bottom]]
        return " ".join(" ".join(lines).split())

    @property
    def answers(self) -> dict[str, str]:
        """The answers given so far."""
        return dict(self.app.session.journey.answers) if self.app.session.journey else {}

    @property
    def at(self) -> str:
        """Which screen is shown."""
        return type(self.app.screen).__name__.removesuffix("Screen").lower()


Start: TypeAlias = Callable[..., AbstractAsyncContextManager[Stage]]


def shelf_of(*guides: Guide) -> Shelf:
    """A shelf that holds these guides."""
    return Shelf(tuple(Found(Path("/guides") / guide.id, guide, []) for guide in guides))


@asynccontextmanager
async def running(
    shelf: Shelf, *, size: tuple[int, int] = (80, 24), code: str | None = None
) -> AsyncIterator[Stage]:
    """The app on a screen of this size."""
    app = GuideApp(shelf, first=resolve(shelf, code).journey if code else None, today=DAY)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot)
            await stage.settle()
            await stage.settle()  # what was kept is shown after the first paint
            yield stage
    finally:
        app.session.keeper.close()
