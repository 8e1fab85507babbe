"""The doors of home: each is a job the guide does. A door whose job is not built is not drawn.

To add one, write how it opens and add a line to ``DOORS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from guide.model.schema import Guide
    from guide.tui.reader_app import ReaderApp


class Door(NamedTuple):
    """One job, as home offers it."""

    title: str
    words: str
    """What it does for a reader, in a sentence or two."""
    open: Callable[[ReaderApp, Guide], object]
    """Show its screen; what it imports, it imports then."""
    there: Callable[[Guide], object] = bool
    """Whether a guide has what the job needs."""


def _ask(app: ReaderApp, guide: Guide) -> None:
    from guide.journey.journey import Journey  # noqa: PLC0415 - 9 ms before the first paint

    app.go(Journey(guide))


def _glance(app: ReaderApp, guide: Guide) -> None:
    from guide.tui.screens.reading import GlanceScreen  # noqa: PLC0415 - 12 ms

    assert guide.glance is not None  # noqa: S101 - else the door is not drawn
    app.push_screen(GlanceScreen(guide, guide.glance))


def _practice(app: ReaderApp, guide: Guide) -> None:
    from guide.tui.screens.practice import PracticeScreen  # noqa: PLC0415 - 40 ms

    app.push_screen(PracticeScreen(guide))


def _buyer(app: ReaderApp, guide: Guide) -> None:
    """For the answers of this run or the last one kept; without any, the questions come first."""
    from guide.history.resolve import reopened  # noqa: PLC0415 - 13 ms
    from guide.journey.journey import Journey  # noqa: PLC0415 - 9 ms
    from guide.tui.screens.buyer import BuyerScreen  # noqa: PLC0415 - 5 ms

    session = app.session
    journey = session.journey
    if journey is None or journey.guide is not guide:
        kept = next((walk for walk in session.history.recent(30) if walk.guide == guide.id), None)
        journey = reopened(guide, kept).journey if kept else None
    if journey is not None and journey.scenario:
        app.push_screen(BuyerScreen(journey))
    else:
        session.for_buyer = True
        app.go(Journey(guide))


DOORS = (
    Door(
        "Where do I stand?",
        "A few short questions, and a page for your case after the first.",
        _ask,
    ),
    Door(
        "The guide at a glance",
        "The opinions, how buyers read them, the way back, every term.",
        _glance,
        lambda guide: guide.glance,
    ),
    Door(
        "Get ready for a buyer",
        "A one-page brief, their questions with answers, letters, a rehearsal.",
        _buyer,
        lambda guide: guide.replies,
    ),
    Door(
        "Practice",
        "Decide cases, alone or with a room. Works offline.",
        _practice,
        lambda guide: guide.cases,
    ),
)
