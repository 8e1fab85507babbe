"""The pages that are printed whole where there are too many: one for each way along the spine."""

from guide.model.schema import UNSET, Guide
from guide.states.graph import Graph
from guide.states.shortest import Goal, shortest_answers
from guide.states.sweep import Bounds, TooManyStates, sweep_all

LIMIT = 5_000
"""States; a guide with more has too many ways along its spine to print."""


def spine_answers(graph: Graph) -> list[dict[str, str]]:
    """For each set of values of the spine facets, the answers that settle it and least else."""
    guide = graph.guide
    spine = [facet.id for facet in guide.facets if facet.kind == "spine"]
    try:
        sweep = sweep_all(graph, spine, Bounds(LIMIT))
    except TooManyStates:
        return []
    whole: list[dict[str, str]] = []
    for end in sweep.ends():
        scenario = sweep.scenario(end)
        values = [scenario.get(facet, UNSET) for facet in spine]
        if UNSET not in values:
            whole.append({facet: scenario[facet] for facet in spine})
    order = {facet.id: [value.id for value in facet.values] for facet in guide.facets}
    whole.sort(key=lambda one: [order[facet].index(value) for facet, value in one.items()])
    return [_least(guide, scenario) for scenario in whole]


def _least(guide: Guide, spine: dict[str, str]) -> dict[str, str]:
    """Answers that settle the spine and nothing else; if there are none, the shortest."""
    wanted = {facet: frozenset([value]) for facet, value in spine.items()}
    rest = {facet.id: frozenset([UNSET]) for facet in guide.facets if facet.id not in spine}
    return (
        shortest_answers(guide, Goal(rest | wanted)) or shortest_answers(guide, Goal(wanted)) or {}
    )
