"""How far to the right each spot of a map stands, in any unit: straight lines, nothing overlaps.

Each layer is placed by least squares: every spot as near as can be to the mean of what it is
linked with, in the given order and at least a gap apart (pool adjacent violators).
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from guide.author.map.chart import Layers, Spot

ROUNDS = 24
"""Sweeps down and up. The shipped guide stands still after half as many."""


class Link(NamedTuple):
    """A line from a spot to one in the next layer."""

    above: Spot
    below: Spot
    leaves: float
    """How far from the middle of the upper spot the line leaves."""


class Room(NamedTuple):
    """How much room the spots need, in the unit of the drawing."""

    width_of: Callable[[Spot], float]
    gap: float
    """What is to stay free between two."""


class _Pull(NamedTuple):
    """Where something draws a spot to, and how strongly."""

    where: float
    weight: float


Row = dict[Spot, float]
"""The middles of a layer's spots, in order."""
Pulls = dict[Spot, list[_Pull]]


def place(layers: Layers, links: list[list[Link]], room: Room) -> list[Row]:
    """The middle of every spot of every layer; the leftmost edge is at 0.

    Args:
        layers: the spots, in order.
        links: for each layer, the lines to the next one.
        room: how wide they are, and how much is to stay free between them.

    """
    rows = [_packed(layer, room) for layer in layers]
    for number in range(ROUNDS):
        if number % 2:
            for layer in range(len(layers) - 2, -1, -1):
                rows[layer] = _settle(rows[layer], _up(links[layer], rows[layer + 1]), room)
        else:
            for layer in range(1, len(layers)):
                rows[layer] = _settle(rows[layer], _down(links[layer - 1], rows[layer - 1]), room)
    left = min(middle - room.width_of(spot) / 2 for row in rows for spot, middle in row.items())
    return [{spot: middle - left for spot, middle in row.items()} for row in rows]


def _down(links: list[Link], above: Row) -> Pulls:
    return _pulls((link, link.below, above[link.above] + link.leaves) for link in links)


def _up(links: list[Link], below: Row) -> Pulls:
    return _pulls((link, link.above, below[link.below] - link.leaves) for link in links)


def _pulls(found: Iterable[tuple[Link, Spot, float]]) -> Pulls:
    pulls: Pulls = {}
    for link, spot, where in found:
        straight = 8.0 if link.above.rail and link.below.rail else 1.0
        pulls.setdefault(spot, []).append(_Pull(where, straight))
    return pulls


def _packed(layer: Iterable[Spot], room: Room) -> Row:
    """The spots side by side from 0 on."""
    row = {}
    left = 0.0
    for spot in layer:
        row[spot] = left + room.width_of(spot) / 2
        left += room.width_of(spot) + room.gap
    return row


def _settle(row: Row, pulls: Pulls, room: Room) -> Row:
    """The places nearest to where the spots are drawn that keep order and gap."""
    packed = _packed(row, room)
    pools: list[tuple[float, float, int]] = []
    for spot, now in row.items():
        mine = pulls.get(spot) or [_Pull(now, 0.1)]
        weight = sum(pull.weight for pull in mine)
        mean = sum(pull.where * pull.weight for pull in mine) / weight - packed[spot]
        pools.append((mean, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (right, heavy, many), (left, light, few) = pools.pop(), pools.pop()
            both = heavy + light
            pools.append(((left * light + right * heavy) / both, both, few + many))
    shifts = [mean for mean, _, count in pools for _ in range(count)]
    return {spot: middle + s for (spot, middle), s in zip(packed.items(), shifts, strict=True)}
