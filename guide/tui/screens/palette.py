"""Textual's palette, where it ends the app: a narrow window, a page of an empty list."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette

from guide.tui.screens.steady import SteadyScreen


class Palette(CommandPalette, SteadyScreen):
    """The palette of commands."""

    CSS_PATH = "palette.tcss"

    DEFAULT_CSS = """
    Palette CommandList { min-width: 12; }
    """

    def _action_command_list(self, action: str) -> None:
        """Move in the list, if there is anything in it."""
        if self.query_one(CommandList)._lines:  # noqa: SLF001 - none in a window of one line, too
            super()._action_command_list(action)
