"""The letters: which can be written, and why another is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.journey.labels import scenario_words
from guide.sales.letters import refusal, wanted
from guide.sales.offered import in_order
from guide.tui.screens.letter import LetterScreen
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey

KEPT = "What you type stays on this machine; erasing the walk in the history erases it."
REFUSED = "Not for this report; what to do instead stands below it."


class LettersScreen(SheetScreen):
    """Letters."""

    ABOUT = (
        "The letters about your report, first the one for whoever needs to hear first. Choose one "
        "to fill its blanks. One that would mislead is refused: the lines below it say why, and "
        "what to send instead."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        guide, scenario = journey.guide, journey.scenario
        self._wanted = [wanted(guide, each.id, scenario) for each in in_order(guide, scenario)]

    def body(self) -> Iterable[Widget]:
        """The list."""
        with Body(classes="body part"):
            yield Prose([(KEPT, QUIET)], id="intro")
            yield Choices(spaced=True)

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar("Letters", scenario_words(self._journey.guide, self._journey.scenario))
        choices = []
        for each in self._wanted:
            why = refusal(each)
            lines = [each.letter.about]
            if why:
                lines = [f"Not for this report. {why.why}", f"Instead: {why.instead}"]
            details = tuple(((line, QUIET),) for line in lines)
            choices.append(Choice(each.letter.title, details, enabled=not why))
        self.query_one(Choices).offer(choices)
        self.query_one(Choices).focus(scroll_visible=False)  # or its foot, and not its head

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Write it."""

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Written to {path}")

        self.app.push_screen(LetterScreen(self._journey, self._wanted[event.index]), written)

    def on_choices_refused(self, event: Choices.Refused) -> None:
        """Lead to the letter to send instead, if there is one in the list."""
        why = refusal(self._wanted[event.index])
        letters = [each.letter for each in self._wanted]
        if why and why.send:
            event.choices.action_to(letters.index(why.send[0]))
        else:
            self.tell(REFUSED)
