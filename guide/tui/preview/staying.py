"""Where on a screen the author is, so that the new version is shown at the same place."""

from typing import NamedTuple

from textual.screen import Screen

from guide.tui.screens.advice import AdviceScreen
from guide.tui.screens.question import QuestionScreen
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choices


class Place(NamedTuple):
    """A place that an id names, and how it stands on the screen."""

    id: str
    """Of the block with the mark, or of the option under the cursor."""
    above: int
    """Lines from the top of what is seen to the block; on a question, how far it is scrolled."""
    question: str = ""


def place_on(screen: Screen[object]) -> Place | None:
    """Where the author is on a question or a page."""
    if isinstance(screen, AdviceScreen) and (passage := screen.page.passage) is not None:
        above = screen.scroll.above_mark
        return Place(passage.block.id, above)
    if isinstance(screen, QuestionScreen) and (question := screen.journey.question) is not None:
        cursor = screen.query_one(Choices).cursor
        option = question.options[cursor].id if cursor < len(question.options) else ""
        return Place(option, round(screen.query_one(".body", Body).scroll_y), question.id)
    return None


def return_to(screen: Screen[object], place: Place) -> None:
    """Go to that place, if the screen still has it."""
    if isinstance(screen, AdviceScreen):
        _to_passage(screen, place)
    elif isinstance(screen, QuestionScreen):
        _to_option(screen, place)


def _to_passage(screen: AdviceScreen, place: Place) -> None:
    blocks = screen.journey.advice.blocks()
    index = next((n for n, passage in enumerate(blocks) if passage.block.id == place.id), None)
    if index is None:
        return
    screen.page.mark(index)

    def scroll() -> None:
        screen.scroll.show_mark(above=place.above)

    screen.call_after_refresh(scroll)


def _to_option(screen: QuestionScreen, place: Place) -> None:
    question = screen.journey.question
    if question is None or question.id != place.question:
        return
    ids = [option.id for option in question.options]
    if place.id in ids:
        choices = screen.query_one(Choices)
        choices.cursor = ids.index(place.id)
        choices.changed()
    body = screen.query_one(".body", Body)
    screen.call_after_refresh(body.scroll_to, y=place.above, animate=False, immediate=True)
