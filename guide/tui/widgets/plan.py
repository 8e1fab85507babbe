"""A recovery plan on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.pages.plan import plan_blocks
from guide.tui.setter import set_blocks
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
        """The plan's blocks, below an empty line."""
        if self._plan is not None:
            sheet.add([])
            set_blocks(sheet, plan_blocks(self._plan), width)
