"""Pages to read without a question: the guide at a glance, and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Region
from textual.widgets import Input

from guide.document.blocks import Entries, Line, Section
from guide.journey.terms import Linker, asked_for
from guide.journey.verified import checked_line
from guide.pages.glance import glance_blocks
from guide.pages.terms import ON_PAGE, term_entry
from guide.tui.commands.advice import NextTerm
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.everywhere import ShowTerms
from guide.tui.commands.sheet import SHEET
from guide.tui.screens.sheet import DialogScreen, SheetScreen
from guide.tui.widgets.body import Reading
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.meaning import NO_TERM, TERM, Meaning, next_term, term_lines
from guide.tui.widgets.pane import field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

    from guide.document.blocks import Block
    from guide.model.glance import Glance, Term
    from guide.model.schema import Guide

GLANCE = (NextTerm, ShowTerms, *SHEET)


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
        "what people get wrong, and the way back. Page Down reads on. A word that is underlined is "
        "explained: u says what the next of them means, l what all of them do."
    )
    HERE: ClassVar[tuple[type[Command], ...]] = GLANCE
    BINDINGS = bindings(GLANCE)

    def __init__(self, guide: Guide, glance: Glance) -> None:
        super().__init__()
        self._guide, self._glance = guide, glance
        self._linker = Linker(guide)

    def body(self) -> Iterable[Widget]:
        """The page, scrolling."""
        with Reading(classes="body part"):
            yield DocumentText(self._blocks())
        yield Meaning()

    def _blocks(self) -> Iterator[Block]:
        for section in self._glance.sections:
            yield Section(section.title, tuple(glance_blocks(section, None, self._linker)))
        yield Line(checked_line(self._guide, self.session.today), "quiet")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar(self._glance.title)
        self.query_one(Meaning).show(None)
        self.query_one(Reading).focus()

    def label(self, command: type[Command]) -> str:
        """The bar names both ways to what a word means."""
        return {NextTerm: "Next word", ShowTerms: "All words"}.get(command, super().label(command))

    def action_next_term(self) -> None:
        """The meaning of the next word that is underlined, from where the reader is."""
        scroll, text = self.query_one(Reading), self.query_one(DocumentText)
        lines = term_lines((link.href, link.line) for link in text.links)
        above = text.virtual_region.y
        term = next_term(lines, self.query_one(Meaning).term, scroll.scroll_offset.y - above)
        if not term:
            self.tell(NO_TERM)
            return
        self._explain(term)
        region = Region(0, max(lines[term] + above - 3, 0), 1, 8)
        self.call_after_refresh(
            scroll.scroll_to_region, region, animate=False, force=True, immediate=True
        )

    def _explain(self, term_id: str) -> None:
        meaning = self.query_one(Meaning)
        meaning.explain(self._guide, term_id, self.key_of(NextTerm), self.key_of(ShowTerms))

    def on_click(self, event: events.Click) -> None:
        """Say what the word means that was clicked."""
        text = self.query_one(DocumentText)
        href = text.link_at(event.get_content_offset(text))
        if href.startswith(TERM):
            self._explain(href.removeprefix(TERM))

    def action_show_terms(self) -> None:
        """Every word, those of this page first."""
        self.app.push_screen(TermsScreen(self._guide, self._linker.linked))

    def action_close_sheet(self) -> None:
        """The word's meaning first, then the page."""
        if self.query_one(Meaning).term is not None:
            self.query_one(Meaning).show(None)
        else:
            super().action_close_sheet()


class TermsScreen(DialogScreen):
    """The glossary, the words of the page first."""

    CSS_PATH = ["sheet.tcss", "terms.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "What the words mean. Those of the page you came from stand first; type a word to look "
        "for it. Up, Down, Page Up and Page Down scroll the list while you type. Escape closes it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_words(1)", show=False, id="words-down"),
        Binding("up", "scroll_words(-1)", show=False, id="words-up"),
        Binding("pagedown", "page_words(1)", show=False, id="words-page-down"),
        Binding("pageup", "page_words(-1)", show=False, id="words-page-up"),
    ]

    def __init__(self, guide: Guide, on_page: list[Term], word: str = "") -> None:
        super().__init__()
        self._guide, self._on_page, self._word = guide, on_page, word

    def body(self) -> Iterable[Widget]:
        """A field to look a word up, and the terms, scrolling below it."""
        with Vertical(classes="body part"):
            word = Input(self._word, id="word", placeholder="exception, bridge letter, …")
            yield from field("Look up a word", word)
            with Reading(id="words", can_focus=False):  # the field keeps the focus: one types on
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

    def action_scroll_words(self, lines: int) -> None:
        """The terms a line on or back."""
        self.query_one(Reading).scroll_relative(y=lines, animate=False, immediate=True)

    def action_page_words(self, pages: int) -> None:
        """The terms a page on or back."""
        self.action_scroll_words(pages * (self.query_one(Reading).size.height - 1))

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
