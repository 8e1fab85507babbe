"""The page of advice: the verdict, one text, the sources beside it where there is room."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal

from guide.journey.code import write_code
from guide.journey.labels import crumbs, name_step
from guide.journey.sharpen import sharpest_question
from guide.journey.verified import age_words, checked_line
from guide.kiosk import is_kiosk
from guide.pages.saving import SENT, keep_copy
from guide.tui.article import Frame
from guide.tui.commands.advice import ADVICE, NextTerm
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.everywhere import ShowTerms
from guide.tui.commands.question import ReadyForBuyer
from guide.tui.commands.weighing import ShowLetters
from guide.tui.following import follow
from guide.tui.screens.contents import ContentsScreen
from guide.tui.screens.evidence import EvidenceScreen
from guide.tui.screens.weighing import WeighingScreen
from guide.tui.widgets.banner import Banner
from guide.tui.widgets.bars import TopBar
from guide.tui.widgets.body import Body, Reading
from guide.tui.widgets.evidence import Evidence
from guide.tui.widgets.meaning import NO_TERM, TERM, Meaning, next_term, term_lines
from guide.tui.widgets.page import Page, PageScroll
from guide.tui.widgets.pane import entitle
from guide.tui.widgets.sections import Sections
from guide.tui.widgets.trail import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from textual import events
    from textual.widget import Widget

    from guide.journey.advice import Advice
    from guide.journey.journey import Journey

DOOR = "For a call: a one-page brief, their questions with answers, a rehearsal. Key:"
VISITING = "Found by the search, on a page for other answers than yours. Back returns to yours."
VISITING_FIRST = "Found by the search. These answers are an example; Back returns home."
ROOMY = 100
"""Columns from which there is room for the facts' age beside the way here."""
SAYS_WHO = "Says who?"


class AdviceScreen(WeighingScreen):
    """A page of advice."""

    CSS_PATH = ["advice.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = ADVICE
    BINDINGS = bindings(ADVICE)
    ABOUT = (
        "The advice for your answers, as one page, below its verdict. The bar at the left marks a "
        "passage: j and k or a click move it, scrolling takes it along, and Says who? shows what "
        "that passage rests on. The number keys jump to the sections; the arrows, Page Up and "
        "Page Down scroll. A word that is underlined is explained: u says what the next of them "
        "means."
    )

    def body(self) -> Iterable[Widget]:
        """The verdict, then sections, page and sources side by side."""
        yield Banner(id="banner")
        with Horizontal(id="columns", classes="part"):
            with Body(id="sections-pane", classes="pane"):
                yield Sections()
            yield PageScroll(Page(), Banner(id="banner-on-page"))
            with Reading(id="evidence-pane", classes="pane"):
                yield Evidence()
        yield Meaning()

    def on_mount(self) -> None:
        """What the panes are called."""
        super().on_mount()
        entitle(self.query_one("#sections-pane"), "On this page")

    @property
    def page(self) -> Page:
        """The text."""
        return self.query_one(Page)

    @property
    def scroll(self) -> PageScroll:
        """What scrolls it."""
        return self.query_one(PageScroll)

    @property
    def _pane(self) -> Reading:
        return self.query_one("#evidence-pane", Reading)

    def show(self) -> None:
        """Show the page for the answers."""
        super().show()
        self.show_standing()
        journey = self.journey
        landing = self.session.take_landing()
        spots = landing.spots if landing else None
        door = f"{DOOR} {self.key_of(ReadyForBuyer)}"
        if titles := _letters(journey):
            door += f". To write: {titles}. Key: {self.key_of(ShowLetters)}"
        self.page.show(journey.advice, _frame(journey, self.session.today, door), spots)
        for banner in self.query(Banner):
            banner.show(journey.advice, self.page.parted.verdict, spots)
        self.query_one(Meaning).show(None)
        self.show_standing()
        self.scroll.focus(scroll_visible=False)
        self.scroll.scroll_home(animate=False, immediate=True)
        index = landing.index(journey.advice) if landing else 0
        self.page.mark(index)
        self._follow()  # at once: the message comes after the first paint
        if index:
            self.call_after_refresh(self.scroll.show_mark, above=3)
        if journey.visiting:
            self.tell(journey.led or (VISITING if journey.former else VISITING_FIRST))

    def show_standing(self) -> None:
        """The way here at the left, and at the right how old the facts are."""
        journey, width = self.journey, self.size.width or self.app.size.width
        aside = [] if self.standing == "Advice" else [self.standing]
        if width >= ROOMY:
            aside.append(age_words(journey.guide, self.session.today))
        words = " · ".join(aside)
        steps = crumbs(journey.guide, journey.walked.trail)
        room = width - len(words) - 6
        self.bar(one_line(steps, room) if steps else journey.guide.title, words)

    def on_resize(self) -> None:
        """Other lines, the same passage."""
        if self.session.journey is not None:
            self.show_standing()
        self.call_after_refresh(self.scroll.keep_in_view)

    def on_click(self, event: events.Click) -> None:
        """The answers, from the way here."""
        widget, _ = self.get_widget_at(event.screen_x, event.screen_y)
        if isinstance(widget, TopBar):
            self.action_show_answers()

    def on_page_marked(self) -> None:
        """What stands at the sides follows the mark."""
        self._follow()

    def _follow(self) -> None:
        advice, page = self.journey.advice, self.page
        self.query_one(Evidence).show(self.journey.guide, page.passage)
        entitle(self._pane, SAYS_WHO, self._place)
        self._pane.scroll_home(animate=False, immediate=True)
        titles = [section.section.title for section in advice.sections]
        self.query_one(Sections).show(titles, section_of(advice, page.current))

    @property
    def _place(self) -> str:
        return f"{self.page.current + 1} of {len(self.journey.advice.blocks())}"

    def action_next_passage(self) -> None:
        """The mark one passage on."""
        self._move(1)

    def action_previous_passage(self) -> None:
        """The mark one passage back."""
        self._move(-1)

    def _move(self, by: int) -> None:
        self.tell("")
        self.page.mark(self.page.current + by)
        self.scroll.show_mark()

    def action_says_who(self) -> None:
        """The sources: as a pane where there is room for one, else as a sheet."""
        pane = self._pane
        if self.has_class("-from-110"):
            if pane.has_focus:
                self._leave_pane()
            else:
                self.add_class("-asked")
                pane.focus(scroll_visible=False)
        elif self.page.passage is not None:
            guide, passage = self.journey.guide, self.page.passage
            self.app.push_screen(EvidenceScreen(guide, passage, self._place))

    def _leave_pane(self) -> None:
        """Back to the page; where the contents stood before the sources, they do again."""
        self.remove_class("-asked")
        self.scroll.focus(scroll_visible=False)
        self.call_after_refresh(self.scroll.keep_in_view)

    def action_unfold_checks(self) -> None:
        """What our check of each claim found, or only that there is one."""
        self.query_one(Evidence).fold()

    def on_evidence_followed(self, event: Evidence.Followed) -> None:
        """Go to an address."""
        self.tell(follow(self.app, event.href))

    def action_show_scale(self) -> None:
        """How bad each verdict is."""
        from guide.tui.screens.tones import TonesScreen  # noqa: PLC0415 - few ask

        self.app.push_screen(TonesScreen(self.journey.guide))

    def action_next_term(self) -> None:
        """The meaning of the next word that is underlined, from where the reader is."""
        lines = self._term_lines()
        apart = self.page.current == self.page.article.apart
        start = -1 if apart else self.page.lines.start
        following = next_term(lines, self.query_one(Meaning).term, start)
        if not following:
            self.tell(NO_TERM)
            return
        self._explain(following)
        if lines[following] >= 0:
            self.call_after_refresh(self.scroll.show_line, lines[following])
        else:
            self.scroll.scroll_home(animate=False, immediate=True)

    def _term_lines(self) -> dict[str, int]:
        """The terms of the page in order, each with its first line; below 0 in the banner."""
        banners = [banner for banner in self.query(Banner) if banner.display]
        links = [(link.href, -1) for banner in banners for link in banner.links]
        return term_lines([*links, *((link.href, link.line) for link in self.page.links)])

    def _explain(self, term_id: str) -> None:
        keys = self.key_of(NextTerm), self.key_of(ShowTerms)
        self.query_one(Meaning).explain(self.journey.guide, term_id, *keys)

    @on(Page.Followed)
    @on(Banner.Followed)
    def explain_word(self, event: Page.Followed | Banner.Followed) -> None:
        """Say what the word means that was clicked."""
        self._explain(event.href.removeprefix(TERM))

    def action_show_contents(self) -> None:
        """The sections, to jump to."""

        def chosen(index: int | None) -> None:
            if index is not None:
                self.jump(index)

        self.app.push_screen(ContentsScreen(self.journey), chosen)

    def on_sections_jump(self, event: Sections.Jump) -> None:
        """Go to the section that was clicked."""
        self.jump(event.index)

    def on_key(self, event: events.Key) -> None:
        """A number jumps to its section; Escape lets a notice go before it leads back."""
        if event.key == "escape" and self.noticed and not self.journey.visiting:
            event.stop()
            self.tell("")
            return
        if event.character and event.character in "123456789":
            event.stop()
            self.jump(int(event.character) - 1)

    def jump(self, index: int) -> None:
        """Go to a section."""
        sections = self.journey.advice.sections
        if index < len(sections):
            self.tell("")
            self.query_one(Meaning).show(None)  # of a word of the section one leaves
            self.scroll.show_section(self.page.article.sections[index][1])
            self.page.mark(sum(len(section.blocks) for section in sections[:index]))

    def action_save_page(self) -> None:
        """Ask for a format and a file."""
        from guide.tui.screens.save import SaveScreen  # noqa: PLC0415 - 5 ms of each start at a page

        def saved(path: str | None) -> None:
            if path:
                self.tell(f"Saved as {path}")

        self.app.push_screen(SaveScreen(self.journey), saved)

    def action_copy_page(self) -> None:
        """Ask what to copy, do so, and say exactly what was done."""
        from guide.tui.screens.copy import Copied, CopyScreen  # noqa: PLC0415 - few copy

        def chosen(copied: Copied | None) -> None:
            if copied is not None:
                self.app.copy_to_clipboard(copied.text)
                self.tell(f"{copied.what}: {SENT}{keep_copy(copied.text)}")

        section = section_of(self.journey.advice, self.page.current)
        self.app.push_screen(CopyScreen(self.journey, section), chosen)

    def action_go_on(self) -> None:
        """To the next open question."""
        self.reader_app.go(self.journey)

    def action_back(self) -> None:
        """From a page that a search found, back to the former answers.

        From one that is not complete, back to the question it was read from.
        """
        if self.query_one(Meaning).term is not None:
            self.query_one(Meaning).show(None)
        elif self._pane.has_focus or (self.has_class("-asked") and self.has_class("-from-110")):
            self._leave_pane()
        elif self.journey.visiting:
            self.leave_visit()
        elif self.journey.walked.finished:
            super().action_back()
        else:
            self.reader_app.go(self.journey)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Going on needs an open question, a buyer's questions a guide that has some."""
        if action == "ready_for_buyer":
            return True if self.journey.guide.replies else None
        if action == "go_on":
            return None if self.journey.walked.finished else True
        return super().check_action(action, parameters)


def _letters(journey: Journey) -> str:
    """The letters that can be written, first the one for whoever needs to hear first."""
    from guide.sales.offered import in_order, refusing  # noqa: PLC0415 - 3 ms

    guide, scenario = journey.guide, journey.scenario
    letters = () if is_kiosk() else in_order(guide, scenario)
    return ", ".join(each.title for each in letters if not refusing(guide, each, scenario))


def _frame(journey: Journey, today: date, door: str) -> Frame:
    """What stands around the advice: what page this is, how old, and how to come back to it."""
    head = [_so_far(journey)] if journey.walked.next is not None else []
    if settled := _found_out(journey):
        head.append(f"Your answers settle: {settled}.")
    code = write_code(journey.guide, journey.scenario)
    again = f"This page again, from a command line: guide open {code}"
    return Frame(tuple(head), (checked_line(journey.guide, today), again), door)


def section_of(advice: Advice, index: int) -> int:
    """The section that holds a passage: its place among the sections."""
    ends = accumulate(len(section.blocks) for section in advice.sections)
    return next((place for place, end in enumerate(ends) if index < end), 0)


def _found_out(journey: Journey) -> str:
    """What diagnostics settled: who was not sure sees here which page this is."""
    steps = (name_step(journey.guide, step) for step in journey.walked.trail)
    return "; ".join(step.settled for step in steps if step.settled)


def _so_far(journey: Journey) -> str:
    """What one more answer would do, and how to give it."""
    question = sharpest_question(journey.guide, journey.scenario, journey.open)
    if question is None:
        return "More questions are open, and each may be skipped; Enter goes on with them."
    return f"So far. One answer would sharpen this page most: {question.text} Enter goes on."
