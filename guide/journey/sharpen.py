"""Which one answer would sharpen an unfinished page most."""

from collections.abc import Iterable

from guide.journey.advice import advise
from guide.journey.labels import own_question
from guide.model.schema import Facet, Guide, Question, Scenario


def sharpest_question(guide: Guide, scenario: Scenario, facets: Iterable[str]) -> Question | None:
    """The question whose answer changes most of the page, whatever the answer is.

    Of each facet still to be settled, the blocks that come and go are counted for every value;
    the average decides, and of equals the guide's own order.
    """
    wanted = set(facets)
    open_facets = [facet for facet in guide.facets if facet.id in wanted]
    if not open_facets:
        return None
    return own_question(guide, max(open_facets, key=lambda facet: _change(guide, scenario, facet)))


def _change(guide: Guide, scenario: Scenario, facet: Facet) -> float:
    """How many blocks come or go on average when this facet is settled."""
    now = _blocks(guide, scenario)
    changes = (len(now ^ _blocks(guide, {**scenario, facet.id: v.id})) for v in facet.values)
    return sum(changes) / len(facet.values)


def _blocks(guide: Guide, scenario: Scenario) -> set[str]:
    return {passage.block.id for passage in advise(guide, scenario).blocks()}
