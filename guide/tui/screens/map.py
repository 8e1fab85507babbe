"""The map: every question, what leads where, where the reader is, and jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.author.map.build import map_of
from guide.author.map.chart import STATES_EXPLAINED
from guide.tui.outline import Outline
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choices
from guide.tui.widgets.outline import OutlineList
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey

SIGNS = "Signs: ✓ your way, ◆ you are here, ✕ no reader comes here."


class MapScreen(SheetScreen):
    """The map."""

    ABOUT = (
        "Every question of the guide in the order in which they can come, and which answer leads "
        "where. Choose a question you answered to see it again and change the answer; the one "
        "to answer now, or the advice, to go there. Type a question's number to come to it."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._outline = Outline(map_of(journey.guide), journey)

    def body(self) -> Iterable[Widget]:
        """How large the guide is, what the signs mean, the outline."""
        with Body(classes="body part"):
            yield Prose(
                [(f"{self._outline.chart.summary()}. {STATES_EXPLAINED} {SIGNS}", QUIET)],
                id="intro",
            )
            yield OutlineList(id="outline", spaced=True)

    def on_mount(self) -> None:
        """Show it, the cursor where the reader is."""
        super().on_mount()
        outline = self._outline
        self.bar(outline.chart.title, "Map")
        choices = self.query_one(Choices)
        choices.offer(outline.choices(), outline.place)
        choices.focus(scroll_visible=False)
        self.call_after_refresh(choices.show_cursor)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Go there, or say why not."""
        node = self._outline.chart.nodes[event.index]
        if refusal := self._outline.refusal(node.id):
            self.tell(refusal)
            # The notice takes lines from the list, and the cursor may have stood on them.
            self.call_after_refresh(event.choices.show_cursor)
        else:
            self.dismiss(node.id)
