"""Where a reader is: the guide, the answers, and which question is on show.

A value, not a place: every step makes a new one. What can be computed is computed.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

from guide.journey.advice import Advice, advise
from guide.journey.labels import conclusion, step_line
from guide.journey.still_open import still_open
from guide.journey.walk import Change, Walk, answer, in_order, skip_ahead, walk
from guide.model.schema import Guide, Question

MOST_NAMED = 2
"""Answers kept that a notice still names; of more it says how many."""


@dataclass(frozen=True)
class Journey:
    """One reader's way through one guide."""

    guide: Guide
    answers: dict[str, str] = field(default_factory=dict)
    at: str = ""
    """The question looked at again; empty: wherever the answers lead."""
    aside: bool = False
    """Looked at from the page of advice: back returns there."""
    visiting: bool = False
    """Led here by a search, not by the reader's own answers: not kept."""
    former: "Journey | None" = None
    """While visiting, where back returns to; None is home."""
    led: str = ""
    """While visiting, what led here, in a sentence; empty: a search."""
    pinned: bool = False
    """Pinned: the next change begins a walk of its own, so that the history keeps both."""
    resting: bool = False
    """As it was opened: nothing is kept of it until the reader answers."""
    walk_id: str | None = None
    """Under which the history keeps it; None until it is kept."""
    notice: str = ""
    """What the last step did to other answers; shown once."""

    @cached_property
    def walked(self) -> Walk:
        """Where the answers lead."""
        return walk(self.guide, self.answers)

    @cached_property
    def question(self) -> Question | None:
        """The question on show; None when the advice is."""
        for step in self.walked.trail:
            if step.question.id == self.at:
                return step.question
        return self.walked.next

    @property
    def revisiting(self) -> bool:
        """Whether the question on show is one answered before."""
        return self.question is not None and self.question is not self.walked.next

    @cached_property
    def scenario(self) -> dict[str, str]:
        """What is known, the answers to questions still ahead included."""
        known = dict(self.walked.scenario)
        if not self.walked.finished:
            for question_id, option_id in self.answers.items():
                question = self.guide.question.get(question_id)
                option = question.option(option_id) if question else None
                for facet, value in (option.settles if option else {}).items():
                    known.setdefault(facet, value)
        return in_order(self.guide, known)

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The spine facets that this reader can still settle."""
        return () if self.walked.finished else tuple(still_open(self.guide, self.scenario))

    @cached_property
    def advice(self) -> Advice:
        """The page for what is known."""
        return advise(self.guide, self.scenario, self.open)

    def answered(self, question: Question, option_id: str) -> "Journey":
        """After an answer to a question on the way, new or changed."""
        before = self.answers.get(question.id)
        change = answer(self.guide, self.answers, question.id, option_id)
        notice = ""
        if before is not None and before != option_id:
            notice = _what_changed(self.guide, question, change)
        elif before is None:  # what was kept, in case, may fall away only now
            notice = _what_fell_away(self.guide, change)
        if before != option_id:
            notice = " ".join(
                filter(None, (notice, _what_it_settles(self.guide, change, question)))
            )
        parts = self.pinned and change.answers != self.answers
        return replace(
            self,
            walk_id=None if parts else self.walk_id,
            pinned=self.pinned and not parts,
            led="",
            resting=False,
            answers=change.answers,
            at="",
            aside=False,
            notice=notice,
            visiting=False,  # an answer makes it the reader's own, kept beside the former one
            former=None,
        )

    def would_lose(self, question: Question, option_id: str) -> str:
        """Which later answers would no longer apply after this one, in a sentence or none."""
        return _what_fell_away(
            self.guide, answer(self.guide, self.answers, question.id, option_id), "Drops"
        )

    def back(self) -> "Journey | None":
        """At the question before the one on show, or the page; None before the first."""
        if self.aside:
            return replace(self, at="", aside=False, notice="")
        trail = self.walked.trail
        if self.question is None:
            # Of those skipped in a row before the page, only the first was surely on show.
            while len(trail) > 1 and trail[-1].option.skip and trail[-2].option.skip:
                trail = trail[:-1]
        ids = [step.question.id for step in trail]
        here = self.question.id if self.question is not None else ""
        before = ids[: ids.index(here)] if here in ids else ids
        return replace(self, at=before[-1], notice="") if before else None

    def forward(self) -> "Journey | None":
        """At the question after the one looked at again, answers as they are; None at the end."""
        if not self.revisiting or self.question is None:
            return None
        ids = [step.question.id for step in self.walked.trail]
        after = ids[ids.index(self.question.id) + 1 :]
        return replace(self, at=after[0] if after else "", notice="")

    def looking_at(self, question_id: str) -> "Journey":
        """At an earlier question, to change its answer."""
        return replace(self, at=question_id, aside=self.question is None, notice="")

    def skipping_the_rest(self) -> "Journey":
        """With every optional question still to come skipped."""
        answers = skip_ahead(self.guide, self.answers)
        return replace(self, answers=answers, at="", aside=False, notice="", resting=False)

    @property
    def skippable(self) -> bool:
        """Whether the question on show is optional."""
        return self.question is not None and self.question.skip is not None


def _what_it_settles(guide: Guide, change: Change, question: Question) -> str:
    option = question.option(change.answers.get(question.id, ""))
    sentence = conclusion(guide, question, option) if option else ""
    return f"{sentence} Go back if that looks wrong." if sentence else ""


def _what_changed(guide: Guide, question: Question, change: Change) -> str:
    """What fell away, and how many other answers were kept, in plain words."""
    option = question.option(change.answers.get(question.id, ""))
    parts = [f"Changed to '{option.label}'." if option else "Changed."]
    lost = _what_fell_away(guide, change)
    ids = list(change.answers)
    later = [
        step_line(guide, guide.question[other], chosen)
        for other in (ids[ids.index(question.id) + 1 :] if question.id in ids else [])
        if (chosen := guide.question[other].option(change.answers[other])) and not chosen.skip
    ]
    now = walk(guide, change.answers)
    if lost:
        parts.append(lost)
    if later and now.next is not None:
        parts.append(f"{_answers(len(later))} kept for now, in case the questions come up again.")
    elif len(later) > MOST_NAMED:
        parts.append(f"{_answers(len(later))} kept.")
    elif later:
        parts.append(f"Kept: {'; '.join(later)}.")
    elif not lost:
        parts.append("No other answer was affected.")
    return " ".join(parts)


def _what_fell_away(guide: Guide, change: Change, lead: str = "No longer applies") -> str:
    dropped = [step_line(guide, step.question, step.option) for step in change.dropped]
    return f"{lead}: {'; '.join(dropped)}." if dropped else ""


def _answers(count: int) -> str:
    return "1 later answer is" if count == 1 else f"{count} later answers are"
