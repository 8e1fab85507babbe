"""In which order the facets of a guide make small diagrams (``states.sets``)."""

from collections.abc import Iterable

from guide.model.schema import Guide
from guide.states.graph import Graph


def last_settled_first(facets: Iterable[str], *guides: Guide) -> list[str]:
    """The facets, those settled last on top: then settling one touches only the root."""
    first: dict[str, int] = {}
    for guide in guides:
        for rank, name in enumerate(Graph(guide).order):
            for option in guide.question[name].options:
                for facet in option.settles:
                    first.setdefault(facet, rank)
    return sorted(facets, key=lambda facet: -first.get(facet, -1))
