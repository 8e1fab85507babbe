"""The panel at the foot of every screen of a preview."""

from textual import events

from guide.tui.preview.report import Report, problem_line
from guide.tui.styles import QUIET
from guide.tui.typeset import Sheet, clip
from guide.tui.widgets.typeset import Typeset

FIRST = 3
"""Problems that are shown at once, where there is room."""
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

    def __init__(self, report: Report) -> None:
        super().__init__(id="preview-panel", classes="part")
        self._report = report

    def show(self, report: Report) -> None:
        """Show another state."""
        if report != self._report:
            self._report = report
            self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """The state in full, the first problems each on one line."""
        sheet.write(self._report.state(), width)
        from guide.tui.screens.base import BaseScreen  # which holds a panel itself

        problems = self._report.problems
        if isinstance(self.screen, BaseScreen) and self.screen.ROLE == "sheet":
            return  # a sheet needs the room, and one of them is the whole list
        room = FIRST if self.screen.size.height >= ROOMY else 1
        for problem in problems[:room]:
            sheet.add([(clip(problem_line(problem), width), "")])
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
