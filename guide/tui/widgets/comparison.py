"""The text that says what differs between pages."""

from guide.compare.view import View
from guide.tui.comparison import set_comparison
from guide.tui.typeset import Sheet
from guide.tui.widgets.typeset import Typeset


class ComparisonText(Typeset):
    """Two or three pages, compared; what is the same is folded."""

    def __init__(self) -> None:
        super().__init__(id="comparison")
        self.unfolded = False
        self.equal_at = 0
        """The line on which what is the same begins."""
        self._view: View | None = None

    @property
    def foldable(self) -> bool:
        """Whether anything is the same, and so can be folded."""
        return self._view is not None and self._view.folded

    def show(self, shown: View) -> None:
        """Show another comparison."""
        self._view = shown
        self.changed()

    def fold(self) -> None:
        """Unfold what is the same, or fold it again."""
        self.unfolded = not self.unfolded
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """All of it, set to the width."""
        if self._view is not None:
            unfolded = self.unfolded
            self.equal_at = set_comparison(sheet, self._view, width, unfolded=unfolded)
