"""A sheet laid over another screen: it answers one thing and closes."""

from __future__ import annotations

from typing import ClassVar

from guide.tui.commands.base import Command, bindings
from guide.tui.commands.sheet import SHEET
from guide.tui.screens.base import BaseScreen
from guide.tui.widgets.pane import entitle


class SheetScreen(BaseScreen):
    """A sheet. Closing it returns to what was there."""

    CSS_PATH = ["sheet.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = SHEET
    BINDINGS = bindings(SHEET)

    def action_close_sheet(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)


class DialogScreen(SheetScreen):
    """A sheet that stands on the page it was asked from: its body is the box."""

    def bar(self, text: str, aside: str = "") -> None:
        """Say what this is, in the border where there is one."""
        super().bar(text, aside)
        for box in self.query(".body"):
            entitle(box, text, aside)
