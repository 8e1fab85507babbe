"""How far along a reader is."""

from collections.abc import Iterator

from guide.journey.labels import own_facet
from guide.journey.walk import Step, Walk
from guide.model.routes import next_question
from guide.model.schema import Guide, Question

MOST_AHEAD = 12
"""Questions looked ahead for a total; the ways double with each, and nobody counts that far."""


def progress(guide: Guide, walked: Walk, question: Question) -> str:
    """How far along, in words that are true: a total only where every way has it."""
    before = _trail_before(walked, question)
    facet = own_facet(guide, question)
    earlier = [f for step in before if (f := own_facet(guide, step.question))]
    if facet is None:
        return f"Finding out: {earlier[-1].label}" if earlier else "Finding out"
    number = 1 + sum(1 for other in earlier if other.kind == facet.kind)
    settled: dict[str, str] = {}
    for step in before:
        settled |= step.option.settles
    ahead = set(_counts(guide, question, settled, facet.kind))
    total = f" of {number - 1 + ahead.pop()}" if len(ahead) == 1 else ""
    return f"{'Optional' if facet.kind == 'follow-up' else 'Question'} {number}{total}"


def _trail_before(walked: Walk, question: Question) -> tuple[Step, ...]:
    for index, step in enumerate(walked.trail):
        if step.question.id == question.id:
            return walked.trail[:index]
    return walked.trail


def _counts(
    guide: Guide, question: Question, settled: dict[str, str], kind: str, deep: int = MOST_AHEAD
) -> Iterator[int]:
    """How many questions of this kind each plain way from here still asks, this one included.

    Plain: every question answered outright. A diagnostic is a detour, and the words say so.
    """
    facet = own_facet(guide, question)
    if facet is None or facet.kind != kind or deep == 0:
        yield 0
        return
    plain = [o for o in question.options if facet.id in o.settles or o.skip]
    for option in plain:
        scenario = settled | option.settles
        following = next_question(guide, question, option, scenario)
        if following is None:
            yield 1
            continue
        for count in set(_counts(guide, following, scenario, kind, deep - 1)):
            yield 1 + count
