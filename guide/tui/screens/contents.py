"""The sections of a page, to jump to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.screens.sheet import DialogScreen
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey


class ContentsScreen(DialogScreen):
    """Contents."""

    ABOUT = "The sections of the page. Choose one to go there."

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    def body(self) -> Iterable[Widget]:
        """The list."""
        with Body(classes="body part"):
            yield Choices(id="contents")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("Contents")
        titles = [section.section.title for section in self._journey.advice.sections]
        self.query_one(Choices).offer([Choice(title) for title in titles])
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go there."""
        self.dismiss(event.index)
