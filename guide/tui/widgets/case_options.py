"""The options of a case: none is under the cursor until somebody goes to one."""

from guide.tui.widgets.body import Reading
from guide.tui.widgets.choices import Choice, Choices

NOWHERE = -1
"""The cursor before it is moved."""


class CaseOptions(Choices):
    """A list in which Enter, pressed once too often, answers nothing: it reads on instead."""

    def ask(self, options: list[Choice]) -> None:
        """Offer these, the cursor on none."""
        self.offer(options)
        self.cursor = NOWHERE

    def action_move(self, by: int) -> None:
        """Move the cursor; from nowhere to the first or the last."""
        if self.cursor == NOWHERE:
            self.action_to(0 if by > 0 else -1)
        else:
            super().action_move(by)

    def action_choose(self) -> None:
        """Choose what the cursor is on; without any, show more of the case."""
        if self.cursor != NOWHERE:
            super().action_choose()
        elif isinstance(self.parent, Reading):
            self.parent.scroll_page_down(animate=False)
