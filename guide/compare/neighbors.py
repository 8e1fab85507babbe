"""What would change if one answer were another: computed from every neighbour of a walk."""

from typing import NamedTuple

from guide.compare.ahead import Ahead
from guide.compare.difference import Difference, difference
from guide.journey.advice import Advice, advise
from guide.journey.walk import Step, Walk, answer, skip_ahead, walk
from guide.model.schema import Answers, Guide, Option, Section


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
    ranks: frozenset[int]
    """The verdicts it can come to, as places in the guide's order, 0 the best.

    One, where the page is known; without a page those of every way to answer on.
    """

    @property
    def rank(self) -> int | None:
        """The verdict, if it can be only one."""
        return next(iter(self.ranks)) if len(self.ranks) == 1 else None


class WhatIf(NamedTuple):
    """All neighbours of one finished walk."""

    page: Advice
    rank: int | None
    neighbours: tuple[Neighbour, ...]
    helps_most: tuple[Neighbour, ...]
    """Those with the best verdict, if it is better than now; all of equals.

    Of one that leads on, what counts is the least that it is sure to bring.
    """
    hurts_most: tuple[Neighbour, ...]
    """Those with the worst verdict, if it is worse than now; all of equals."""
    could_help: tuple[Neighbour, ...]
    """Those that lead on and may end better than any that is sure."""
    could_hurt: tuple[Neighbour, ...]
    """Those that lead on and may end worse than any that is sure."""
    without_effect: tuple[Step, ...]
    """Questions on the trail to which every other answer with a page gives the same page.

    And every one that leads on keeps the verdict.
    """


def what_if(guide: Guide, answers: Answers) -> WhatIf:
    """Look at every other answer to every question on the trail of a finished walk."""
    here = walk(guide, answers)
    page = advise(guide, here.scenario)
    ahead = Ahead(guide)
    found = tuple(
        _neighbour(page, answers, Step(step.question, option), step, ahead)
        for step in here.trail
        for option in step.question.options
        if option.id != step.option.id
    )
    now = verdict_rank(page)
    ranked = tuple(one for one in found if one.ranks) if now is not None else ()
    sure_best = min((max(one.ranks) for one in ranked), default=0)
    sure_worst = max((min(one.ranks) for one in ranked), default=0)
    best, worst = min(sure_best, now or 0), max(sure_worst, now or 0)
    helps = tuple(one for one in ranked if max(one.ranks) == best != now)
    hurts = tuple(one for one in ranked if min(one.ranks) == worst != now)
    return WhatIf(
        page=page,
        rank=now,
        neighbours=found,
        helps_most=helps,
        hurts_most=hurts,
        could_help=tuple(n for n in ranked if min(n.ranks) < best and n not in helps),
        could_hurt=tuple(n for n in ranked if max(n.ranks) > worst and n not in hurts),
        without_effect=tuple(step for step in here.trail if _no_effect(step, found, now)),
    )


def verdict_rank(page: Advice) -> int | None:
    """The place of a page's verdict in the guide's own order, 0 the best."""
    ids = [tone.id for tone in page.guide.head.tones]
    return ids.index(page.tone.id) if page.tone else None


def _neighbour(page: Advice, answers: Answers, given: Step, now: Step, ahead: Ahead) -> Neighbour:
    guide = page.guide
    change = answer(guide, answers, given.question.id, given.option.id)
    settled = skip_ahead(guide, change.answers)
    there = walk(guide, settled)
    other = advise(guide, there.scenario) if there.finished else None
    changes: list[tuple[Section, Difference]] = []
    if other is not None:
        every = ((section, difference(section, page, other)) for section in guide.sections)
        changes = [(section, found) for section, found in every if found.only]
    ranks = ahead.ranks(there, settled)
    return Neighbour(
        now, given.option, settled, change.dropped, there, other, tuple(changes), ranks
    )


def _no_effect(step: Step, found: tuple[Neighbour, ...], now: int | None) -> bool:
    mine = [one for one in found if one.step == step]
    pages = [one for one in mine if one.page is not None]
    on = [one for one in mine if one.page is None]
    return bool(pages) and not any(one.changes for one in pages) and all(o.rank == now for o in on)
