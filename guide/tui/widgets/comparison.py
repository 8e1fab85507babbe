"""The text that says what differs between pages."""

from guide.compare.comparison import ComparedPages
from guide.pages.comparison import differing, equal, head
from guide.tui.setter import set_blocks
from guide.tui.typeset import Sheet
from guide.tui.widgets.typeset import Typeset


class ComparisonText(Typeset):
    """Two or three pages, compared; what is the same is folded."""

    def __init__(self) -> None:
        super().__init__(id="comparison")
        self.unfolded = False
        self.equal_at = 0
        """The line on which what is the same begins: the sections, else the first passage."""
        self._compared: ComparedPages | None = None

    @property
    def foldable(self) -> bool:
        """Whether anything is the same, and so can be folded."""
        return self._compared is not None and self._compared.folded

    def show(self, compared: ComparedPages) -> None:
        """Show another comparison."""
        self._compared = compared
        self.changed()

    def fold(self) -> None:
        """Unfold what is the same, or fold it again."""
        self.unfolded = not self.unfolded
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """All of it, set to the width."""
        if self._compared is None:
            return
        differs = [*head(self._compared, screen=True)]
        differs += differing(self._compared, unfolded=self.unfolded)
        places = set_blocks(sheet, differs, width).places
        self.equal_at = sheet.height
        if not self._compared.same:
            alike = (passage.block.id for part in self._compared.sections for passage in part.alike)
            starts = (places[block].start for block in alike if block in places)
            # Two lines above it says how many there are.
            self.equal_at = max(0, next(starts, 0) - 2)
        sheet.blank()
        set_blocks(sheet, equal(self._compared, unfolded=self.unfolded), width)
