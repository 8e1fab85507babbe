"""A list to choose from: by number, by arrows and Enter, by mouse.

Letters choose nothing: they are commands, and a letter that means two things trips people.
"""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from guide.tui.styles import CURSOR, HEADING, KEY, MARK, QUIET
from guide.tui.typeset import Line, Run, Sheet, wrap
from guide.tui.widgets.typeset import Typeset


@dataclass(frozen=True)
class Choice:
    """One thing to choose."""

    label: str
    details: tuple[tuple[Run, ...], ...] = ()
    """Paragraphs below the label."""
    note: str = ""
    """A word or two behind the label: ``your answer``."""
    group: str = ""
    """The heading above it, where it differs from the one before."""
    enabled: bool = True


class Choices(Typeset, can_focus=True):
    """The list. It says which was chosen; what follows is the screen's affair."""

    BINDINGS = [  # noqa: RUF012 - Textual's name
        Binding("up", "move(-1)", "Up", show=False, id="choice-up"),
        Binding("down", "move(1)", "Down", show=False, id="choice-down"),
        Binding("home", "to(0)", "First", show=False, id="choice-first"),
        Binding("end", "to(-1)", "Last", show=False, id="choice-last"),
        Binding("enter,space", "choose", "Choose", show=False, id="choice-choose"),
    ]

    DEFAULT_CSS = """
    Choices { pointer: pointer; }
    """

    @dataclass
    class Chosen(Message):
        """A choice was made."""

        choices: "Choices"
        index: int
        """Its place in the list, from 0."""

        @property
        def control(self) -> "Choices":
            """The list."""
            return self.choices

    @dataclass
    class Refused(Message):
        """Something was meant that can't be chosen: the screen says why."""

        choices: "Choices"
        index: int

        @property
        def control(self) -> "Choices":
            """The list."""
            return self.choices

    def __init__(self, *, spaced: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices: list[Choice] = []
        self.cursor = 0
        self.spaced = spaced
        self._lines: list[tuple[int, int]] = []

    def offer(self, choices: list[Choice], cursor: int = 0) -> None:
        """Offer these, the cursor on one of them."""
        self.choices = choices
        self.cursor = min(max(cursor, 0), max(len(choices) - 1, 0))
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Each choice with its number, its label folded, its details below."""
        self._lines = []
        group = ""
        for index, choice in enumerate(self.choices):
            if choice.group and choice.group != group:
                sheet.blank()
                sheet.write([(choice.group, HEADING)], width)
            elif index and self.spaced:
                sheet.blank()
            group = choice.group
            start = sheet.height
            self._write_one(sheet, width, index, choice)
            self._lines.append((start, sheet.height))

    def number(self, index: int) -> str:
        """What stands before a choice: the key that chooses it, where it has one."""
        return str(index + 1) if index < 9 else " "

    def _write_one(self, sheet: Sheet, width: int, index: int, choice: Choice) -> None:
        here = index == self.cursor
        number = self.number(index)
        on = " on $cursor-bg" if here else ""
        first: Line = [("▸ " if here else "  ", MARK + on), (number, KEY + on), ("  ", on.strip())]
        indent = " " * (len(number) + 4)
        style = CURSOR if here else ("" if choice.enabled else QUIET)
        runs: list[Run] = [(choice.label, style)]
        if choice.note:
            runs.append((f"  {choice.note}", QUIET + on))
        lines = wrap(runs, width, first, indent)
        for line in lines:
            sheet.add(filled(line, width) if here else line)
        for detail in choice.details:
            sheet.write(detail, width, [(indent, "")], indent)

    def action_move(self, by: int) -> None:
        """Move the cursor, round the ends."""
        if self.choices:
            self.action_to((self.cursor + by) % len(self.choices))

    def action_to(self, index: int) -> None:
        """Put the cursor on one choice."""
        if self.choices:
            self._put(index % len(self.choices))
            self.call_after_refresh(self.show_cursor)

    def _put(self, index: int) -> None:
        """Put the cursor there. It changes no line's length: nothing is laid out anew."""
        if index != self.cursor:
            self.cursor = index
            self.restyled()

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        self._choose(self.cursor)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once."""
        character = event.character or ""
        if len(character) != 1 or character not in "123456789":
            return
        index = int(character) - 1
        if index < len(self.choices):
            event.stop()
            event.prevent_default()
            self._choose(index)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for index, (start, end) in enumerate(self._lines):
            if start <= offset.y < end:
                event.stop()
                self._choose(index)
                return

    def _choose(self, index: int) -> None:
        if index >= len(self.choices):
            return
        if self.choices[index].enabled:
            self.cursor = index  # painted where the screen stays (base.py): most go on to another
            self.post_message(self.Chosen(self, index))
        else:
            self._put(index)
            self.post_message(self.Refused(self, index))
            self.call_after_refresh(self.show_cursor)

    def show_cursor(self) -> None:
        """Scroll so that the whole choice under the cursor is seen.

        With the first one comes what stands above the list, as far as there is room for both.
        """
        if self.cursor < len(self._lines) and self.is_attached:
            start, end = self._lines[self.cursor]
            above = end + self.virtual_region.y
            if not self.cursor and isinstance(self.parent, Widget):
                start = start if above > self.parent.size.height else -self.virtual_region.y
            lines = Region(0, start, 1, end - start).translate(self.virtual_region.offset)
            if not isinstance(self.parent, Widget):
                return
            if self.cursor == 0 and lines.bottom <= self.parent.size.height:
                lines = Region(0, 0, 1, 1)  # with what stands above the list
            self.parent.scroll_to_region(lines, animate=False, force=True, immediate=True)


def filled(line: Line, width: int) -> Line:
    """The line with its background to the edge."""
    gap = width - sum(cell_len(text) for text, _ in line)
    return [*line, (" " * gap, CURSOR)] if gap > 0 else line
