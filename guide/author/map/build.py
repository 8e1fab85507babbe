"""A guide to its map."""

from guide.author.map.chart import THE_END, Layers, Map, Node
from guide.author.map.edges import Taken, edges_from
from guide.author.map.layout import arrange
from guide.model.routes import routes
from guide.model.schema import ADVICE, Guide
from guide.states.graph import Graph
from guide.states.sweep import Change, Move, Sweep, unchanged


def map_of(guide: Guide) -> Map:
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
    edges = [edge for one in guide.questions for edge in edges_from(graph, one, taken)]
    layers = arrange(guide, graph, edges)
    nodes = _numbered(guide, layers, states)
    by_number = {node.id: node.number for node in nodes}
    return Map(
        guide=guide.id,
        title=guide.title,
        start=guide.head.start,
        nodes=nodes,
        edges=tuple(sorted(edges, key=lambda edge: by_number[edge.source])),
        layers=layers,
        states=sum(states[name] for name in graph.order),
        paths=sweep.paths,
    )


def _numbered(guide: Guide, layers: Layers, states: dict[str, int]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for layer, spots in enumerate(layers):
        for order, spot in enumerate(spots):
            if spot.rail or spot.id == ADVICE:
                continue
            text = guide.question[spot.id].text
            count = states.get(spot.id, 0)
            nodes.append(Node(spot.id, len(nodes) + 1, text, layer, order, count))
    layer, order = next(
        (layer, spots.index(spot))
        for layer, spots in enumerate(layers)
        for spot in spots
        if spot.id == ADVICE and not spot.rail
    )
    return (*nodes, Node(ADVICE, 0, THE_END, layer, order, states[ADVICE]))
