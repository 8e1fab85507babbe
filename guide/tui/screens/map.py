"""The map: every question, what leads where, where the reader is, and jumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from guide.author.map.build import map_of
from guide.journey.condition_words import reader_words
from guide.tui.outline import Outline
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.outline import OutlineTree
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget
    from textual.widgets import Tree

    from guide.journey.journey import Journey
    from guide.tui.widgets.outline import Twig

SIGNS = "Your way stands first: ✓ answered, ◆ you are here. ✕ no reader comes here."


class MapScreen(SheetScreen):
    """The map."""

    CSS_PATH = ["sheet.tcss", "map.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "Every question of the guide, and which answer leads where. Your own way stands first and "
        "is open; the others follow in the order in which they can come. Choose a question you "
        "answered to see it again and change the answer; the one to answer now, or the advice, to "
        "go there. Space opens a question, Enter on an answer goes to what it leads to. Type a "
        "question's number to come to it."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._outline = Outline(map_of(journey.guide, reader_words), journey)

    def body(self) -> Iterable[Widget]:
        """How large the guide is, the tree, what the line under the cursor says in full."""
        with Vertical(id="map", classes="part"):
            yield Prose([(f"{self._outline.chart.asked}. {SIGNS}", QUIET)], id="intro")
            yield OutlineTree()
            yield Prose(id="line")

    def on_mount(self) -> None:
        """Show it, the cursor where the reader is."""
        super().on_mount()
        outline = self._outline
        self.bar(outline.chart.title, "Map")
        tree = self.query_one(OutlineTree)
        tree.show(outline.branches(), outline.current)
        tree.focus(scroll_visible=False)

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Twig]) -> None:
        """The whole of a line that is cut; the place of it stays, so that no line moves."""
        if event.node.data is not None:
            cut = self.query_one(OutlineTree).cuts(event.node)
            self.query_one("#line", Prose).show(list(event.node.data.runs) if cut else [])

    def on_outline_tree_chosen(self, event: OutlineTree.Chosen) -> None:
        """Go there, or say why not."""
        if refusal := self._outline.refusal(event.node_id):
            self.tell(refusal)
        else:
            self.dismiss(event.node_id)
