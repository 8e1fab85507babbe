"""What no screen does, however quickly keys come: close another one, or act once the app ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from guide.tui.reader_app import ReaderApp

if TYPE_CHECKING:
    from textual.message import Message


class SteadyScreen(Screen[Any]):
    """A screen that keeps to its own time on the stack."""

    @property
    def reader_app(self) -> ReaderApp:
        """The app, by its own type."""
        assert isinstance(self.app, ReaderApp)  # noqa: S101 - no other app has these screens
        return self.app

    async def _dispatch_message(self, message: Message) -> None:
        """Do nothing more once the app is about to end: not every widget is there.

        Whoever waits for a callback still gets it, or would wait for ever.
        """
        kept = isinstance(message, (events.Unmount, events.Callback))
        event = isinstance(message, events.Event) and not kept
        if not (event and self.reader_app.leaving):
            await super()._dispatch_message(message)

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Close this screen, if it is on top: Textual would close whatever is there."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
