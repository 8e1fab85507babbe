"""Where everything stands on a map: layers by longest path, few crossings within them.

A way that passes several layers runs on a *rail*; ways to one target share it, so that a question
on which twenty answers meet has one line coming in, not twenty.
"""

from bisect import bisect, insort
from collections.abc import Iterable

from guide.author.map.chart import Edge, Layers, Spot
from guide.model.schema import ADVICE, Guide
from guide.states.graph import Graph

ROUNDS = 12
"""Sweeps down and up; more changed nothing on any guide tried."""

Open = list[list[Spot]]
"""Layers while they are being ordered."""
Links = dict[Spot, list[Spot]]


def arrange(guide: Guide, graph: Graph, edges: Iterable[Edge]) -> Layers:
    """The spots of each layer, in order; every edge leads from a layer to a later one."""
    ways = {(edge.source, edge.target): None for edge in edges}
    depth = _depths(guide, graph, list(ways))
    layers: Open = [[] for _ in range(max(depth.values()) + 1)]
    for name in (*graph.order, *guide.question, ADVICE):
        spot = Spot(name, rail=False)
        if spot not in layers[depth[name]]:
            layers[depth[name]].append(spot)
    down: list[Links] = [{} for _ in layers]
    for source, target in ways:
        here = Spot(source, rail=False)
        for layer in range(depth[source], depth[target]):
            last = layer + 1 == depth[target]
            following = Spot(target, rail=not last)
            links = down[layer].setdefault(here, [])
            if following not in links:
                links.append(following)
            if following not in layers[layer + 1]:
                layers[layer + 1].append(following)
            here = following
    return tuple(tuple(layer) for layer in _fewest_crossings(layers, down))


def _depths(guide: Guide, graph: Graph, ways: list[tuple[str, str]]) -> dict[str, int]:
    """Each node's layer; what the start does not lead to stands right above what it leads to."""
    leading: dict[str, list[str]] = {}
    for source, target in ways:
        leading.setdefault(source, []).append(target)
    depth = dict.fromkeys((*graph.order, ADVICE), 0)
    for name in graph.order:
        for target in leading.get(name, ()):
            depth[target] = max(depth[target], depth[name] + 1)
    waiting = [name for name in guide.question if name not in depth]
    while waiting:
        ready = [n for n in waiting if all(t in depth for t in leading.get(n, ()))]
        for name in ready or waiting:
            below = [depth[target] for target in leading.get(name, ()) if target in depth]
            depth[name] = min(below, default=1) - 1
        waiting = [name for name in waiting if name not in depth]
    least = min(depth.values())
    return {name: layer - least for name, layer in depth.items()}


def _fewest_crossings(layers: Open, down: list[Links]) -> Open:
    up: list[Links] = [{} for _ in layers]
    for layer, links in enumerate(down[:-1]):
        for above, below in links.items():
            for spot in below:
                up[layer + 1].setdefault(spot, []).append(above)
    best = [list(layer) for layer in layers]
    fewest = _crossings(best, down)
    for number in range(ROUNDS):
        if not fewest:
            break
        if number % 2:
            for layer in range(len(layers) - 2, -1, -1):
                _sort(layers[layer], layers[layer + 1], down[layer])
        else:
            for layer in range(1, len(layers)):
                _sort(layers[layer], layers[layer - 1], up[layer])
        crossings = _crossings(layers, down)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    return best


def _sort(layer: list[Spot], fixed: list[Spot], links: Links) -> None:
    """Put each spot at the mean place of those it is linked with: the barycentre."""
    place = {spot: n / max(1, len(fixed) - 1) for n, spot in enumerate(fixed)}
    own = {spot: n / max(1, len(layer) - 1) for n, spot in enumerate(layer)}

    def mean(spot: Spot) -> float:
        linked = links.get(spot)
        return sum(place[one] for one in linked) / len(linked) if linked else own[spot]

    layer.sort(key=mean)


def _crossings(layers: Open, down: list[Links]) -> int:
    """How many pairs of ways cross, over all layers."""
    count = 0
    for layer, links in enumerate(down[:-1]):
        place = {spot: n for n, spot in enumerate(layers[layer + 1])}
        ends: list[int] = []
        for spot in layers[layer]:
            below = sorted(place[one] for one in links.get(spot, ()))
            count += sum(len(ends) - bisect(ends, end) for end in below)
            for end in below:
                insort(ends, end)
    return count
