"""A long list of walks, of which only what is seen is set: ten thousand cost as much as ten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from guide.document.wrap import clip
from guide.history.listing import Row
from guide.tui.styles import CURSOR, MARK, QUIET
from guide.tui.typeset import Line, Sheet

LINES = 2
"""Of each walk: what it is, and when."""
NEAR = 1000
"""Walks among which the one under the cursor is looked for when the list has changed."""
MARKED = "●"


@dataclass(frozen=True)
class Lines:
    """The words of one walk."""

    title: str
    detail: str


class WalkList(Widget, can_focus=True):
    """The list. It has no scrollbar: a line above it says where the cursor is."""

    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012 - Textual's name
        Binding("up", "move(-1)", "Up", show=False, id="walk-up"),
        Binding("down", "move(1)", "Down", show=False, id="walk-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="walk-page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="walk-page-down"),
        Binding("home", "to(0)", "First", show=False, id="walk-first"),
        Binding("end", "to(-1)", "Last", show=False, id="walk-last"),
    ]
    DEFAULT_CSS = """
    WalkList {
        width: 1fr; height: 1fr; pointer: pointer; text-wrap: nowrap; text-overflow: clip;
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor is on another walk, or on none."""

        row: Row | None

    @dataclass
    class Clicked(Message):
        """The walk under the cursor was clicked: it is to be opened."""

        row: Row

    def __init__(self, words: Callable[[Row], Lines], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.rows: Sequence[Row] = []
        self.cursor = 0
        self.marked: list[str] = []
        """Ids, in the order in which they were marked."""
        self._words = words
        self._top = 0

    @property
    def row(self) -> Row | None:
        """The walk under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def offer(self, rows: Sequence[Row], *, afresh: bool = False) -> None:
        """Show these; the cursor stays on its walk where that is still there.

        Afresh: from the first one.
        """
        if afresh:
            self.cursor = self._top = 0
            self.rows = []
        here = self.row.id if self.row else ""
        self.rows = rows
        at = self.cursor
        if here and not (self.row and self.row.id == here):
            # Of a walk far down the list nobody misses the place; to look for it reads all above.
            first = enumerate(islice(rows, NEAR))
            at = next((index for index, row in first if row.id == here), at)
        self._put(min(at, len(rows) - 1))

    def mark(self) -> None:
        """Mark the walk under the cursor, or take its mark away."""
        if self.row is None:
            return
        if self.row.id in self.marked:
            self.marked.remove(self.row.id)
        else:
            self.marked.append(self.row.id)
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor, round the ends."""
        if self.rows:
            self._put((self.cursor + by) % len(self.rows))

    def action_page(self, by: int) -> None:
        """Move the cursor by what is seen at once."""
        self._put(min(self.cursor + by * self.fitting, len(self.rows) - 1))

    def action_to(self, index: int) -> None:
        """Put the cursor on the first or the last."""
        self._put(index % len(self.rows) if self.rows else 0)

    @property
    def fitting(self) -> int:
        """How many walks are seen at once."""
        return max(self.content_size.height // LINES, 1)

    def _put(self, cursor: int) -> None:
        self.cursor = max(cursor, 0)
        self._follow()
        self.refresh()
        self.post_message(self.Moved(self.row))

    def _follow(self) -> None:
        """Keep the cursor in view."""
        last = max(len(self.rows) - self.fitting, 0)
        lowest = self.cursor - self.fitting + 1
        self._top = min(max(self._top, lowest, 0), self.cursor, last)

    def on_resize(self) -> None:
        """More or fewer are seen."""
        self._follow()

    def render(self) -> Content:
        """What is seen of the list."""
        sheet = Sheet()
        width = self.content_size.width
        for index in range(self._top, min(self._top + self.fitting, len(self.rows))):
            self._write(sheet, width, index)
        return sheet.content()

    def _write(self, sheet: Sheet, width: int, index: int) -> None:
        row = self.rows[index]
        here = index == self.cursor
        on = " on $cursor-bg" if here else ""
        words = self._words(row)
        sign = f"{MARKED} " if row.id in self.marked else "  "
        title = clip(words.title, max(width - 4, 1))
        line: Line = [("▸ " if here else "  ", MARK + on), (sign, MARK + on)]
        line.append((title, CURSOR if here else ""))
        if here:
            line.append((" " * max(width - 4 - cell_len(title), 0), CURSOR))
        sheet.add(line)
        sheet.add([("    ", ""), (clip(words.detail, max(width - 4, 1)), QUIET)])

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there; a click on the walk under the cursor opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self._top + offset.y // LINES
        if index >= min(len(self.rows), self._top + self.fitting):
            return
        event.stop()
        if index == self.cursor:
            self.post_message(self.Clicked(self.rows[index]))
        else:
            self._put(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """One walk down."""
        event.stop()
        self._put(min(self.cursor + 1, len(self.rows) - 1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """One walk up."""
        event.stop()
        self._put(self.cursor - 1)
