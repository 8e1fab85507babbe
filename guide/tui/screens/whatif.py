"""What would change this? Each other answer, what it changes, and the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Grid

from guide.compare.neighbors import AnsweredQuestion, Neighbor, WhatIf, what_if
from guide.document.blocks import Line, Run
from guide.pages.whatif import ABOUT, TITLE, cards, details, heading, rated
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.tui.typeset import Run as TextRun

CARDS = ("helps", "hurts", "nothing")
FEW = 3
"""Parts of a page that are named; of more it is said how many."""
SAME = "The same page."
SAME_PAGE = "With that answer the page is the same."
LEADS_ON = "That answer leads on. To try it, close this and change it where it was asked."


class WhatIfScreen(SheetScreen):
    """What if."""

    CSS_PATH = ["sheet.tcss", "whatif.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "What each other answer would change, one answer at a time, and which change helps most "
        "or hurts most by the guide's own order of verdicts. Enter opens the page that an answer "
        "leads to; there, Back returns to this list. Your own answers stay as they "
        "are. An answer that leads on can only be given where it was asked."
    )

    def __init__(self, journey: Journey, looked_at: dict[str, str] | None = None) -> None:
        """Show a journey's neighbours, the cursor on the one with the answers looked at."""
        super().__init__()
        self._journey = journey
        self._looked_at = looked_at
        self._offered: list[Neighbor] = []

    def body(self) -> Iterable[Widget]:
        """What matters most, then the list."""
        with Body(classes="body part"):
            with Grid(id="cards"):
                for name in CARDS:
                    yield DocumentText((), id=name, classes="card")
            yield Prose([(ABOUT, QUIET)], id="about")
            yield Choices(id="neighbours", spaced=True)

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        answers = what_if(self._journey.guide, self._journey.answers)
        self.bar(TITLE)
        for name, card in zip(CARDS, cards(answers, rated(answers)), strict=True):
            words = (Run(f"{card.title}: ", f"tone-{card.color}"), Run(card.words))
            self.query_one(f"#{name}", DocumentText).show([Line(words)])
        choices = [c for question in answers.questions for c in self._choices(answers, question)]
        places = [n for n, other in enumerate(self._offered) if other.answers == self._looked_at]
        offered = self.query_one(Choices)
        offered.offer(choices, places[0] if places else 0)
        offered.focus(scroll_visible=False)
        if places:
            self.call_after_refresh(offered.show_cursor)

    def _choices(self, answers: WhatIf, question: AnsweredQuestion) -> Iterator[Choice]:
        asked, given = question.step
        instead = "skipping it" if given.skip else f'"{given.label}"'
        group = f"{asked.text} Instead of {instead}:"
        for neighbor in (*question.effects, *question.idle, *question.further):
            self._offered.append(neighbor)
            same = neighbor in question.idle
            lines = (((SAME, QUIET),),) if same else tuple(_details(answers, neighbor))
            opens = neighbor in question.effects
            yield Choice(heading(answers, neighbor), lines, group=group, enabled=opens)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """To its page."""
        self.dismiss(self._offered[event.index])

    def on_choices_refused(self, event: Choices.Refused) -> None:
        """Say why there is nothing to open."""
        leads_on = self._offered[event.index].page is None
        self.tell(LEADS_ON if leads_on else SAME_PAGE)


def _details(answers: WhatIf, neighbor: Neighbor) -> Iterator[tuple[TextRun, ...]]:
    for label, text in details(answers, neighbor):
        many = label == "Changes" and text.count(",") >= FEW
        words = f"{len(neighbor.changes)} parts of the page." if many else text
        yield (f"{label}: ", QUIET), (words, "")
