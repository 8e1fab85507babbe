"""Your answers: each of them can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from guide.tui.typeset import Run


class Answers(Choices):
    """The list. Each entry has its number, also where no key chooses it."""

    def number(self, index: int) -> str:
        """All in one column."""
        return str(index + 1).rjust(len(str(len(self.choices))))


class TrailScreen(DialogScreen):
    """The answers."""

    ABOUT = (
        "Your answers in the order of the questions. Choose one to see its question again and "
        "change it. Later answers are kept where they still apply, and you are told which."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    def body(self) -> Iterable[Widget]:
        """The list."""
        with Body(classes="body part"):
            yield Prose([("Choose an answer to change it.", QUIET)], id="intro")
            yield Answers(id="answers")

    def on_mount(self) -> None:
        """Show it, the cursor on the first answer."""
        super().on_mount()
        self.bar("Your answers")
        trail = self._journey.walked.trail
        choices = []
        for step in trail:
            named = name_step(self._journey.guide, step)
            details: list[tuple[Run, ...]] = [((ANSWER, QUIET), (named.answer, STRONG))]
            if named.settled:
                details.append(((f"{FOUND}{named.settled}", QUIET),))
            choices.append(Choice(named.title, tuple(details)))
        self.query_one(Answers).offer(choices)
        self.query_one(Answers).focus(scroll_visible=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """That question again."""
        self.dismiss(self._journey.walked.trail[event.index].question.id)
