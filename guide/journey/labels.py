"""What questions and answers are called: by the facet a question asks for, in the guide's words."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.journey.walk import Step
from guide.model.schema import Facet, Guide, Option, Question, Scenario, Value

SKIPPED = "Skipped"


class Named(NamedTuple):
    """One step of the trail in words."""

    title: str
    answer: str
    settled: str
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
    # Each look at who asks for a facet goes through all questions: 12 ms of a new page for all.
    settled = {facet_id for option in question.options for facet_id in option.settles}
    for facet in guide.facets:
        asked = facet.id in settled and facet.kind != "finding"
        if asked and own_question(guide, facet) is question:
            return facet
    return None


def name_step(guide: Guide, step: Step) -> Named:
    """A step of the trail in words."""
    facet = own_facet(guide, step.question)
    if step.option.skip:
        return Named(facet.label if facet else step.question.text, SKIPPED, "")
    if facet is not None:
        return Named(facet.label, step.option.label, "")
    settled = "; ".join(
        f"{other.label}: {value.label}"
        for other, value in _settled(guide, step.option)
        if other.kind != "finding"
    )
    return Named(step.question.text, step.option.label, settled)


def conclusion(guide: Guide, question: Question, option: Option) -> str:
    """What a diagnostic has found out for somebody who was not sure, as a sentence, or nothing."""
    settled = name_step(guide, Step(question, option)).settled
    return f"That settles: {settled}." if settled else ""


def step_line(guide: Guide, question: Question, option: Option) -> str:
    """A step on one line: ``Opinion: Qualified``."""
    named = name_step(guide, Step(question, option))
    between = " " if named.title.endswith("?") else ": "
    return f"{named.title}{between}{named.answer}"


def crumbs(guide: Guide, trail: tuple[Step, ...]) -> list[str]:
    """What each answer came to, as the steps of a path in a few words.

    After "I am not sure" the detour gives way to what it settled.
    """
    path: list[str] = []
    wanted, start = "", 0
    """The facet that a detour is to find out, and where it began."""
    detour: list[str] = []
    for step in trail:
        facet = own_facet(guide, step.question)
        settles = step.option.settles
        if step.option.skip:
            continue
        if facet is not None:
            wanted, start = ("" if facet.id in settles else facet.id), len(path)
            detour = []
            path.append(step.option.label)
            continue
        if not wanted:  # a question in passing: "no" to it says nothing by itself
            path += _values(guide, step.option)
            continue
        detour += [v.label for f, v in _settled(guide, step.option) if f.kind != "finding"]
        if wanted in settles:
            path[start:] = detour
            wanted = ""
        else:
            path.append(step.option.label)
    return path


def _values(guide: Guide, option: Option) -> Iterator[str]:
    """The labels of what an answer settles; a finding needs its facet's name to be understood."""
    for facet, value in _settled(guide, option):
        yield f"{facet.label}: {value.label}" if facet.kind == "finding" else value.label


def _settled(guide: Guide, option: Option) -> Iterator[tuple[Facet, Value]]:
    for facet_id, value_id in option.settles.items():
        facet = guide.facet.get(facet_id)
        if facet is not None and (value := facet.value(value_id)) is not None:
            yield facet, value


def scenario_pairs(guide: Guide, scenario: Scenario) -> list[tuple[str, str]]:
    """The labels of the facets that are settled and of their values, in the guide's order."""
    pairs = []
    for facet in guide.facets:
        value = facet.value(scenario.get(facet.id, ""))
        if value is not None:
            pairs.append((facet.label, value.label))
    return pairs


def scenario_words(guide: Guide, scenario: Scenario) -> str:
    """The scenario by its labels: ``Opinion: Qualified · Exceptions: None``."""
    pairs = scenario_pairs(guide, scenario)
    return " · ".join(f"{facet}: {value}" for facet, value in pairs) or "Nothing settled yet"
