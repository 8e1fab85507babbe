"""A recovery plan as text on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from guide.plan.formats.text import body
from guide.tui.styles import STRONG
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from guide.plan.records import Plan
    from guide.tui.typeset import Sheet


class PlanText(Typeset):
    """The plan as the plain command writes it, set to the width there is."""

    def __init__(self) -> None:
        super().__init__(id="plan")
        self._plan: Plan | None = None

    def show(self, plan: Plan) -> None:
        """Show another plan."""
        self._plan = plan
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Line by line; headings, which the text underlines, are strong."""
        if self._plan is None:
            return
        lines = list(body(self._plan, width))
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            ruled = len(following) > 2 and not following.strip("-")
            if cell_len(line) > width:  # an address that is never broken in a file
                sheet.write([(line, "")], width)
            else:
                sheet.add([(line, STRONG if ruled else "")])
