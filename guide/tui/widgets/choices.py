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

BAR = "▌"
"""Before each line of what the cursor is on."""
HERE = " on $cursor-bg"
"""Behind it."""


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
        self.places: list[Region] = []
        """Where each choice stands, since it was last set."""
        self._under: int | None = None
        """The choice under the mouse: it looks as if it could be clicked, and it can."""
        self._typed = 0

    def offer(self, choices: list[Choice], cursor: int = 0) -> None:
        """Offer these, the cursor on one of them."""
        self.choices = choices
        self.cursor = min(max(cursor, 0), max(len(choices) - 1, 0))
        self._under, self._typed = None, 0
        self.changed()

    def air(self, spaced: bool) -> None:  # noqa: FBT001 - it says what there is to be
        """Leave a line between two choices, or none."""
        if spaced != self.spaced:
            self.spaced = spaced
            self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Each choice with its number, its label folded, its details below."""
        self.places = []
        for index, choice in enumerate(self.choices):
            if not self.write_group(sheet, width, index) and index and self.spaced:
                sheet.blank()
            start = sheet.height
            self._write_one(sheet, width, index, choice)
            self.places.append(Region(0, start, width, sheet.height - start))

    def write_group(self, sheet: Sheet, width: int, index: int) -> bool:
        """The heading above a choice, where another group begins; returns whether there is one."""
        group, before = self.choices[index].group, self.choices[index - 1].group if index else ""
        if group and group != before:
            sheet.blank()
            sheet.write([(group, HEADING)], width)
        return bool(group and group != before)

    def number(self, index: int) -> str:
        """What stands before a choice, all in one column: the number that leads to it."""
        return str(index + 1).rjust(len(str(len(self.choices))))

    def numbered(self, number: int) -> int | None:
        """The choice with this number."""
        return number - 1 if 0 < number <= len(self.choices) else None

    def behind(self, index: int) -> str:
        """The background of a choice: under the cursor, under the mouse, or none."""
        if index == self.cursor:
            return HERE
        return " on $bar" if index == self._under else ""

    def _write_one(self, sheet: Sheet, width: int, index: int, choice: Choice) -> None:
        on, number = self.behind(index), self.number(index)
        here = on == HERE
        lead = (f"{BAR} " if here else "  ", MARK + on)
        indent = len(number) + 4
        label = CURSOR if here else ("" if choice.enabled else QUIET) + on
        runs: list[Run] = [(choice.label, label), (f"  {choice.note}", QUIET + on)]
        lines = wrap(runs if choice.note else runs[:1], width - indent)
        for detail in choice.details:
            # What a search found keeps the background it is set off by.
            runs = [(text, style if " on " in style else style + on) for text, style in detail]
            lines += wrap(runs, width - indent)
        for place, line in enumerate(lines):
            before = (" " * (indent - 2), on) if place else (f"{number}  ", KEY + on)
            whole = [lead, before, *line]
            sheet.add(filled(whole, width, on) if on else whole)

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
        """A digit chooses at once; where there are more than nine choices, it leads to one.

        There digits make a number as they are typed, and Enter chooses.
        """
        digit = event.character or ""
        if len(digit) != 1 or digit not in "0123456789":
            self._typed = 0
            return
        longer = self._typed * 10 + int(digit)
        number = longer if self.numbered(longer) is not None else int(digit)
        index = self.numbered(number)
        if index is None:
            return
        event.stop()
        event.prevent_default()
        if self.numbered(10) is None:
            self._choose(index)
        else:
            self._typed = number
            self.action_to(index)

    def _pointed(self, event: events.MouseEvent) -> int | None:
        """The choice where the mouse is."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        places = enumerate(self.places)
        return next((index for index, place in places if place.contains_point(offset)), None)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        index = self._pointed(event)
        if index is not None:
            event.stop()
            self._choose(index)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What is under the mouse looks it."""
        self._hover(self._pointed(event))

    def on_leave(self) -> None:
        """Nothing is."""
        self._hover(None)

    def _hover(self, index: int | None) -> None:
        if index != self._under:
            self._under = index
            self.restyled()

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
        if self.cursor < len(self.places) and self.is_attached:
            place = self.places[self.cursor]
            start, end = place.y, place.bottom
            above = end + self.virtual_region.y
            if not self.cursor and isinstance(self.parent, Widget):
                start = start if above > self.parent.size.height else -self.virtual_region.y
            lines = Region(0, start, 1, end - start).translate(self.virtual_region.offset)
            if not isinstance(self.parent, Widget):
                return
            if self.cursor == 0 and lines.bottom <= self.parent.size.height:
                lines = Region(0, 0, 1, 1)  # with what stands above the list
            self.parent.scroll_to_region(lines, animate=False, force=True, immediate=True)


def filled(line: Line, width: int, style: str = CURSOR) -> Line:
    """The line with its background to the edge."""
    gap = width - sum(cell_len(text) for text, _ in line)
    return [*line, (" " * gap, style)] if gap > 0 else line
