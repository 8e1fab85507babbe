"""The letters: which can be written, and why another is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.journey.labels import scenario_words
from guide.sales.letters import letters_of, refusal, wanted
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


class LettersScreen(SheetScreen):
    """Letters."""

    ABOUT = (
        "The letters about your report. Choose one to fill its blanks. One that would mislead is "
        "refused: the line below it says why, and choosing it says above what to send instead."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        guide, scenario = journey.guide, journey.scenario
        self._wanted = [wanted(guide, each.id, scenario) for each in letters_of(guide).letters]

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
            line = f"Not for this report. {why.why}" if why else each.letter.about
            choices.append(Choice(each.letter.title, (((line, QUIET),),), enabled=not why))
        first = next((n for n, choice in enumerate(choices) if choice.enabled), 0)
        self.query_one(Choices).offer(choices, first)
        self.query_one(Choices).focus(scroll_visible=False)  # or its foot, and not its head

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Write it."""

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Written to {path}")

        self.app.push_screen(LetterScreen(self._journey, self._wanted[event.index]), written)

    def on_choices_refused(self, event: Choices.Refused) -> None:
        """Say what to send instead."""
        if why := refusal(self._wanted[event.index]):
            doors = ", ".join(letter.title for letter in why.send)
            line = f"{why.instead} In this list: {doors}." if doors else why.instead
            self.tell(f"Instead: {line}")
