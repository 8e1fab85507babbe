"""A guide to its map."""

from guide.author.map.chart import THE_END, Map, Node
from guide.author.map.edges import Taken, Words, edges_from
from guide.journey.condition_words import condition_words
from guide.model.routes import routes
from guide.model.schema import ADVICE, Guide
from guide.states.graph import Graph
from guide.states.sweep import Change, Move, Sweep, unchanged


def map_of(guide: Guide, words: Words = condition_words) -> Map:
    """The map of a guide. Its routes must not run in a loop (G402)."""
    graph = Graph(guide)
    taken: Taken = set()

    def note(move: Move) -> Change[None]:
        choices = routes(move.question, move.option)
        number = next(n for n, route in enumerate(choices) if route is move.route)
        taken.add((move.question.id, move.option.id, number))
        return unchanged

    sweep = Sweep[None](graph, lambda _: (), None, note)
    states = sweep.counts()
    # What no route leads to comes last: on the map, and marked as a place that nobody reaches.
    names = dict.fromkeys((*graph.order, *guide.question))
    return Map(
        guide=guide.id,
        title=guide.title,
        start=guide.head.start,
        nodes=(
            *(
                Node(name, number, guide.question[name].text, states.get(name, 0))
                for number, name in enumerate(names, 1)
            ),
            Node(ADVICE, 0, THE_END, states[ADVICE]),
        ),
        edges=tuple(
            edge for name in names for edge in edges_from(graph, guide.question[name], taken, words)
        ),
        states=sum(states[name] for name in graph.order),
        paths=sweep.paths,
    )
