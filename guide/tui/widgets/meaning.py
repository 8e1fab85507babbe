"""What one underlined word means, below the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.document.blocks import Entries
from guide.pages.terms import term_entry
from guide.tui.setter import set_blocks
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from guide.model.glance import Term
    from guide.tui.typeset import Sheet


class Meaning(Typeset):
    """One term; without one it takes no space."""

    def __init__(self) -> None:
        super().__init__(id="meaning", classes="pane part -empty")
        self.term: Term | None = None
        self._how = ""

    def show(self, term: Term | None, how: str = "") -> None:
        """Show another term, and how to go on; or none."""
        self.term, self._how = term, how
        self.set_class(term is None, "-empty")
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """The term and its meaning, then what it is not."""
        if self.term is not None:
            entry = term_entry(self.term)
            entry = entry._replace(details=(*entry.details, self._how))
            set_blocks(sheet, [Entries((entry,), "terms")], width)
