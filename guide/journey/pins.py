"""Pages that a reader keeps in sight while walking or changing another."""

from dataclasses import replace
from typing import TypeAlias

from guide.journey.journey import Journey

MOST = 2
"""Pages that can be pinned: with the open one they are three."""

Pinned: TypeAlias = tuple[Journey, ...]


def same_page(page: Journey, other: Journey) -> bool:
    """Whether both stand on the page of one scenario."""
    alike = page.scenario == other.scenario and page.open == other.open
    return page.guide is other.guide and alike


def is_pinned(pinned: Pinned, journey: Journey) -> bool:
    """Whether the page of this journey is pinned."""
    return any(same_page(page, journey) for page in pinned)


def companions(pinned: Pinned, journey: Journey) -> Pinned:
    """The pinned pages that this one can be compared with: of its guide, and not itself."""
    return tuple(p for p in unpin(pinned, journey) if p.guide is journey.guide)


def pin(pinned: Pinned, journey: Journey) -> Pinned:
    """With this page pinned too; the oldest gives way where there are too many."""
    page = replace(journey, at="", aside=False, notice="", pinned=False)
    return (*companions(pinned, journey), page)[-MOST:]


def unpin(pinned: Pinned, journey: Journey) -> Pinned:
    """Without this page."""
    return tuple(page for page in pinned if not same_page(page, journey))


def why_not_compared(journeys: list[Journey]) -> str:
    """Why the pages of these can't be compared, in one line; empty if they can."""
    if not 2 <= len(journeys) <= MOST + 1:
        return "Mark two or three walks first, with Space."
    first = journeys[0]
    if any(journey.guide is not first.guide for journey in journeys):
        return "The marked walks are of different guides; mark walks of one guide."
    for index, journey in enumerate(journeys):
        if any(same_page(journey, other) for other in journeys[:index]):
            return "Two of the marked walks have the same page; mark others."
    return ""
