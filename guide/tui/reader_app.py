"""The app as its screens know it, so that they need not import what imports them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.journey.landing import Landing
    from guide.tui.commands.base import Command
    from guide.tui.session import ReaderSession


class ReaderApp(App[None]):
    """A session, and the ways between screens."""

    ALSO: ClassVar[tuple[type[Command], ...]] = ()
    """Commands of the app beside those that every app has."""

    session: ReaderSession

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
