"""The questions of a guide as a tree: each numbered as on its map, its answers below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.color import Color
from textual.message import Message
from textual.widgets import Tree

from guide.document.wrap import clip
from guide.tui.styles import MARK, QUIET
from guide.tui.typeset import Run

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.widgets.tree import TreeNode


class Twig(NamedTuple):
    """A line of the tree, and the question, or the advice, that it stands for or leads to."""

    id: str
    runs: tuple[Run, ...]
    way: bool = False
    """Whether it is an answer that leads there."""

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(text for text, _ in self.runs)


class Branch(NamedTuple):
    """A question, or the advice, and the answers that lead on from it."""

    twig: Twig
    number: int
    """0: it has none."""
    ways: tuple[Twig, ...]
    open: bool
    """Whether its answers are seen at once: it is on the reader's own way."""


class OutlineTree(Tree[Twig]):
    """A tree in which every question can be gone to by its number.

    Digits lead the cursor to the number they make; Enter chooses. Enter on an answer leads to the
    question that it leads to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "Up", show=False, id="map-up"),
        Binding("down", "cursor_down", "Down", show=False, id="map-down"),
        Binding("enter", "select_cursor", "Go there", show=False, id="map-go"),
        Binding("space", "toggle_node", "Open or close", show=False, id="map-open"),
    ]
    DEFAULT_CSS = """
    OutlineTree { background: $background; padding: 0 1; scrollbar-size-vertical: 1; }
    OutlineTree:focus { background-tint: $background 0%; }
    OutlineTree > .tree--guides, OutlineTree > .tree--guides-hover { color: $edge; }
    OutlineTree > .tree--guides-selected { color: $mark; text-style: none; }
    OutlineTree > .tree--cursor, OutlineTree:focus > .tree--cursor {
        background: $cursor-bg; color: $cursor-fg; text-style: bold;
    }
    OutlineTree > .tree--highlight-line { background: $background; }
    """

    @dataclass
    class Chosen(Message):
        """A question was chosen, or the advice."""

        node_id: str

    def __init__(self) -> None:
        super().__init__("", id="outline")
        self.show_root = False
        self.guide_depth = 2
        self.auto_expand = False
        self._places: dict[str, TreeNode[Twig]] = {}
        self._numbers: dict[int, str] = {}
        self._typed = 0

    def show(self, branches: list[Branch], here: str) -> None:
        """Show the questions, the cursor where the reader is."""
        for twig, number, ways, open_ in branches:
            if ways:
                node = self.root.add(Text(twig.words), twig, expand=open_)
                self._numbers[number] = twig.id
            else:
                node = self.root.add_leaf(Text(twig.words), twig)
            self._places[twig.id] = node
            for way in ways:
                node.add_leaf(Text(way.words), way)
        self.root.expand()
        self.call_after_refresh(self.to, here)

    def render_label(self, node: TreeNode[Twig], base_style: Style, style: Style) -> Text:
        """A line in the theme's styles, cut to the width there is; nothing in it is markup."""
        twig = node.data
        if twig is None:
            return Text()
        icon = f"{'▾' if node.is_expanded else '▸'} " if node.allow_expand else ""
        text = Text(icon, base_style)
        room = self._room
        for words, name in twig.runs:
            text.append(clip(words, room), self._rich(name))
            if cell_len(words) > room:
                break  # or what follows would be cut as well, for an ellipsis of its own
            room -= cell_len(words)
        text.stylize(style)
        return text

    @property
    def _room(self) -> int:
        """The columns for the words of a line: before them stand a guide or a sign, two wide."""
        return max(self.scrollable_content_region.width - self.guide_depth, 0)

    def cuts(self, node: TreeNode[Twig]) -> bool:
        """Whether the words of a line are too long for the width."""
        return node.data is not None and cell_len(node.data.words) > self._room

    def _rich(self, name: str) -> Style | str:
        """One of our styles as Rich, which draws trees, knows it."""
        if name in (QUIET, MARK):
            color = Color.parse(self.app.theme_variables[name.removeprefix("$")])
            return Style(color=color.rich_color)
        return name

    def on_resize(self) -> None:
        """Other lines, the cursor still in view; at the first layout too."""
        self._clear_line_cache()
        if self.cursor_node is not None:
            self.call_after_refresh(self.scroll_to_node, self.cursor_node, animate=False)

    def to(self, node_id: str) -> None:
        """Put the cursor on a question."""
        if node := self._places.get(node_id):
            self.move_cursor(node)
            self.scroll_to_node(node, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Digits make a number; any other key ends it."""
        digit = event.character or ""
        if len(digit) != 1 or digit not in "0123456789":
            self._typed = 0
            return
        event.stop()
        event.prevent_default()
        longer = self._typed * 10 + int(digit)
        self._typed = longer if longer in self._numbers else int(digit)
        if self._typed in self._numbers:
            self.to(self._numbers[self._typed])

    def on_tree_node_selected(self, event: Tree.NodeSelected[Twig]) -> None:
        """Choose a question; from an answer, go to what it leads to."""
        event.stop()
        if (twig := event.node.data) is None:
            return
        if twig.way:
            self.to(twig.id)
        else:
            self.post_message(self.Chosen(twig.id))
