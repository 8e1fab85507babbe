"""The neighbours of a scenario as they are read: question by question, answer by answer."""

import re
from typing import NamedTuple

from guide.advice import Advice
from guide.compare.neighbours import Neighbour, WhatIf, what_if
from guide.model.markdown import plain
from guide.model.schema import Answers, Guide
from guide.naming import step_line
from guide.scenario import write_code
from guide.walk import Step, walk

NOTICES = "notices"
"""The id of the section whose passages are notices."""

_SENTENCE = re.compile(r"(?<=[.?!])\s")


class Effect(NamedTuple):
    """What one other answer does."""

    neighbour: Neighbour
    label: str
    """The other answer."""
    note: str
    """``helps most``, ``hurts most`` or empty."""
    verdict: str
    """What becomes of the verdict, as a sentence."""
    sections: tuple[str, ...]
    """The titles of the sections that would read differently."""
    every: bool
    """Whether these are all sections of both pages."""
    gained: tuple[str, ...]
    """The first sentence of each notice that would come."""
    lost: tuple[str, ...]
    """And of each that would go."""
    dropped: tuple[str, ...]
    """Later answers that would no longer apply: ``Wind: Calm``."""
    code: str
    """Of the page with this answer."""


class Asked(NamedTuple):
    """One question on the trail, and its other answers."""

    step: Step
    title: str
    """The question and the answer given: ``Opinion: Qualified``."""
    effects: tuple[Effect, ...]
    """The answers that change the page."""
    idle: tuple[Neighbour, ...]
    """The answers that give the same page."""
    further: tuple[Neighbour, ...]
    """The answers that lead on to questions that are still open."""


class View(NamedTuple):
    """All neighbours of one scenario."""

    found: WhatIf
    asked: tuple[Asked, ...]
    helps: Effect | None
    hurts: Effect | None
    without_effect: tuple[str, ...]
    """The answers that make no difference here."""

    @property
    def page(self) -> Advice:
        """The page as it is."""
        return self.found.page

    @property
    def guide(self) -> Guide:
        """The guide."""
        return self.found.page.guide

    def asked_of(self, effect: Effect) -> Asked:
        """The question that an effect belongs to."""
        return next(asked for asked in self.asked if effect in asked.effects)


def view(guide: Guide, answers: Answers) -> View:
    """Look at every other answer of a finished walk."""
    found = what_if(guide, answers)
    asked = tuple(_asked(found, step) for step in walk(guide, answers).trail)
    effects = [effect for one in asked for effect in one.effects]
    return View(
        found,
        asked,
        next((one for one in effects if one.neighbour is found.helps_most), None),
        next((one for one in effects if one.neighbour is found.hurts_most), None),
        tuple(step_line(guide, *step) for step in found.without_effect),
    )


def _asked(found: WhatIf, step: Step) -> Asked:
    mine = [one for one in found.neighbours if one.step.question.id == step.question.id]
    return Asked(
        step,
        step_line(found.page.guide, *step),
        tuple(_effect(found, one) for one in mine if one.changes),
        tuple(one for one in mine if one.page is not None and not one.changes),
        tuple(one for one in mine if one.page is None),
    )


def _effect(found: WhatIf, one: Neighbour) -> Effect:
    guide = found.page.guide
    note = "helps most" if one is found.helps_most else ""
    note = "hurts most" if one is found.hurts_most else note
    shown = {s.section.id for page in (found.page, one.page) if page for s in page.sections}
    notices = [
        (only.on_first, _first_sentence(only.block.body))
        for section, difference in one.changes
        if section.id == NOTICES
        for only in difference.only
    ]
    return Effect(
        neighbour=one,
        label=one.option.label,
        note=note,
        verdict=_verdict(found, one),
        sections=tuple(section.title for section, _ in one.changes),
        every=len(one.changes) == len(shown),
        gained=tuple(text for here, text in notices if not here),
        lost=tuple(text for here, text in notices if here),
        dropped=tuple(step_line(guide, *step) for step in one.dropped),
        code=write_code(guide, one.walked.scenario),
    )


def _verdict(found: WhatIf, one: Neighbour) -> str:
    now = found.page.tone
    then = one.page.tone if one.page else None
    if then is None or now is None:
        return then.label if then else "No verdict"
    if one.rank is None or found.rank is None or one.rank == found.rank:
        return f"Still {then.label}"
    better = "better" if one.rank < found.rank else "worse"
    return f"{then.label} instead of {now.label}, {better}"


def _first_sentence(body: str) -> str:
    return _SENTENCE.split(plain(body), maxsplit=1)[0]
