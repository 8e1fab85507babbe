"""What would change if one answer were another: computed from every neighbour of a walk."""

from typing import NamedTuple

from guide.advice import Advice, advise
from guide.compare.difference import Difference, difference
from guide.model.schema import Answers, Guide, Option, Section
from guide.walk import Step, Walk, answer, skip_ahead, walk


class Neighbour(NamedTuple):
    """The page after one other answer to one question; all else stays as it is.

    Optional questions that it brings up are skipped.
    """

    step: Step
    """The question, and the answer given now."""
    option: Option
    """The other answer."""
    answers: dict[str, str]
    dropped: tuple[Step, ...]
    """Later answers that would no longer apply."""
    walked: Walk
    page: Advice | None
    """None if the other answer leads to questions that are still open."""
    changes: tuple[tuple[Section, Difference], ...]
    """The sections that would read differently."""
    rank: int | None
    """The verdict's place in the guide's order, 0 the best; None without a page or a verdict."""


class WhatIf(NamedTuple):
    """All neighbours of one finished walk."""

    page: Advice
    rank: int | None
    neighbours: tuple[Neighbour, ...]
    helps_most: Neighbour | None
    """The one with the best verdict, if it is better than now; of equals the first."""
    hurts_most: Neighbour | None
    """The one with the worst verdict, if it is worse than now; of equals the first."""
    without_effect: tuple[Step, ...]
    """Questions on the trail to which every other answer gives the same page."""


def what_if(guide: Guide, answers: Answers) -> WhatIf:
    """Look at every other answer to every question on the trail of a finished walk."""
    here = walk(guide, answers)
    page = advise(guide, here.scenario)
    found = tuple(
        _neighbour(page, answers, step, option)
        for step in here.trail
        for option in step.question.options
        if option.id != step.option.id
    )
    now = verdict_rank(page)
    ranked = [one for one in found if one.rank is not None]
    best = min(ranked, key=_rank, default=None)
    worst = max(ranked, key=_rank, default=None)
    return WhatIf(
        page=page,
        rank=now,
        neighbours=found,
        helps_most=best if best and now is not None and _rank(best) < now else None,
        hurts_most=worst if worst and now is not None and _rank(worst) > now else None,
        without_effect=tuple(step for step in here.trail if _no_effect(step, found)),
    )


def verdict_rank(page: Advice) -> int | None:
    """The place of a page's verdict in the guide's own order, 0 the best."""
    ids = [tone.id for tone in page.guide.head.tones]
    return ids.index(page.tone.id) if page.tone else None


def _neighbour(page: Advice, answers: Answers, step: Step, option: Option) -> Neighbour:
    guide = page.guide
    change = answer(guide, answers, step.question.id, option.id)
    settled = skip_ahead(guide, change.answers)
    there = walk(guide, settled)
    other = advise(guide, there.scenario) if there.finished else None
    changes: list[tuple[Section, Difference]] = []
    if other is not None:
        every = ((section, difference(section, page, other)) for section in guide.sections)
        changes = [(section, found) for section, found in every if found.only]
    rank = verdict_rank(other) if other else None
    return Neighbour(step, option, settled, change.dropped, there, other, tuple(changes), rank)


def _rank(neighbour: Neighbour) -> int:
    return neighbour.rank if neighbour.rank is not None else 0


def _no_effect(step: Step, found: tuple[Neighbour, ...]) -> bool:
    mine = [one for one in found if one.step == step]
    return bool(mine) and all(one.page is not None and not one.changes for one in mine)
