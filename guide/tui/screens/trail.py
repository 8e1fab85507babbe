"""Your answers: each of them can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.english import plural
from guide.journey.labels import name_step
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.model.schema import Option, Question
    from guide.tui.typeset import Run

ANSWER = "→ "
"""Before an answer, so that it is told from its question without colour."""
FOUND = "so "
"""Before what a diagnostic found out."""
CHANGE = "Choose an answer to change it."


class Answers(Choices):
    """The answers, the options of one of them open below it: numbers then mean its options."""

    opened = range(0)
    """The places of these options; empty where none are open."""

    def number(self, index: int) -> str:
        """Of an answer; while options are open, of an option."""
        if not self.opened:
            return super().number(index)
        if index in self.opened:
            return f"  {index - self.opened.start + 1}"
        return "▾" if index + 1 == self.opened.start else "▸"

    def numbered(self, number: int) -> int | None:
        """The answer with this number, or the option."""
        if not self.opened:
            return super().numbered(number)
        return self.opened[number - 1] if 0 < number <= len(self.opened) else None


class TrailScreen(DialogScreen):
    """The answers. Ends with the journey after the change."""

    ABOUT = (
        "Your answers in the order of the questions. Choose one to change it here: its options "
        "open below it, and each says which of your later answers would fall away. Escape folds "
        "them, then closes the list."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._rows: list[tuple[Question, Option | None]] = []
        """What each line of the list is: an answer, or an option of the one that is open."""

    def body(self) -> Iterable[Widget]:
        """The list."""
        with Body(classes="body part"):
            yield Prose([(CHANGE, QUIET)], id="intro")
            yield Answers(id="answers")

    def on_mount(self) -> None:
        """Show it, the cursor on the first answer."""
        super().on_mount()
        self.bar("Your answers", plural(len(self._journey.walked.trail), "answer"))
        self._list()
        self.query_one(Answers).focus(scroll_visible=False)

    def _list(self, opened: Question | None = None, cursor: Question | None = None) -> None:
        """The answers; below the one that is open its options, the cursor on the one given."""
        answers, journey = self.query_one(Answers), self._journey
        rows: list[tuple[Question, Option | None]] = []
        choices: list[Choice] = []
        at, places = 0, range(0)
        for step in journey.walked.trail:
            named = name_step(journey.guide, step)
            details: list[tuple[Run, ...]] = [((ANSWER, QUIET), (named.answer, STRONG))]
            if named.settled:
                details.append(((f"{FOUND}{named.settled}", QUIET),))
            if step.question is cursor:
                at = len(rows)
            rows.append((step.question, None))
            if step.question is opened:
                details = [((step.question.text, STRONG),)]
            choices.append(Choice(named.title, tuple(details)))
            if step.question is opened:
                places = range(len(rows), len(rows) + len(opened.options))
                at = places.start + opened.options.index(step.option)
                rows += [(opened, option) for option in opened.options]
                choices += [self._choice(opened, option, step.option) for option in opened.options]
        self._rows, answers.opened = rows, places
        answers.offer(choices, at)
        self.call_after_refresh(answers.show_cursor)

    def _choice(self, question: Question, option: Option, given: Option) -> Choice:
        """An option, with what it would do to later answers."""
        details: list[tuple[Run, ...]] = [((option.hint, QUIET),)] if option.hint else []
        lost = "" if option is given else self._journey.would_lose(question, option.id)
        if lost:
            details.append((("! ", "$care-sign"), (lost, "")))
        return Choice(option.label, tuple(details), "✓ your answer" if option is given else "")

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open the options of that answer, or fold them; of options, take one."""
        question, option = self._rows[event.index]
        if option is None:
            folds = event.index + 1 == self.query_one(Answers).opened.start
            self._list(None if folds else question, question)
        elif option.id == self._journey.answers.get(question.id):
            self.action_close_sheet()
        else:
            self.dismiss(self._journey.answered(question, option.id))

    def action_close_sheet(self) -> None:
        """Fold the options; from the answers back to where the reader was."""
        opened = self.query_one(Answers).opened
        if opened:
            self._list(cursor=self._rows[opened.start][0])
        else:
            self.dismiss(None)
