"""Whom a promise leaves without a block: not the nearest reader alone, but every group of them."""

from typing import NamedTuple

from guide.model.conditions import Conditional, tests
from guide.states.graph import Graph
from guide.states.grid import Grid, Table
from guide.states.packing import EVERYONE, met
from guide.states.promises import Promise
from guide.states.sweep import Bounds, TooManyStates, sweep_all


class Hole(NamedTuple):
    """Readers for whom a promise has no block, and the shortest answers of one of them."""

    readers: Table
    """What they have in common, of the facets that the promise reads; empty: not known."""
    answers: dict[str, str]


def find_holes(
    graph: Graph, promise: Promise, nearest: dict[str, str], limit: int
) -> tuple[Hole, ...]:
    """Who gets no block, in as few groups as have something in common, the nearest first.

    Args:
        graph: the questions.
        promise: one that leaves somebody without a block.
        nearest: the shortest answers that show it.
        limit: states told apart; beyond it the nearest stands for all.

    """
    part = promise.for_some
    things: list[Conditional] = [*promise.blocks, *([part] if part else [])]
    read = {test.facet for thing in things for test in tests(thing)}
    facets = [facet.id for facet in graph.guide.facets if facet.id in read]
    try:
        sweep = sweep_all(graph, facets, Bounds(limit))
    except TooManyStates:
        return (Hole({}, nearest),)
    ends = sweep.ends()
    rules = [graph.packing.rule(block) for block in promise.blocks]
    meant = graph.packing.rule(part) if part else EVERYONE
    bare = [
        met(meant, end.values) and not any(met(rule, end.values) for rule in rules) for end in ends
    ]
    grid = Grid(facets, [sweep.scenario(end) for end in ends])
    found = []
    for table in grid.condition(sum(1 << number for number, one in enumerate(bare) if one)):
        inside = grid.within(table)
        mine = [end for number, end in enumerate(ends) if inside >> number & 1]
        found.append(Hole(table, min(mine, key=lambda end: end.steps).answers()))
    return tuple(sorted(found, key=lambda hole: len(hole.answers)))
