"""Every problem of the version saved last, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.preview.report import Report, problem_line
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Reading
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.tui.typeset import Run


class ProblemsScreen(SheetScreen):
    """Problems."""

    ABOUT = (
        "All that is wrong with what was saved last: the file, the line, the column, the code of "
        "the problem, and what to do. The list follows each save."
    )

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    def body(self) -> Iterable[Widget]:
        """The list, scrolling."""
        with Reading(classes="body part"):
            yield Prose(id="problems")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("Problems")
        self.follow(self._report)
        self.query_one(Reading).focus()

    def follow(self, report: Report) -> None:
        """Show the problems of another version."""
        lines: list[list[Run]] = [[(problem_line(problem), "")] for problem in report.problems]
        codes = list(dict.fromkeys(problem.code for problem in report.problems))
        more = f"What a code means, and its cure: guide explain {codes[0]}" if codes else "None."
        self.query_one("#problems", Prose).show(*lines, [(more, QUIET)])
