"""The questions of a guide, numbered as on its map."""

from dataclasses import dataclass

from textual import events

from guide.tui.styles import CURSOR, KEY, MARK, QUIET
from guide.tui.typeset import Line, Run, Sheet, wrap
from guide.tui.widgets.choices import Choice, Choices, filled


@dataclass(frozen=True)
class Entry(Choice):
    """A question, or the advice."""

    states: str = ""
    """How many states it has, in words."""


class OutlineList(Choices):
    """A list in which every entry has its number, and can be gone to by it.

    Where a digit names one entry it chooses it, as in any list. Where there are more than nine,
    digits lead the cursor to the number they make, and Enter chooses.
    """

    _typed = 0

    def on_key(self, event: events.Key) -> None:
        """Digits make a number; any other key ends it."""
        numbers = len(self.choices) - 1
        digit = event.character or ""
        if numbers <= 9 or len(digit) != 1 or digit not in "0123456789":
            self._typed = 0
            super().on_key(event)
            return
        event.stop()
        event.prevent_default()
        longer = self._typed * 10 + int(digit)
        self._typed = longer if longer <= numbers else int(digit)
        if self._typed:
            self.action_to(self._typed - 1)

    def on_resize(self) -> None:
        """Other lines, the cursor still in view; at the first layout too."""
        self.call_after_refresh(self.show_cursor)

    def _write_one(self, sheet: Sheet, width: int, index: int, choice: Choice) -> None:
        here = index == self.cursor
        on = " on $cursor-bg" if here else ""
        # The advice, at the end, has no number on the map.
        number = str(index + 1) if index + 1 < len(self.choices) else ""
        lead = ("▸ " if here else "  ", MARK + on)
        first: Line = [lead, (f"{number:>2}", KEY + on), ("  ", on.strip())]
        indent = " " * 6
        runs: list[Run] = [(choice.label, CURSOR if here else "bold")]
        if choice.note:
            runs.append((f"  {choice.note}", MARK + on))
        if isinstance(choice, Entry) and choice.states:
            runs.append((f"  ({choice.states})", QUIET + on))
        for line in wrap(runs, width, first, indent):
            sheet.add(filled(line, width) if here else line)
        for detail in choice.details:
            sheet.write(detail, width, [(indent, QUIET)], f"{indent}  ")
