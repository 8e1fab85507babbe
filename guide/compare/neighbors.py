"""What would change if one answer were another: computed from every neighbor of a walk."""

from typing import NamedTuple

from guide.compare.ahead import Ahead
from guide.compare.difference import Only, difference
from guide.journey.advice import Advice, advise
from guide.journey.labels import own_facet
from guide.journey.walk import Step, Walk, answer, skip_ahead, walk
from guide.model.schema import Answers, Guide, Option, Section


class Neighbor(NamedTuple):
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
    changes: tuple[tuple[Section, tuple[Only, ...]], ...]
    """The sections that would read differently."""
    ranks: frozenset[int]
    """The verdicts it can come to, as places in the guide's order, 0 the best.

    One, where the page is known; without a page those of every way to answer on.
    """


class AnsweredQuestion(NamedTuple):
    """One question on the trail, and its other answers."""

    step: Step
    others: tuple[Neighbor, ...]

    @property
    def effects(self) -> tuple[Neighbor, ...]:
        """The answers that change the page."""
        return tuple(other for other in self.others if other.changes)

    @property
    def idle(self) -> tuple[Neighbor, ...]:
        """The answers that give the same page."""
        return tuple(other for other in self.others if other.page and not other.changes)

    @property
    def further(self) -> tuple[Neighbor, ...]:
        """The answers that lead on to questions that are still open."""
        return tuple(other for other in self.others if other.page is None)


class WhatIf(NamedTuple):
    """All neighbors of one finished walk."""

    page: Advice
    rank: int | None
    questions: tuple[AnsweredQuestion, ...]
    helps_most: tuple[Neighbor, ...]
    """Those with the best verdict, if it is better than now; all of equals.

    Only answers count that a reader could really have given, and only verdicts on the scale: a
    skipped question helps nobody, and a draft, of which it is too early to say, is no way out.
    Of one that leads on, what counts is the least that it is sure to bring.
    """
    hurts_most: tuple[Neighbor, ...]
    """Those with the worst verdict, if it is worse than now; all of equals."""
    could_help: tuple[Neighbor, ...]
    """Those that lead on and may end better than any that is sure."""
    could_hurt: tuple[Neighbor, ...]
    """Those that lead on and may end worse than any that is sure."""

    @property
    def guide(self) -> Guide:
        """The guide of all the pages."""
        return self.page.guide

    @property
    def neighbors(self) -> tuple[Neighbor, ...]:
        """Every other answer to every question, in the order of the trail."""
        return tuple(other for question in self.questions for other in question.others)

    @property
    def without_effect(self) -> tuple[AnsweredQuestion, ...]:
        """Questions to which every other answer with a page, and there is one, gives the same page.

        And every one that leads on keeps the verdict.
        """
        return tuple(
            question
            for question in self.questions
            if question.idle
            and not question.effects
            and all(other.ranks == {self.rank} for other in question.further)
        )


def what_if(guide: Guide, answers: Answers) -> WhatIf:
    """Look at every other answer to every question on the trail of a finished walk."""
    here = walk(guide, answers)
    page = advise(guide, here.scenario)
    ahead = Ahead(guide)
    questions = tuple(
        AnsweredQuestion(
            step,
            tuple(
                _neighbor(page, answers, step, option, ahead)
                for option in step.question.options
                if option.id != step.option.id
            ),
        )
        for step in here.trail
    )
    now = verdict_rank(page)
    early = {rank for rank, tone in enumerate(guide.head.tones) if tone.colour == "neutral"}
    every = [other for question in questions for other in question.others]
    rank = now if now is not None and now not in early else -1
    ranked = [n for n in every if rank >= 0 and n.ranks - early and _real(guide, n)]
    sure = [other for other in ranked if not other.ranks & early]
    best = min([rank, *(max(other.ranks) for other in sure)])
    worst = max([rank, *(min(other.ranks) for other in sure)])
    helps = tuple(other for other in sure if max(other.ranks) == best != rank)
    hurts = tuple(other for other in sure if min(other.ranks) == worst != rank)
    return WhatIf(
        page=page,
        rank=now,
        questions=questions,
        helps_most=helps,
        hurts_most=hurts,
        could_help=tuple(n for n in ranked if min(n.ranks - early) < best and n not in helps),
        could_hurt=tuple(n for n in ranked if max(n.ranks - early) > worst and n not in hurts),
    )


def _real(guide: Guide, neighbor: Neighbor) -> bool:
    """Whether somebody who knows the answer could give this one: it says something of its own.

    "I'm not sure" is an answer that settles nothing, to a question that asks outright.
    """
    option = neighbor.option
    unsure = not option.settles and own_facet(guide, neighbor.step.question) is not None
    return not (option.skip or option.same_as or unsure)


def verdict_rank(page: Advice) -> int | None:
    """The place of a page's verdict in the guide's own order, 0 the best."""
    ids = [tone.id for tone in page.guide.head.tones]
    return ids.index(page.tone.id) if page.tone else None


def _neighbor(page: Advice, answers: Answers, step: Step, option: Option, ahead: Ahead) -> Neighbor:
    guide = page.guide
    change = answer(guide, answers, step.question.id, option.id)
    settled = skip_ahead(guide, change.answers)
    there = walk(guide, settled)
    other = advise(guide, there.scenario) if there.finished else None
    changes = tuple(
        (section, only)
        for section in guide.sections
        if other is not None and (only := difference(section, page, other))
    )
    ranks = ahead.ranks(there, settled)
    return Neighbor(step, option, settled, change.dropped, there, other, changes, ranks)
