"""The app on a screen of a fixed size, on a fixed day, and what stands on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from pathlib import Path
from typing import TypeAlias

from textual.pilot import Pilot

from guide.model.schema import Guide
from guide.reading.shelf import Found, Shelf
from guide.tui.app import GuideApp

DAY = date(2026, 3, 1)
"""Some weeks after the test guide was verified."""


class Stage:
    """The running app, for a test: keys in, text out."""

    def __init__(self, app: GuideApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until everything that follows is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait for messages, and the paint after them."""
        await self.pilot.pause()

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
        """The same on one line, so that folding does not matter."""
        return " ".join(self.text().split())

    @property
    def answers(self) -> dict[str, str]:
        """The answers given so far."""
        return dict(self.app.journey.answers) if self.app.journey else {}

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
    app = GuideApp(shelf, code=code, today=DAY)
    try:
        async with app.run_test(size=size) as pilot:
            stage = Stage(app, pilot)
            await stage.settle()
            await stage.settle()  # what was kept is shown after the first paint
            yield stage
    finally:
        app.keeper.close()
