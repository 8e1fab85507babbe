"""What questions and answers are called on the trail, and how far along a reader is."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.schema import Facet, Guide, Option, Question
from guide.walk import Step, Walk, next_question

SKIPPED = "Skipped"


class Named(NamedTuple):
    """One step of the trail in words."""

    title: str
    answer: str
    found: str
    """What a diagnostic settled by this answer; empty where the answer says so itself."""


def own_question(guide: Guide, facet: Facet) -> Question | None:
    """The question that asks for this facet outright: the first with the most of its values.

    A diagnostic may settle one value in passing.
    """
    best, most = None, 0
    for question in guide.questions:
        values = {o.settles[facet.id] for o in question.options if facet.id in o.settles}
        if len(values) > most:
            best, most = question, len(values)
    return best


def own_facet(guide: Guide, question: Question) -> Facet | None:
    """The facet that this question asks for outright; None for a diagnostic."""
    for facet in guide.facets:
        if facet.kind != "finding" and own_question(guide, facet) is question:
            return facet
    return None


def name_step(guide: Guide, step: Step) -> Named:
    """A step of the trail in words."""
    facet = own_facet(guide, step.question)
    if step.option.skip:
        return Named(facet.label if facet else step.question.text, SKIPPED, "")
    if facet is not None:
        return Named(facet.label, step.option.label, "")
    return Named(step.question.text, step.option.label, _settled(guide, step.option))


def step_line(guide: Guide, question: Question, option: Option) -> str:
    """A step on one line: ``Opinion: Qualified``."""
    named = name_step(guide, Step(question, option))
    between = " " if named.title.endswith("?") else ": "
    return f"{named.title}{between}{named.answer}"


def _settled(guide: Guide, option: Option) -> str:
    found = []
    for facet_id, value_id in option.settles.items():
        facet = guide.facet.get(facet_id)
        value = facet.value(value_id) if facet else None
        if facet is not None and value is not None and facet.kind != "finding":
            found.append(f"{facet.label}: {value.label}")
    return "; ".join(found)


def progress(guide: Guide, walked: Walk, question: Question) -> str:
    """How far along, in words that are true: a total only where every way has it."""
    before = _trail_before(walked, question)
    facet = own_facet(guide, question)
    if facet is None:
        asked = next((f for s in reversed(before) if (f := own_facet(guide, s.question))), None)
        return f"Finding out: {asked.label}" if asked else "Finding out"
    done = [f for step in before if (f := own_facet(guide, step.question))]
    number = 1 + sum(1 for other in done if other.kind == facet.kind)
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
    guide: Guide, question: Question, settled: dict[str, str], kind: str, deep: int = 12
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
