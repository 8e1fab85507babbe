"""One question: its text, why it is asked, where to look, and the options."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content

from guide.journey.progress import Progress, progress
from guide.pages.advice import advice_sections
from guide.tui.commands.advice import ON_PAGE
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.question import QUESTION, ReadyForBuyer, SkipToAdvice
from guide.tui.screens.walk import WalkScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body, Reading
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.pane import entitle
from guide.tui.widgets.trail import TrailLine
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.model.schema import Option, Question
    from guide.tui.typeset import Run


FEW_LINES = 20
"""Below this height the options come right after the question."""
AIR = 14
"""Lines beside the options, three for each of which leave room for air between them."""
BESIDE = 110
"""Columns from which the page so far stands beside the question."""
BUYER = "Get ready for a buyer"
FIRST_SAY = "First say what you have. After one answer, {key} takes you on."
ON_THE_WAY = "{key} takes you to the brief now; each further answer sharpens it."
FIRST = 3
"""Sections of it that are set: 4 ms where the whole page takes 16, and few lines are seen."""


class AskedBody(Body):
    """The question. From its end on, the page keys scroll what stands beside it."""

    def __init__(self, beside: Reading) -> None:
        super().__init__(classes="body part")
        self._beside = beside

    def action_page_down(self) -> None:
        """The rest of the question, then the page so far."""
        ends = self.scroll_offset.y >= self.max_scroll_y and self._beside.display
        (self._beside if ends else self).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """The page so far to its top, then the question."""
        beside = self._beside.display and self._beside.scroll_offset.y > 0
        (self._beside if beside else self).scroll_page_up(animate=False)


class QuestionScreen(WalkScreen):
    """A question."""

    CSS_PATH = ["walk.tcss", "question.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = QUESTION
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(QUESTION),
        *(
            replace(key, action=f"say_where('{key.description}')", show=False)
            for key in bindings(ON_PAGE)
            if isinstance(key, Binding)
        ),
    ]
    ABOUT = (
        "One question at a time. Choose an answer by its number, with the arrows and Enter, "
        "or with the mouse. Nothing is final: go back, or list your answers and change one; later "
        "answers are kept where they still apply. In a wide window the page so far stands beside "
        "the question: Page Down and Page Up scroll it."
    )

    def body(self) -> Iterable[Widget]:
        """The way so far, the question below it, and the page so far where there is room."""
        yield TrailLine()
        with Horizontal(id="columns", classes="part"):
            so_far = Reading(id="so-far", classes="pane", can_focus=False)
            with AskedBody(so_far):
                yield Prose(id="lead")
                yield Prose(id="asked")
                yield Prose(id="look")
                yield Choices(id="options")
                yield Prose(id="how")
                yield Prose(id="why")
            with so_far:
                yield DocumentText(())

    def show(self) -> None:
        """Show the question the reader is at."""
        super().show()
        journey = self.journey
        question = journey.question
        if question is None:
            return
        along = progress(journey.guide, journey.walked, question)
        title = BUYER if self.session.for_buyer else journey.guide.title
        self.bar(title, f"{dots(along)}  {along.words.removeprefix('Question ')}".lstrip())
        self._lead()
        self.query_one("#asked", Prose).show([(question.text, STRONG)])
        self._fit()
        chosen = journey.answers.get(question.id, "")
        ids = [option.id for option in question.options]
        choices = self.query_one(Choices)
        choices.offer(
            [_choice(option, here=option.id == chosen) for option in question.options],
            ids.index(chosen) if chosen in ids else 0,
        )
        choices.focus(scroll_visible=False)
        self.query_one("#how", Prose).show([(_how(len(ids)), QUIET)])
        self.call_after_refresh(self._to_the_top)

    def _lead(self) -> None:
        """Where the questions lead, for whoever came to get ready for a buyer."""
        words = ON_THE_WAY if self.journey.scenario else FIRST_SAY
        line = words.format(key=self.key_of(ReadyForBuyer))
        self.query_one("#lead", Prose).show(*([[(line, QUIET)]] * self.session.for_buyer))

    def _to_the_top(self) -> None:
        self.query_one(".body", Body).scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Where there are few lines, the options come before the reasons."""
        self._fit()

    def _fit(self) -> None:
        """What the window has room for: reasons above the options, air, the page so far."""
        journey = self.session.journey
        question = journey.question if journey else None
        if journey is None or question is None:
            return
        look, why = _look(question), _why(question)
        few = self.size.height < FEW_LINES
        self.query_one("#look", Prose).show(*([] if few else look))
        self.query_one("#why", Prose).show(*([*look, *why] if few else why))
        self.query_one(Choices).air(self.size.height >= AIR + 3 * len(question.options))
        self._show_page(journey)

    def _show_page(self, journey: Journey) -> None:
        """The first sections of the page so far; before the first answer there is none."""
        pane = self.query_one("#so-far", Reading)
        pane.display = bool(journey.answers) and self.size.width >= BESIDE
        if pane.display:
            entitle(pane, "So far", f"{self.key_of(SkipToAdvice)} reads it whole")
            sections = advice_sections(journey.advice)
            pane.query_one(DocumentText).show(islice(sections, FIRST))
            pane.scroll_home(animate=False, immediate=True)
            self.call_after_refresh(self._sign)

    def on_mount(self) -> None:
        """Wherever the page so far is scrolled to, its border says that it goes on."""
        super().on_mount()
        self.watch(self.query_one("#so-far"), "scroll_y", self._sign, init=False)

    def _sign(self) -> None:
        pane = self.query_one("#so-far", Reading)
        cut = len(self.journey.advice.sections) > FIRST
        rest = f"{self.key_of(SkipToAdvice)} reads the rest" if cut else ""
        more = round(pane.scroll_y) < pane.max_scroll_y
        pane.border_subtitle = Content("Page Down: more" if more else rest)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take the answer."""
        question = self.journey.question
        if question is not None and event.index < len(question.options):
            self.reader_app.go(self.journey.answered(question, question.options[event.index].id))

    def action_forward(self) -> None:
        """On, with the answer as it is."""
        after = self.journey.forward()
        if after is not None:
            self.reader_app.go(after)

    def action_say_where(self, what: str) -> None:
        """A key of the page, pressed too early: say where it works."""
        self.tell(f'"{what}" works on the page: {self.key_of(SkipToAdvice)} opens it.')

    def action_skip_to_advice(self) -> None:
        """To the page there is now; where only optional questions are left, past all of them."""
        journey = self.journey
        if journey.skippable and (skipped := journey.skipping_the_rest()).walked.finished:
            self.reader_app.go(skipped)
        else:
            self.reader_app.go(journey, page=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what leads somewhere from this question."""
        journey = self.journey
        if action == "forward":
            return True if journey.revisiting else None
        if action == "ready_for_buyer":
            return True if self.session.for_buyer and journey.scenario else None
        return super().check_action(action, parameters)


def dots(along: Progress) -> str:
    """The way as dots: behind, here, ahead. Empty where nobody knows how many there are."""
    if along.total is None:
        return ""
    behind, ahead = along.number - 1, along.total - along.number
    return " ".join([*"●" * behind, "◉", *"○" * ahead])


def _choice(option: Option, *, here: bool) -> Choice:
    details: tuple[tuple[Run, ...], ...] = (((option.hint, QUIET),),) if option.hint else ()
    note = "✓ skipped" if option.skip else "✓ your answer"
    return Choice(option.label, details, note=note if here else "")


def _look(question: Question) -> list[list[Run]]:
    return [[("Where to look: ", QUIET), (question.look, "")]] if question.look else []


def _why(question: Question) -> list[list[Run]]:
    return [[("Why we ask: ", QUIET), (question.why, QUIET)]] if question.why else []


def _how(count: int) -> str:
    word = "or" if count == 2 else "to"
    return f"Press 1 {word} {min(count, 9)}, or use the arrows and Enter."
