"""What a decision record is made of: the pages compared, and what only a person can say."""

import datetime
from string import ascii_uppercase
from typing import NamedTuple

from guide.cleaning import clean_line, clean_text
from guide.compare.comparison import compare_pages
from guide.compare.reasons import Together
from guide.decide.statuses import PROPOSED
from guide.document.body import plain
from guide.journey.advice import Advice, AdviceSection
from guide.journey.walk import Step
from guide.model.schema import Guide
from guide.plan.records import Plan

NAMES = ascii_uppercase
"""What the options are called, the first of them the scenario that the record is about."""


class Decision(NamedTuple):
    """What only a person can say; empty where nobody has said it yet."""

    text: str
    """What was decided, and why."""
    deciders: str
    date: datetime.date
    """The day of the decision."""
    status: str = PROPOSED
    title: str = ""
    """What the decision is called."""
    chosen: str = ""
    """The name of the option that was chosen."""
    consulted: str = ""
    informed: str = ""

    @property
    def cleaned(self) -> "Decision":
        """The same without what a terminal would obey; nothing is cut off."""
        return self._replace(
            text=clean_text(self.text, len(self.text)),
            deciders=_line(self.deciders),
            title=_line(self.title),
            consulted=_line(self.consulted),
            informed=_line(self.informed),
        )


def _line(text: str) -> str:
    return clean_line(text, len(text))


class ConsideredOption(NamedTuple):
    """A scenario that was considered."""

    name: str
    page: Advice
    changed: Together = ()
    """The answers in which it is not the first option."""
    rank: int = 0
    """Places in the guide's order of verdicts that it is worse than the first; below 0: better."""
    sections: tuple[str, ...] = ()
    """The titles of the sections that read differently."""
    gained: tuple[str, ...] = ()
    """Notices it has and the first has not."""
    lost: tuple[str, ...] = ()


class DecisionRecord(NamedTuple):
    """One decision."""

    options: tuple[ConsideredOption, ...]
    trail: tuple[Step, ...]
    """The questions and answers that led to the first option."""
    decision: Decision
    plan: Plan | None = None
    """The recovery plan of the first option, if days for it are known."""
    note: str = ""
    """What the reader had noted on the walk."""

    @property
    def chosen(self) -> ConsideredOption | None:
        """The option that was chosen; of only one, that one once something was decided."""
        if len(self.options) == 1:
            return self.options[0] if self.decision.text else None
        chosen = self.decision.chosen
        return next((option for option in self.options if option.name == chosen), None)

    @property
    def guide(self) -> Guide:
        """The guide of all options."""
        return self.page.guide

    @property
    def page(self) -> Advice:
        """The page that the record is about."""
        return self.options[0].page

    @property
    def verdict(self) -> tuple[AdviceSection, ...]:
        """The sections that hold the verdict."""
        return tuple(s for s in self.page.sections if any(b.block.tone for b in s.blocks))

    @property
    def notices(self) -> tuple[AdviceSection, ...]:
        """The section to check first, if the page has it."""
        return tuple(s for s in self.page.sections if s.section.holds_notices)

    @property
    def next_steps(self) -> tuple[AdviceSection, ...]:
        """What the page says follows."""
        return steps_of(self.page)

    @property
    def quoted(self) -> Advice:
        """The page with only what the record quotes: what its sources are listed for."""
        quoted = {s.section.id for s in (*self.verdict, *self.notices, *self.next_steps)}
        return self.page._replace(
            sections=tuple(s for s in self.page.sections if s.section.id in quoted)
        )


def steps_of(page: Advice) -> tuple[AdviceSection, ...]:
    """What a page says is to be done."""
    return tuple(s for s in page.sections if s.section.holds_steps)


def decision_record(  # noqa: PLR0913  -- what a record is made of, each part named
    page: Advice,
    trail: tuple[Step, ...],
    versus: tuple[Advice, ...],
    decision: Decision,
    *,
    plan: Plan | None = None,
    note: str = "",
) -> DecisionRecord:
    """A record about a page, with other pages of the same guide as options beside it."""
    others = (_option(name, page, other) for name, other in zip(NAMES[1:], versus, strict=False))
    options = (ConsideredOption(NAMES[0], page), *others)
    return DecisionRecord(options, trail, decision.cleaned, plan, note)


def _option(name: str, page: Advice, other: Advice) -> ConsideredOption:
    comparison = compare_pages((page, other))
    notices = [
        change
        for part in comparison.sections
        if part.section.holds_notices
        for change in part.changes[0]
    ]
    return ConsideredOption(
        name,
        other,
        comparison.changed[0],
        _rank(other) - _rank(page),
        tuple(part.section.title for part in comparison.sections),
        tuple(plain(change.new.body) for change in notices if change.new),
        tuple(plain(change.old.body) for change in notices if change.old),
    )


def _rank(page: Advice) -> int:
    tones = [tone.id for tone in page.guide.head.tones]
    return tones.index(page.tone.id) if page.tone else 0
