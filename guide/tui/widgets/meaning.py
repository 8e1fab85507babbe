"""What one underlined word means, below the page, and which word comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.document.blocks import Entries
from guide.pages.terms import term_entry
from guide.tui.setter import set_blocks
from guide.tui.widgets.pane import entitle
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.model.glance import Term
    from guide.model.schema import Guide
    from guide.tui.typeset import Sheet

TERM = "#term-"
"""What a link to a term starts with."""
NO_TERM = "No word on this page is explained."


def term_lines(links: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The terms that links lead to, in order, each with the first line of a link to it."""
    lines: dict[str, int] = {}
    for href, line in links:
        if href.startswith(TERM):
            lines.setdefault(href.removeprefix(TERM), line)
    return lines


def next_term(lines: dict[str, int], now: Term | None, start: int) -> str:
    """The term after the one explained now, or the first from a line on; empty: there is none."""
    terms = list(lines)
    if now is not None and now.id in lines:
        return terms[(terms.index(now.id) + 1) % len(terms)]
    return next((term for term in terms if lines[term] >= start), terms[0] if terms else "")


class Meaning(Typeset):
    """One term; without one it takes no space."""

    DEFAULT_CSS = "Meaning { padding: 0 1; background: $bar; }"

    def __init__(self) -> None:
        super().__init__(id="meaning", classes="pane part -empty")
        self.term: Term | None = None
        self._how = ""

    def show(self, term: Term | None, how: str = "") -> None:
        """Show another term, and how to go on; or none."""
        self.term, self._how = term, how
        self.set_class(term is None, "-empty")
        self.changed()

    def explain(self, guide: Guide, term_id: str, following: str, every: str) -> None:
        """Show a term of the guide, and the keys that go on from it."""
        term = next((term for term in guide.terms if term.id == term_id), None)
        if term is not None:
            self.show(term, f"{following} the next word · {every} all words · Esc closes")
            entitle(self, "What it means")

    def write(self, sheet: Sheet, width: int) -> None:
        """The term and its meaning, then what it is not."""
        if self.term is not None:
            entry = term_entry(self.term)
            entry = entry._replace(details=(*entry.details, self._how))
            set_blocks(sheet, [Entries((entry,), "terms")], width)
