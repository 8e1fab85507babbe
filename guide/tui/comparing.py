"""From the history to a comparison: the marked walks become the pinned pages and the open one."""

from typing import TYPE_CHECKING

from guide.journey.pins import MOST, pin, same_page

if TYPE_CHECKING:
    from guide.journey.journey import Journey
    from guide.tui.app import GuideApp

MOST_WALKS = MOST + 1
"""How many can be compared at once."""


def why_not(journeys: "list[Journey]") -> str:
    """Why these can't be compared, in one line; empty if they can."""
    if not 2 <= len(journeys) <= MOST_WALKS:
        return "Mark two or three walks first, with Space."
    first = journeys[0]
    if any(journey.guide is not first.guide for journey in journeys):
        return "The marked walks are of different guides; mark walks of one guide."
    for index, journey in enumerate(journeys):
        if any(same_page(journey, other) for other in journeys[:index]):
            return "Two of the marked walks have the same page; mark others."
    return ""


def compare_walks(app: "GuideApp", journeys: "list[Journey]") -> None:
    """Open the page of the last one, the others pinned, and what differs on top of it."""
    from guide.tui.screens.compare import CompareScreen

    *others, last = journeys
    app.pinned = ()
    for journey in others:
        app.pinned = pin(app.pinned, journey)
    app.go(last, page=True)
    app.push_screen(CompareScreen())
