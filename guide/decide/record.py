"""What a decision record is made of: the pages compared, and what only a person can say."""

import datetime
from string import ascii_uppercase
from typing import NamedTuple

from guide.cleaning import clean_line, clean_text
from guide.compare.comparison import compare_pages
from guide.compare.reasons import Together
from guide.decide.standing import PROPOSED
from guide.document.body import plain
from guide.journey.advice import Advice, ShownSection
from guide.journey.walk import Step
from guide.model.schema import Guide
from guide.plan.records import Plan

NAMES = ascii_uppercase
"""What the options are called, the first of them the scenario that the record is about."""


class Typed(NamedTuple):
    """What only a person can say; empty where nobody has said it yet."""

    decision: str
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
    def cleaned(self) -> "Typed":
        """The same without what a terminal would obey; nothing is cut off."""
        return self._replace(
            decision=clean_text(self.decision, len(self.decision)),
            deciders=_line(self.deciders),
            title=_line(self.title),
            consulted=_line(self.consulted),
            informed=_line(self.informed),
        )


def _line(text: str) -> str:
    return clean_line(text, len(text))


class Option(NamedTuple):
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


class Record(NamedTuple):
    """One decision."""

    options: tuple[Option, ...]
    trail: tuple[Step, ...]
    """The questions and answers that led to the first option."""
    typed: Typed
    plan: Plan | None = None
    """The recovery plan of the first option, if days for it are known."""
    note: str = ""
    """What the reader had noted on the walk."""

    @property
    def chosen(self) -> Option | None:
        """The option that was chosen; of only one, that one once something was decided."""
        if len(self.options) == 1:
            return self.options[0] if self.typed.decision else None
        return next((one for one in self.options if one.name == self.typed.chosen), None)

    @property
    def guide(self) -> Guide:
        """The guide of all options."""
        return self.page.guide

    @property
    def page(self) -> Advice:
        """The page that the record is about."""
        return self.options[0].page

    @property
    def verdict(self) -> tuple[ShownSection, ...]:
        """The sections that hold the verdict."""
        return tuple(s for s in self.page.sections if any(b.block.tone for b in s.blocks))

    @property
    def notices(self) -> tuple[ShownSection, ...]:
        """The section to check first, if the page has it."""
        return tuple(s for s in self.page.sections if s.section.holds_notices)

    @property
    def next_steps(self) -> tuple[ShownSection, ...]:
        """What the page says follows."""
        return steps_of(self.page)

    @property
    def quoted(self) -> Advice:
        """The page with only what the record quotes: what its sources are listed for."""
        kept = {s.section.id for s in (*self.verdict, *self.notices, *self.next_steps)}
        return self.page._replace(
            sections=tuple(s for s in self.page.sections if s.section.id in kept)
        )


def steps_of(page: Advice) -> tuple[ShownSection, ...]:
    """What a page says is to be done."""
    return tuple(s for s in page.sections if s.section.holds_steps)


def record(  # noqa: PLR0913  -- what a record is made of, each part named
    page: Advice,
    trail: tuple[Step, ...],
    versus: tuple[Advice, ...],
    typed: Typed,
    *,
    plan: Plan | None = None,
    note: str = "",
) -> Record:
    """A record about a page, with other pages of the same guide as options beside it."""
    others = (_option(name, page, other) for name, other in zip(NAMES[1:], versus, strict=False))
    return Record((Option(NAMES[0], page), *others), trail, typed.cleaned, plan, note)


def _option(name: str, page: Advice, other: Advice) -> Option:
    compared = compare_pages((page, other))
    notices = [
        (change.old, change.new)
        for part in compared.sections
        if part.section.holds_notices
        for change in part.changes[0]
    ]
    return Option(
        name,
        other,
        compared.changed[0],
        _place(other) - _place(page),
        tuple(part.section.title for part in compared.sections),
        tuple(plain(new.body) for _, new in notices if new),
        tuple(plain(old.body) for old, _ in notices if old),
    )


def _place(page: Advice) -> int:
    tones = [tone.id for tone in page.guide.head.tones]
    return tones.index(page.tone.id) if page.tone else 0
