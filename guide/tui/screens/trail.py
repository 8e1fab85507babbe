"""Your answers: each of them can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.english import plural
from guide.journey.labels import name_step
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.trail import ANSWER, FOUND
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.model.schema import Question
    from guide.tui.typeset import Run

CHANGE = "Choose an answer to change it."


class TrailScreen(DialogScreen):
    """The answers. Ends with the journey after the change."""

    ABOUT = (
        "Your answers in the order of the questions. Choose one to change it here: its options "
        "say which of your later answers would fall away. Escape goes back to the list, then "
        "closes it."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._question: Question | None = None
        """The question whose options are listed; None: the answers are."""

    def body(self) -> Iterable[Widget]:
        """The list."""
        with Body(classes="body part"):
            yield Prose(id="intro")
            yield Choices(id="answers")

    def on_mount(self) -> None:
        """Show it, the cursor on the first answer."""
        super().on_mount()
        self._list_answers()
        self.query_one(Choices).focus(scroll_visible=False)

    def _list_answers(self, cursor: int = 0) -> None:
        self._question = None
        trail = self._journey.walked.trail
        self.bar("Your answers", plural(len(trail), "answer"))
        choices = []
        for step in trail:
            named = name_step(self._journey.guide, step)
            details: list[tuple[Run, ...]] = [((ANSWER, QUIET), (named.answer, STRONG))]
            if named.settled:
                details.append(((f"{FOUND}{named.settled}", QUIET),))
            choices.append(Choice(named.title, tuple(details)))
        self._show(CHANGE, choices, cursor)

    def _list_options(self, question: Question) -> None:
        """The options, each with what it would do to later answers."""
        self._question = question
        journey = self._journey
        given = journey.answers.get(question.id, "")
        number = [step.question.id for step in journey.walked.trail].index(question.id) + 1
        self.bar("Your answers", f"answer {number} of {len(journey.walked.trail)}")
        choices = []
        for option in question.options:
            here = option.id == given
            details: list[tuple[Run, ...]] = [((option.hint, QUIET),)] if option.hint else []
            lost = "" if here else journey.would_lose(question, option.id)
            if lost:
                details.append((("! ", "$care-sign"), (lost, "")))
            choices.append(Choice(option.label, tuple(details), "✓ your answer" if here else ""))
        ids = [option.id for option in question.options]
        self._show(question.text, choices, ids.index(given) if given in ids else 0)

    def _show(self, intro: str, choices: list[Choice], cursor: int) -> None:
        style = STRONG if self._question else QUIET
        self.query_one("#intro", Prose).show([(intro, style)])
        self.query_one(Choices).offer(choices, cursor)
        self.call_after_refresh(self.query_one(Choices).show_cursor)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """List the options of that question; of those, take one."""
        if self._question is None:
            self._list_options(self._journey.walked.trail[event.index].question)
            return
        option = self._question.options[event.index]
        if option.id == self._journey.answers.get(self._question.id):
            self.action_close_sheet()
        else:
            self.dismiss(self._journey.answered(self._question, option.id))

    def action_close_sheet(self) -> None:
        """From the options up to the answers, from there back to where the reader was."""
        if self._question is None:
            self.dismiss(None)
            return
        ids = [step.question.id for step in self._journey.walked.trail]
        self._list_answers(ids.index(self._question.id))
