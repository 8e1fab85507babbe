"""A sheet laid over another screen: it answers one thing and closes."""

from __future__ import annotations

from typing import ClassVar

from guide.tui.commands.base import Command, bindings
from guide.tui.commands.sheet import SHEET
from guide.tui.screens.base import BaseScreen


class SheetScreen(BaseScreen):
    """A sheet. Closing it returns to what was there."""

    CSS_PATH = ["sheet.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = SHEET
    BINDINGS = bindings(SHEET)

    def action_close_sheet(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)
