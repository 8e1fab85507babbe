"""A guide to its map."""

import sys

from guide.author.map.chart import THE_END, Map, Node
from guide.author.map.edges import Words, edges_from
from guide.journey.condition_words import condition_words
from guide.model.schema import ADVICE, Guide
from guide.states.onward import count_ways
from guide.states.readers import Readers
from guide.states.sets import EMPTY


def map_of(guide: Guide, words: Words = condition_words) -> Map:
    """The map of a guide. Its routes must not run in a loop (G402)."""
    readers = Readers(guide, sys.maxsize)
    graph, reached = readers.graph, readers.routes
    states = {name: readers.sets.count(these) for name, these in reached.before.items()}
    taken = {
        (*key, number)
        for key, routes in reached.taken.items()
        for number, these in enumerate(routes)
        if these != EMPTY
    }
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
        paths=count_ways(graph, readers.sets.functions),
    )
