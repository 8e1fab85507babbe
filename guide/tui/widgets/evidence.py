"""The pane, or the sheet, that says what a passage rests on."""

from guide.journey.advice import Shown
from guide.model.schema import Guide
from guide.tui.evidence import write_evidence
from guide.tui.typeset import Sheet
from guide.tui.widgets.typeset import Typeset


class Evidence(Typeset):
    """What one passage rests on."""

    def __init__(self) -> None:
        super().__init__(id="evidence")
        self.subject: tuple[Guide, Shown] | None = None

    def show(self, guide: Guide, shown: Shown | None) -> None:
        """Show what another passage rests on."""
        subject = (guide, shown) if shown is not None else None
        if subject != self.subject:
            self.subject = subject
            self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """All of it, folded."""
        if self.subject is not None:
            write_evidence(sheet, width, *self.subject)
