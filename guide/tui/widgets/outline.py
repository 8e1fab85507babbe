"""The questions of a guide, numbered as on its map."""

from guide.tui.styles import CURSOR, KEY, MARK, QUIET
from guide.tui.typeset import Line, Run, Sheet, wrap
from guide.tui.widgets.choices import Choice, Choices, filled


class OutlineList(Choices):
    """A list in which every entry has its number, not only those that a key chooses."""

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
        for line in wrap(runs, width, first, indent):
            sheet.add(filled(line, width) if here else line)
        for detail in choice.details:
            sheet.write(detail, width, [(indent, QUIET)], f"{indent}  ")
