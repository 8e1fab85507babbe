"""A reader's way over the map."""

from guide.author.map.chart import Edge, Map
from guide.journey.walk import Walk
from guide.model.routes import routes
from guide.states.graph import route_taken


def way_over(chart: Map, walk: Walk) -> tuple[Edge, ...]:
    """The edges that a walk has taken, in order."""
    edges = {
        (edge.source, answer.option, answer.route): edge
        for edge in chart.edges
        for answer in edge.answers
    }
    settled: dict[str, str] = {}
    way = []
    for question, option in walk.trail:
        settled |= option.settles
        route = route_taken(question, option, settled)
        choices = routes(question, option)
        place = next((n for n, choice in enumerate(choices) if choice is route), -1)
        if (edge := edges.get((question.id, option.id, place))) is not None:
            way.append(edge)
    return tuple(way)
