"""The questions of a guide, numbered as on its map."""

from dataclasses import dataclass

from guide.tui.styles import CURSOR, KEY, MARK, QUIET
from guide.tui.typeset import Line, Run, Sheet, wrap
from guide.tui.widgets.choices import Choice, Choices, filled


@dataclass(frozen=True)
class Entry(Choice):
    """A question, or the advice."""

    states: str = ""
    """How many states it has, in words."""


class OutlineList(Choices):
    """A list in which every entry has the number that it has on the map."""

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
