"""Says who: what one passage rests on, where there is no room for it beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.screens.sheet import SheetScreen
from guide.tui.widgets.body import Reading
from guide.tui.widgets.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.advice import Shown
    from guide.model.schema import Guide


class EvidenceScreen(SheetScreen):
    """Says who."""

    ABOUT = (
        "What the marked passage rests on: which of your answers brought it, what it claims and "
        "who says so, when that was checked and what the check found. Where sources differ, both "
        "are shown."
    )

    def __init__(self, guide: Guide, shown: Shown) -> None:
        super().__init__()
        self._subject = (guide, shown)

    def body(self) -> Iterable[Widget]:
        """The evidence, scrolling."""
        with Reading(classes="body part"):
            yield Evidence()

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("Says who?")
        self.query_one(Evidence).show(*self._subject)
        self.query_one(Reading).focus()
