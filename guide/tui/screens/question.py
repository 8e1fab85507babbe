"""One question: its text, why it is asked, where to look, and the options."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from guide.journey.progress import progress
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.question import QUESTION
from guide.tui.screens.walk import WalkScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.trail import Trail, TrailLine
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.model.schema import Option, Question
    from guide.tui.typeset import Run


FEW_LINES = 20
"""Below this height the options come right after the question."""


class QuestionScreen(WalkScreen):
    """A question."""

    CSS_PATH = ["walk.tcss", "question.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = QUESTION
    BINDINGS = bindings(QUESTION)
    ABOUT = (
        "One question at a time. Choose an answer by its number, with the arrows and Enter, "
        "or with the mouse. Nothing is final: go back, or list your answers and change one; later "
        "answers are kept where they still apply."
    )

    def body(self) -> Iterable[Widget]:
        """The trail beside or above the question."""
        yield TrailLine()
        with Horizontal(id="columns", classes="part"):
            with Body(id="trail-pane"):
                yield Trail()
            with Body(classes="body part"):
                yield Prose(id="asked")
                yield Prose(id="look")
                yield Choices(id="options")
                yield Prose(id="how")
                yield Prose(id="why")

    def show(self) -> None:
        """Show the question the reader is at."""
        super().show()
        journey = self.journey
        question = journey.question
        if question is None:
            return
        self.bar(journey.guide.title, progress(journey.guide, journey.walked, question))
        self.query_one("#asked", Prose).show([(question.text, STRONG)])
        self._place_reasons()
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

    def _to_the_top(self) -> None:
        self.query_one(".body", Body).scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Where there are few lines, the options come before the reasons."""
        self._place_reasons()

    def _place_reasons(self) -> None:
        question = self.journey.question if self.session.journey else None
        if question is None:
            return
        look, why = _look(question), _why(question)
        few = self.size.height < FEW_LINES
        self.query_one("#look", Prose).show(*([] if few else look))
        self.query_one("#why", Prose).show(*([*look, *why] if few else why))

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

    def action_skip_to_advice(self) -> None:
        """To the page there is now; where only optional questions are left, past all of them."""
        journey = self.journey
        if journey.skippable and (skipped := journey.skipping_the_rest()).walked.finished:
            self.reader_app.go(skipped)
        else:
            self.reader_app.go(journey, page=True)

    def action_advice_so_far(self) -> None:
        """The page for what is answered so far."""
        self.reader_app.go(self.journey, page=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what leads somewhere from this question."""
        journey = self.journey
        if action == "forward":
            return True if journey.revisiting else None
        return super().check_action(action, parameters)


def _choice(option: Option, *, here: bool) -> Choice:
    details: tuple[tuple[Run, ...], ...] = (((option.hint, QUIET),),) if option.hint else ()
    return Choice(option.label, details, note="✓ your answer" if here else "")


def _look(question: Question) -> list[list[Run]]:
    return [[("Where to look: ", QUIET), (question.look, "")]] if question.look else []


def _why(question: Question) -> list[list[Run]]:
    return [[("Why we ask: ", QUIET), (question.why, QUIET)]] if question.why else []


def _how(count: int) -> str:
    word = "or" if count == 2 else "to"
    return f"Press 1 {word} {min(count, 9)}, or use the arrows and Enter."
