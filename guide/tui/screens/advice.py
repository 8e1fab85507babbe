"""The page of advice: one text, the trail and the sources beside it where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from guide.document.layout import Lines
from guide.journey.code import write_code
from guide.journey.labels import name_step
from guide.journey.sharpen import sharpest_question
from guide.journey.verified import checked_line
from guide.pages.saving import keep_copy, page_text
from guide.tui.article import Frame
from guide.tui.commands.advice import ADVICE, ReadyForBuyer
from guide.tui.commands.base import Command, bindings
from guide.tui.screens.contents import ContentsScreen
from guide.tui.screens.evidence import EvidenceScreen
from guide.tui.screens.weighing import WeighingScreen
from guide.tui.widgets.body import Body, Reading
from guide.tui.widgets.evidence import Evidence
from guide.tui.widgets.page import Page, PageScroll
from guide.tui.widgets.trail import Trail, TrailLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from textual import events
    from textual.widget import Widget

    from guide.journey.journey import Journey

SENT = "Sent to the terminal's clipboard (some terminals ignore that)"
"""The escape sequence that writes it is answered by nobody."""
DOOR = "For a call: a one-page brief, their questions with answers, a rehearsal. Key:"
VISITING = "Found by the search, on a page for other answers than yours. Back returns to yours."
VISITING_FIRST = "Found by the search. These answers are an example; Back returns home."
WIDE = 120
"""Columns from which trail, page and sources stand side by side."""


class AdviceScreen(WeighingScreen):
    """A page of advice."""

    CSS_PATH = ["walk.tcss", "advice.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = ADVICE
    BINDINGS = bindings(ADVICE)
    ABOUT = (
        "The advice for your answers, as one page. The bar at the left marks a passage: j and k "
        "or a click move it, and Says who? shows what that passage rests on. The number keys "
        "jump to the sections; the arrows, Page Up and Page Down scroll."
    )

    def body(self) -> Iterable[Widget]:
        """Trail, page and sources."""
        yield TrailLine()
        with Horizontal(id="columns", classes="part"):
            with Body(id="trail-pane"):
                yield Trail()
            yield PageScroll(Page())
            with Reading(id="evidence-pane"):
                yield Evidence()

    @property
    def page(self) -> Page:
        """The text."""
        return self.query_one(Page)

    @property
    def scroll(self) -> PageScroll:
        """What scrolls it."""
        return self.query_one(PageScroll)

    def show(self) -> None:
        """Show the page for the answers."""
        super().show()
        journey = self.journey
        left = len(journey.open)
        aside = f"{left} question{'s' if left != 1 else ''} open" if left else ""
        self.bar(journey.guide.title, aside or self.standing)
        landing = self.session.take_landing()
        self.page.show(
            journey.advice,
            _frame(journey, self.session.today, f"{DOOR} {self.key_of(ReadyForBuyer)}"),
            landing.spots if landing else None,
        )
        self.scroll.focus(scroll_visible=False)
        self.scroll.scroll_home(animate=False, immediate=True)
        index = landing.index(journey.advice) if landing else 0
        self.page.mark(index)
        self._show_evidence()  # at once: the message comes after the first paint
        if index:
            self.call_after_refresh(self._reveal, top=True)
        if journey.visiting:
            self.tell(journey.led or (VISITING if journey.former else VISITING_FIRST))

    def on_resize(self) -> None:
        """Other lines, the same passage."""
        self.call_after_refresh(self.scroll.keep_in_view)

    def _reveal(self, *, top: bool = False) -> None:
        lines = self.page.lines
        if top:
            lines = Lines(max(lines.start - 3, 0), lines.end)
        self.scroll.show_lines(lines, top=top)

    def on_page_marked(self) -> None:
        """The sources follow the mark."""
        self._show_evidence()

    def _show_evidence(self) -> None:
        self.query_one(Evidence).show(self.journey.guide, self.page.passage)
        self.query_one("#evidence-pane", Reading).scroll_home(animate=False, immediate=True)

    def action_next_passage(self) -> None:
        """The mark one passage on."""
        self._move(1)

    def action_previous_passage(self) -> None:
        """The mark one passage back."""
        self._move(-1)

    def _move(self, by: int) -> None:
        self.tell("")
        self.page.mark(self.page.current + by)
        self._reveal()

    def action_says_who(self) -> None:
        """The sources: the pane where there is one, else a sheet."""
        if self.size.width >= WIDE:
            pane = self.query_one("#evidence-pane", Reading)
            (self.scroll if pane.has_focus else pane).focus()
            return
        if self.page.passage is not None:
            self.app.push_screen(EvidenceScreen(self.journey.guide, self.page.passage))

    def action_show_contents(self) -> None:
        """The sections, to jump to."""

        def chosen(index: int | None) -> None:
            if index is not None:
                self.jump(index)

        self.app.push_screen(ContentsScreen(self.journey), chosen)

    def on_key(self, event: events.Key) -> None:
        """A number jumps to its section."""
        if event.character and event.character in "123456789":
            event.stop()
            self.jump(int(event.character) - 1)

    def jump(self, index: int) -> None:
        """Go to a section."""
        article = self.page.article
        if index < len(article.sections):
            self.tell("")
            lines = article.sections[index][1]
            self.scroll.show_lines(lines, top=True)
            first = next(
                (n for n, (_, block) in enumerate(article.blocks) if block.start >= lines.start), 0
            )
            self.page.mark(first)

    def action_save_page(self) -> None:
        """Ask for a format and a file."""
        from guide.tui.screens.save import SaveScreen  # noqa: PLC0415 - 5 ms of each start at a page

        def saved(path: str | None) -> None:
            if path:
                self.tell(f"Saved as {path}")

        self.app.push_screen(SaveScreen(self.journey), saved)

    def action_ready_for_buyer(self) -> None:
        """The brief, the replies, the rehearsal for these answers."""
        from guide.tui.screens.buyer import BuyerScreen  # noqa: PLC0415 - 5 ms

        self.app.push_screen(BuyerScreen(self.journey))

    def action_copy_page(self) -> None:
        """Copy to the clipboard and to a file, and say exactly what was done."""
        text = page_text(self.journey, "markdown", self.session.today)
        self.app.copy_to_clipboard(text)
        self.tell(f"{SENT}{keep_copy(text)}")

    def action_go_on(self) -> None:
        """To the next open question."""
        self.reader_app.go(self.journey)

    def action_back(self) -> None:
        """From a page that a search found, back to the former answers.

        From one that is not complete, back to the question it was read from.
        """
        if self.query_one("#evidence-pane", Reading).has_focus:
            self.scroll.focus()  # from the sources, back to the page they belong to
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


def _frame(journey: Journey, today: date, door: str) -> Frame:
    """What stands around the advice: what page this is, how old, and how to come back to it."""
    head = [checked_line(journey.guide, today)]
    if found := _found_out(journey):
        head.insert(0, f"Your answers settle: {found}.")
    if journey.walked.next is not None:
        head.insert(0, _so_far(journey))
    code = write_code(journey.guide, journey.scenario)
    again = f"This page again, from a command line: guide open {code}"
    return Frame(tuple(head), (again,), door)


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
