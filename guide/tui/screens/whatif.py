"""What would change this? Each other answer, what it changes, and the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose
from guide.whatif import words
from guide.whatif.view import Asked, Effect, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from guide.compare.neighbours import Neighbour
    from guide.tui.journey import Journey
    from guide.tui.typeset import Run


_SAME = "The same page."


class WhatIfScreen(SheetScreen):
    """What if."""

    ABOUT = (
        "What each other answer would change, one answer at a time, and which change helps most "
        "or hurts most by the guide's own order of verdicts. Enter opens the page that an answer "
        "leads to; there, Back returns to the page you came from. Your own answers stay as they "
        "are. An answer that leads on to further questions can only be given at its question."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._offered: list[Neighbour] = []

    def body(self) -> Iterable[Widget]:
        """What matters most, then the list."""
        with Body(classes="body part"):
            yield Prose(id="intro")
            yield Choices(id="neighbours", spaced=True)

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        shown = view(self._journey.guide, self._journey.answers)
        self.bar(words.TITLE)
        lines: list[list[Run]] = [[(line, "")] for line in words.summary(shown)]
        self.query_one("#intro", Prose).show(*lines, [(words.SKIPPED, QUIET)])
        choices = [choice for asked in shown.asked for choice in self._asked(asked)]
        self.query_one(Choices).offer(choices)
        self.query_one(Choices).focus(scroll_visible=False)

    def _asked(self, asked: Asked) -> Iterator[Choice]:
        group = f"Instead of {asked.title}"
        for effect in asked.effects:
            self._offered.append(effect.neighbour)
            yield Choice(words.heading(effect), _details(effect), "", group)
        for one in asked.idle:
            self._offered.append(one)
            yield Choice(one.option.label, (((_SAME, QUIET),),), "", group, enabled=False)
        for one in asked.further:
            self._offered.append(one)
            question = one.walked.next.text if one.walked.next else ""
            detail = f"Leads on to further questions: {question}"
            yield Choice(one.option.label, (((detail, QUIET),),), "", group, enabled=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """To its page."""
        self.dismiss(self._offered[event.index])


def _details(effect: Effect) -> tuple[tuple[tuple[str, str], ...], ...]:
    return tuple(((f"{label}: ", QUIET), (text, "")) for label, text in words.details(effect))
