"""What a reader with an unfinished scenario can still be asked."""

from collections.abc import Iterator

from guide.model.schema import Guide, Option, Question, Scenario
from guide.states.shortest import Goal, Shortest


def still_open(guide: Guide, scenario: Scenario) -> dict[str, Question]:
    """The spine facets that some way on from here settles, each with the question that asks for it.

    Of several questions it is the one that asks most directly: most of its answers settle the
    facet. What no way leads to, for whoever has this scenario, is left out.
    """
    shortest = Shortest(guide)
    allowed = {facet: frozenset([value]) for facet, value in scenario.items()}
    result = {}
    for facet in guide.facets:
        if facet.kind != "spine" or facet.id in scenario:
            continue
        for question, options in _asking(guide, facet.id):
            goals = (
                Goal(
                    {**allowed, facet.id: frozenset([o.settles[facet.id]])},
                    through={question.id: o.id},
                )
                for o in options
            )
            if any(shortest.to_page(goal) is not None for goal in goals):
                result[facet.id] = question
                break
    return result


def _asking(guide: Guide, facet: str) -> Iterator[tuple[Question, list[Option]]]:
    """The questions with answers that settle a facet, the most direct first."""
    pairs = [(q, [o for o in q.options if facet in o.settles]) for q in guide.questions]
    yield from sorted((p for p in pairs if p[1]), key=lambda pair: -len(pair[1]))
