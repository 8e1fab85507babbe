"""Get ready for a buyer: the ways to the brief, the replies, the letters and the rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from guide.journey.labels import scenario_words
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.model.schema import Guide


class Way(NamedTuple):
    """A way on from here."""

    label: str
    about: str
    screen: Callable[[Journey], Screen[Any]]
    there: Callable[[Guide], object] = bool
    """Whether a guide has what it needs."""


def _brief(journey: Journey) -> Screen[Any]:
    from guide.tui.screens.brief import BriefScreen  # noqa: PLC0415 - 40 ms with the plan

    return BriefScreen(journey)


def _replies(journey: Journey) -> Screen[Any]:
    from guide.tui.screens.replies import RepliesScreen  # noqa: PLC0415 - 10 ms

    return RepliesScreen(journey)


def _letters(journey: Journey) -> Screen[Any]:
    from guide.tui.screens.letters import LettersScreen  # noqa: PLC0415 - 20 ms

    return LettersScreen(journey)


def _rehearsal(journey: Journey) -> Screen[Any]:
    from guide.tui.screens.rehearsal import RehearsalScreen  # noqa: PLC0415 - 10 ms

    return RehearsalScreen(journey)


WAYS = (
    Way("A one-page brief for a call", "What to say first, and what they will ask.", _brief),
    Way("What they will ask", "Every question with its answer; find one by its words.", _replies),
    Way(
        "Letters",
        "To buyers, customers and your board; one that would mislead is refused.",
        _letters,
        lambda guide: guide.letters,
    ),
    Way("Rehearse", "The guide asks as a buyer would, and asks on.", _rehearsal),
)


class BuyerScreen(DialogScreen):
    """Get ready for a buyer."""

    ABOUT = (
        "What you take into a call, made from your answers: a brief on one page, every question a "
        "buyer may ask with what to say, letters, and a rehearsal. What you type stays on this "
        "machine."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._ways = [way for way in WAYS if way.there(journey.guide)]

    def body(self) -> Iterable[Widget]:
        """Whose answers these are for, and the ways on."""
        journey = self._journey
        with Body(classes="body part"):
            yield Prose([(scenario_words(journey.guide, journey.scenario), QUIET)], id="intro")
            yield Choices(id="ways", spaced=True)

    def on_mount(self) -> None:
        """Offer the ways on."""
        super().on_mount()
        self.bar("Get ready for a buyer")
        choices = [Choice(way.label, (((way.about, QUIET),),)) for way in self._ways]
        self.query_one(Choices).offer(choices)
        self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open one; closing what is behind it comes back here."""
        self.app.push_screen(self._ways[event.index].screen(self._journey))
