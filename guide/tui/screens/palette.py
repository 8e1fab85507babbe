"""Textual's palette, where it ends the app: a narrow window, a page of an empty list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette

from guide.tui.screens.steady import SteadyScreen


class Palette(CommandPalette, SteadyScreen):
    """The palette of commands."""

    CSS_PATH = "palette.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "interrupt", show=False)]

    DEFAULT_CSS = """
    Palette CommandList { min-width: 12; }
    """

    def action_interrupt(self) -> None:
        """Close, and say how one leaves: behind a palette nothing else takes Ctrl+C."""
        self._action_escape()
        self.reader_app.call_later(self.reader_app.action_help_quit)

    def _action_command_list(self, action: str) -> None:
        """Move in the list, if there is anything in it."""
        if self.query_one(CommandList)._lines:  # noqa: SLF001 - none in a window of one line, too
            super()._action_command_list(action)
