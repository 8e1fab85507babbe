"""The reader that an example speaks of: the answers such a reader gives, to the end."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from guide.journey.advice import Advice, advise
from guide.journey.walk import Step, walk
from guide.model.example import Example, Pair, as_scenario
from guide.model.schema import UNSET, Answers, Guide, Scenario
from guide.states.shortest import Goal, shortest_answers

_RUNGS: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"spine"}),
    frozenset({"spine", "finding"}),
    frozenset({"spine", "finding", "follow-up"}),
)
"""Kinds of facet that may be settled though the example does not name them, least first."""


class Reader(NamedTuple):
    """Somebody who answers as an example says, and the page they get."""

    trail: tuple[Step, ...]
    advice: Advice

    @property
    def options(self) -> frozenset[tuple[str, str]]:
        """The (question, option) pairs of the trail."""
        return frozenset((step.question.id, step.option.id) for step in self.trail)


def find_reader(guide: Guide, example: Example) -> Reader | None:
    """The reader who answers as the example says, by the shortest way.

    Facets that the example does not name stay unsettled where they can: first all of them, then
    all but the spine, then each of the others that need not be settled. None if nobody can answer
    like that.
    """
    given = as_scenario(example.answers)
    scenario = as_scenario(example.scenario)
    answers = _answers(guide, scenario, given)
    return reader_of(guide, answers) if answers is not None else None


def reader_of(guide: Guide, answers: Answers) -> Reader:
    """Whoever gives these answers."""
    where = walk(guide, answers)
    return Reader(where.trail, advise(guide, where.scenario))


def culprit(guide: Guide, example: Example) -> Pair | None:
    """The one row of the example without which there is such a reader."""
    for fewer, row in _one_less(example):
        if find_reader(guide, fewer) is not None:
            return row
    return None


def _answers(guide: Guide, scenario: Scenario, given: Answers) -> dict[str, str] | None:
    through = [guide.question[question].option(option) for question, option in given.items()]
    settled = {facet for option in through if option for facet in option.settles}
    for rung in _RUNGS:
        allowed = {
            facet.id: frozenset([scenario.get(facet.id, UNSET)])
            for facet in guide.facets
            if facet.id in scenario or not (facet.id in settled or facet.kind in rung)
        }
        answers = shortest_answers(guide, Goal(allowed, through=given))
        if answers is not None:
            return _held_back(guide, Goal(allowed, through=given), answers)
    return None


def _held_back(guide: Guide, goal: Goal, answers: dict[str, str]) -> dict[str, str]:
    """The answers, with nothing settled that need not be: last of all what everyone settles."""
    kinds = ("follow-up", "finding", "spine")
    free = [facet for facet in guide.facets if facet.id not in goal.allowed]
    for facet in sorted(free, key=lambda facet: kinds.index(facet.kind)):
        if facet.id not in walk(guide, answers).scenario or _settles(guide, goal, facet.id):
            continue
        closer = goal._replace(allowed={**goal.allowed, facet.id: frozenset([UNSET])})
        fewer = shortest_answers(guide, closer)
        if fewer is not None:
            goal, answers = closer, fewer
    return answers


def _settles(guide: Guide, goal: Goal, facet: str) -> bool:
    """Whether one of the answers that were named settles it."""
    through = [guide.question[question].option(option) for question, option in goal.through.items()]
    return any(option is not None and facet in option.settles for option in through)


def _one_less(example: Example) -> Iterator[tuple[Example, Pair]]:
    for field in ("answers", "scenario"):
        rows: tuple[Pair, ...] = getattr(example, field)
        for row in reversed(rows):
            rest = tuple(other for other in rows if other is not row)
            yield msgspec.structs.replace(example, **{field: rest}), row
