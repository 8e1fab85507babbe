"""Home's choices: the doors as cards, what can be gone on with as lines."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.binding import Binding
from textual.geometry import Region

from guide.document.wrap import clip
from guide.tui.styles import CURSOR, KEY, MARK, QUIET, STRONG
from guide.tui.typeset import Line, Sheet, wrap
from guide.tui.widgets.choices import BAR, Choice, Choices, filled

TWO = 92
"""Columns from which two cards stand side by side, each in a border."""
GAP = 2


@dataclass(frozen=True)
class Card(Choice):
    """A job, with what it does. Cards have numbers, the other choices have none."""


class Cards(Choices):
    """Cards, and other choices on a line each."""

    BINDINGS = [  # noqa: RUF012 - Textual's name
        Binding("left", "move(-1)", "Left", show=False, id="card-left"),
        Binding("right", "move(1)", "Right", show=False, id="card-right"),
        Binding("up", "row(-1)", "Up", show=False, id="choice-up"),
        Binding("down", "row(1)", "Down", show=False, id="choice-down"),
    ]

    def write(self, sheet: Sheet, width: int) -> None:
        """Cards in pairs where there is room; every other choice on one line."""
        self.places = []
        while (index := len(self.places)) < len(self.choices):
            self.write_group(sheet, width, index)
            if not isinstance(self.choices[index], Card):
                self._write_line(sheet, width, index)
            elif width < TWO:
                if index and self.spaced:
                    sheet.blank()
                start = sheet.height
                self._write_one(sheet, width, index, self.choices[index])
                self.places.append(Region(0, start, width, sheet.height - start))
            else:
                self._write_pair(sheet, (width - GAP) // 2, index)

    def number(self, index: int) -> str:
        """The place among the cards."""
        return str(index - self._first + 1)

    @property
    def _first(self) -> int:
        """The first card."""
        cards = (n for n, choice in enumerate(self.choices) if isinstance(choice, Card))
        return next(cards, len(self.choices))

    def numbered(self, number: int) -> int | None:
        """The card with this number."""
        index = self._first + number - 1
        there = number and index < len(self.choices) and isinstance(self.choices[index], Card)
        return index if there else None

    def _write_line(self, sheet: Sheet, width: int, index: int) -> None:
        here, on, choice = index == self.cursor, self.behind(index), self.choices[index]
        note = clip(choice.note, width // 3)
        label = clip(choice.label, width - cell_len(note) - 4)
        line: Line = [(f"{BAR} " if here else "  ", MARK + on), (label, CURSOR if here else on)]
        if note:
            gap = width - cell_len(label) - cell_len(note) - 2
            line += [(" " * gap, on), (note, QUIET + on)]
        self.places.append(Region(0, sheet.height, width, 1))
        sheet.add(filled(line, width, on) if on else line)

    def _write_pair(self, sheet: Sheet, width: int, index: int) -> None:
        pair = [
            number
            for number in (index, index + 1)
            if number < len(self.choices) and isinstance(self.choices[number], Card)
        ]
        inside = [self._inside(number, width - 4) for number in pair]
        height = max(map(len, inside))
        start = sheet.height
        boxes = [
            self._box(number, lines, width, height)
            for number, lines in zip(pair, inside, strict=True)
        ]
        for row in zip(*boxes, strict=True):
            line: Line = []
            for part in row:
                line += [*([(" " * GAP, "")] if line else []), *part]
            sheet.add(line)
        for place in range(len(pair)):
            self.places.append(Region(place * (width + GAP), start, width, height + 2))

    def _inside(self, index: int, width: int) -> list[Line]:
        on = self.behind(index)
        return [
            line
            for detail in self.choices[index].details
            for line in wrap([(text, style + on) for text, style in detail], width)
        ]

    def _box(self, index: int, lines: list[Line], width: int, height: int) -> list[Line]:
        """The card as lines: its number and title in the border."""
        here, on, title = index == self.cursor, self.behind(index), self.choices[index].label
        edge = MARK if here else "$edge"
        number = self.number(index)
        rule = "─" * (width - cell_len(number + title) - 5)
        box: list[Line] = [
            [
                ("╭ ", edge),
                (number, KEY),
                (f" {title} ", CURSOR if here else STRONG),
                (f"{rule}╮", edge),
            ]
        ]
        for line in lines + [[]] * (height - len(lines)):
            inner = filled(line, width - 4, on)
            box.append([("│", edge), (" ", on), *inner, (" ", on), ("│", edge)])
        box.append([(f"╰{'─' * (width - 2)}╯", edge)])
        return box

    def action_row(self, by: int) -> None:
        """Up or down: in pairs of cards to the one above or below, else to the next choice."""
        paired = len({place.x for place in self.places}) > 1
        here = self.places[self.cursor]
        if not paired:
            self.action_move(by)
            return
        rows = sorted({place.y for place in self.places})
        row = rows[(rows.index(here.y) + by) % len(rows)]
        near = [index for index, place in enumerate(self.places) if place.y == row]
        self.action_to(min(near, key=lambda index: abs(self.places[index].x - here.x)))
