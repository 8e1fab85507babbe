"""Pages to read without a question: the guide at a glance, and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from guide.document.blocks import Entries, Line, Section
from guide.journey.terms import Linker, asked_for
from guide.journey.verified import checked_line
from guide.pages.glance import glance_blocks
from guide.pages.terms import ON_PAGE, term_entry
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Reading
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from guide.document.blocks import Block
    from guide.model.glance import Glance, Term
    from guide.model.schema import Guide


class BlocksScreen(SheetScreen):
    """Some blocks of a page, to be read and closed."""

    ABOUT = "Page Down reads on; Escape goes back to where you were."

    def __init__(self, title: str, blocks: Iterable[Block]) -> None:
        super().__init__()
        self._title, self._blocks = title, tuple(blocks)

    def body(self) -> Iterable[Widget]:
        """The blocks, scrolling."""
        with Reading(classes="body part"):
            yield DocumentText(self._blocks)

    def on_mount(self) -> None:
        """Show them."""
        super().on_mount()
        self.bar(self._title)
        self.query_one(Reading).focus()


class GlanceScreen(SheetScreen):
    """At a glance."""

    ABOUT = (
        "The guide for somebody who answers nothing: the short answer, how the outcomes compare, "
        "what people get wrong, and the way back. Page Down reads on; l explains any word."
    )

    def __init__(self, guide: Guide, glance: Glance) -> None:
        super().__init__()
        self._guide, self._glance = guide, glance

    def body(self) -> Iterable[Widget]:
        """The page, scrolling."""
        with Reading(classes="body part"):
            yield DocumentText(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        linker = Linker(self._guide)
        for section in self._glance.sections:
            yield Section(section.title, tuple(glance_blocks(section, None, linker)))
        yield Line(checked_line(self._guide, self.session.today), "quiet")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar(self._glance.title)
        self.query_one(Reading).focus()


class TermsScreen(SheetScreen):
    """The glossary, the words of the page first."""

    CSS_PATH = ["sheet.tcss", "save.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "What the words mean. Those of the page you came from stand first; type a word to look "
        "for it. Escape closes this."
    )

    def __init__(self, guide: Guide, on_page: list[Term], word: str = "") -> None:
        super().__init__()
        self._guide, self._on_page, self._word = guide, on_page, word

    def body(self) -> Iterable[Widget]:
        """A field to look a word up, and the terms, scrolling."""
        yield Prose([("Look up a word", QUIET)], classes="part")
        yield Input(self._word, id="word", compact=True, placeholder="exception, bridge letter, …")
        with Reading(classes="body part"):
            yield DocumentText(self._blocks(self._word))

    def on_mount(self) -> None:
        """Show all of them; what is typed narrows them down."""
        super().on_mount()
        self.bar("What the words mean")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the terms that have to do with what was typed."""
        self.query_one(DocumentText).show(self._blocks(event.value))
        self.query_one(Reading).scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        """The arrows scroll what was found."""
        self.query_one(Reading).focus()

    def _blocks(self, word: str) -> Iterator[Block]:
        if word.strip():
            terms = asked_for(self._guide, word)
            nothing = Line(f"No term has to do with “{word.strip()}”.", "quiet")
            yield _listing(terms) if terms else nothing
            return
        others = [term for term in self._guide.terms if term not in self._on_page]
        if self._on_page:
            yield Section(ON_PAGE, (_listing(self._on_page),))
            yield Section("All other terms", (_listing(others),))
        else:
            yield _listing(others)


def _listing(terms: list[Term]) -> Entries:
    return Entries(tuple(map(term_entry, terms)), "terms")
