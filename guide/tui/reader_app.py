"""The app as its screens know it, so that they need not import what imports them."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from rich.console import COLOR_SYSTEMS
from textual import constants, events
from textual.app import App

from guide.tui import keyboard, pasting
from guide.tui.last_step import LastStep, Through
from guide.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.journey.landing import Landing
    from guide.tui.commands.base import Command
    from guide.tui.session import ReaderSession

_LAST_STEP = LastStep()


@cache
def _through(filters: tuple[LineFilter, ...]) -> LineFilter:
    """Several filters as a single one: a line is copied once, not once for each; 6 ms of a page."""
    return Through(filters)


class ReaderApp(App[None]):
    """A session, and the ways between screens."""

    ALSO: ClassVar[tuple[type[Command], ...]] = ()
    """Commands of the app beside those that every app has."""

    session: ReaderSession

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        """Begin.

        Raises:
            UserError: if a setting of Textual's in the environment means nothing.

        """
        if (system := constants.COLOR_SYSTEM) not in {"auto", *COLOR_SYSTEMS}:
            message = f"TEXTUAL_COLOR_SYSTEM={system} is no set of colors; unset it"
            raise UserError(message)
        super().__init__(ansi_color=ansi_color)
        self._interrupted = False
        """Whether the last key was Ctrl+C, and there was nothing to copy."""

    def get_driver_class(self) -> type[Driver]:
        """The driver for this system, unless TEXTUAL_DRIVER names another.

        Raises:
            UserError: if it names none.

        """
        if constants.DRIVER is None and os.name != "nt":
            from guide.tui.driver.posix import PosixDriver  # noqa: PLC0415 - Windows has no termios

            return PosixDriver
        try:
            return super().get_driver_class()
        except (ImportError, AttributeError, ValueError, RuntimeError) as error:
            message = f"TEXTUAL_DRIVER={constants.DRIVER} names no driver; unset it"
            raise UserError(message) from error

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and the last of all."""
        return [_through((*super().get_line_filters(), _LAST_STEP))]

    async def on_event(self, event: events.Event) -> None:
        """Take keys as they are meant, and of a paste what the field has room for."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._interrupted = self._interrupted and event.key == "ctrl+c"
            meant = self._meant(event)
            if meant is None:
                self.tell("Commands are Latin letters here; arrows, Enter and Ctrl+P work as well.")
                return
            event = meant
        elif isinstance(event, events.Paste) and not event.is_forwarded:
            fitting, notice = pasting.fit(event.text, self.focused)
            if notice:
                self.tell(notice)
            if not fitting:
                return
            event = events.Paste(fitting)
        await super().on_event(event)

    def _meant(self, event: events.Key) -> events.Key | None:
        """Where nothing takes the key, the Latin one in its place; None if it has no such place."""
        typed = event.character or event.key
        if (typed.isascii() and typed == typed.lower()) or not self.screen_stack:
            return event
        focused = self.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return event
        if event.key in self.screen.active_bindings:
            return event
        other = keyboard.meant(event.key, event.character)
        return other if other or keyboard.foreign(event.character) else event

    def action_help_quit(self) -> None:
        """After Ctrl+C with nothing to copy, say how one leaves; after a second one, leave."""
        if self._interrupted:
            self.exit()
        self._interrupted = True
        self.tell("Ctrl+C once more leaves the guide, as Ctrl+Q does.")

    def tell(self, text: str) -> None:
        """Show one notice on the screen that is on top, if it has a place for it."""
        raise NotImplementedError

    @property
    def leaving(self) -> bool:
        """Whether the app is about to end."""
        return self._exit

    def go(self, journey: Journey, *, page: bool = False, landing: Landing | None = None) -> None:
        """Go where a journey stands: to its question, or to the page.

        A call, and no message: a key typed ahead is to meet the screen that follows.
        """
        raise NotImplementedError

    def go_home(self) -> None:
        """Show the shelf. What was answered is kept."""
        raise NotImplementedError

    def action_show_glance(self) -> None:
        """Show the guide at a glance."""
        raise NotImplementedError

    def leave_visit(self) -> None:
        """From a page that a search led to, back to where the reader was."""
        raise NotImplementedError

    def use_theme(self, name: str) -> None:
        """Use a theme, and remember it."""
        raise NotImplementedError

    def below(self, role: str) -> Iterable[Widget]:  # noqa: ARG002 - for apps that have something
        """What a screen of this role has between its body and the bar of keys."""
        return ()
