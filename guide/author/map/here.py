"""Where a reader stands on the map."""

from typing import NamedTuple

from guide.author.map.chart import Map
from guide.journey.walk import Walk
from guide.model.routes import routes
from guide.model.schema import ADVICE
from guide.states.graph import route_taken


class Here(NamedTuple):
    """A reader's way over the map."""

    trail: tuple[str, ...]
    """The questions answered, in order."""
    edges: tuple[int, ...]
    """The ways taken between them: places in ``Map.edges``."""
    current: str
    """The question to answer now, or ``advice``."""


def here(shown: Map, walk: Walk) -> Here:
    """The trail of a walk, and where it has come to."""
    numbers = {
        (edge.source, answer.option, answer.route): number
        for number, edge in enumerate(shown.edges)
        for answer in edge.answers
    }
    settled: dict[str, str] = {}
    taken = []
    for question, option in walk.trail:
        settled |= option.settles
        route = route_taken(question, option, settled)
        choices = routes(question, option)
        place = next((n for n, choice in enumerate(choices) if choice is route), -1)
        number = numbers.get((question.id, option.id, place))
        if number is not None:
            taken.append(number)
    trail = tuple(step.question.id for step in walk.trail)
    return Here(trail, tuple(taken), walk.next.id if walk.next else ADVICE)
