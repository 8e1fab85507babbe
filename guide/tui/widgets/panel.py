"""The panel at the foot of every screen of a preview."""

from textual import events

from guide.document.wrap import clip
from guide.tui.preview.report import Report, problem_line
from guide.tui.styles import QUIET
from guide.tui.typeset import Sheet, wrap
from guide.tui.widgets.typeset import Typeset

FIRST = 3
"""Problems that are shown at once, where there is room."""
LINES = 2
"""Lines of the first problem: what is said last, such as who is harmed, must not be cut off."""
ROOMY = 20
"""Lines of the screen from which there is."""


class Panel(Typeset):
    """What happened at the last save, and the first problems."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Panel {
        background: $bar;
        padding: 0 2 0 1;
        max-height: 6;
        border-left: outer $mark;
        pointer: pointer;
    }
    """

    def __init__(self, report: Report, *, brief: bool) -> None:
        super().__init__(id="preview-panel", classes="part")
        self._report, self._brief = report, brief

    def show(self, report: Report) -> None:
        """Show another state."""
        if report != self._report:
            self._report = report
            self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """The state in full, the first problem on two lines, the next each on one."""
        sheet.write(self._report.state(), width)
        problems = self._report.problems
        if self._brief:
            return  # a sheet needs the room, and one of them is the whole list
        room = FIRST if self.screen.size.height >= ROOMY else 1
        for number, problem in enumerate(problems[:room]):
            for line in _folded(problem_line(problem), width, 1 if number else LINES):
                sheet.add([(line, "")])
        if len(problems) > room:
            more = f"and {len(problems) - room} more: ! lists them all"
            sheet.add([(clip(more, width), QUIET)])

    def on_resize(self, event: events.Resize) -> None:
        """The height of the window decides how many fit."""
        if event.size.width:
            self.changed()

    async def on_click(self) -> None:
        """The whole list."""
        await self.app.run_action("show_problems")


def _folded(text: str, width: int, most: int) -> list[str]:
    """The text on at most so many lines, the last one clipped."""
    lines = ["".join(part for part, _ in line) for line in wrap([(text, "")], width)]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), width)]
