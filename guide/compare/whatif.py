"""The neighbours of a scenario as they are read: question by question, answer by answer."""

import re
from typing import NamedTuple

from guide.compare.neighbors import Neighbour, WhatIf, what_if
from guide.document.body import plain
from guide.journey.advice import Advice
from guide.journey.code import write_code
from guide.journey.labels import step_line
from guide.journey.walk import Step, walk
from guide.model.schema import Answers, Guide

_SENTENCE = re.compile(r"(?<=[.?!])\s")


class Effect(NamedTuple):
    """What one other answer does."""

    neighbour: Neighbour
    label: str
    """The other answer."""
    line: str
    """The question and the answer: ``Opinion: Adverse``."""
    note: str
    """``helps most``, ``hurts most`` or empty."""
    next: str
    """The question it leads on to; empty: it leads to a page."""
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
    """Of the page with this answer; empty where it leads on."""


class Asked(NamedTuple):
    """One question on the trail, and its other answers."""

    step: Step
    title: str
    """The question and the answer given: ``Opinion: Qualified``."""
    effects: tuple[Effect, ...]
    """The answers that change the page."""
    idle: tuple[Neighbour, ...]
    """The answers that give the same page."""
    further: tuple[Effect, ...]
    """The answers that lead on to questions that are still open."""

    @property
    def told(self) -> tuple[Effect, ...]:
        """Everything but what changes nothing."""
        return (*self.effects, *self.further)


class View(NamedTuple):
    """All neighbours of one scenario."""

    found: WhatIf
    asked: tuple[Asked, ...]
    helps: tuple[Effect, ...]
    """What would make the verdict best; of equals all."""
    hurts: tuple[Effect, ...]
    """What would make it worst."""
    could_help: tuple[Effect, ...]
    """What may make it better still, depending on what is answered next."""
    could_hurt: tuple[Effect, ...]
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


def view(guide: Guide, answers: Answers) -> View:
    """Look at every other answer of a finished walk."""
    found = what_if(guide, answers)
    asked = tuple(_asked(found, step) for step in walk(guide, answers).trail)
    effects = [effect for one in asked for effect in one.told]

    def those(neighbours: tuple[Neighbour, ...]) -> tuple[Effect, ...]:
        return tuple(one for one in effects if one.neighbour in neighbours)

    return View(
        found,
        asked,
        helps=those(found.helps_most),
        hurts=those(found.hurts_most),
        could_help=those(found.could_help),
        could_hurt=those(found.could_hurt),
        without_effect=tuple(step_line(guide, *step) for step in found.without_effect),
    )


def _asked(found: WhatIf, step: Step) -> Asked:
    mine = [one for one in found.neighbours if one.step.question.id == step.question.id]
    return Asked(
        step,
        step_line(found.page.guide, *step),
        tuple(_effect(found, one) for one in mine if one.changes),
        tuple(one for one in mine if one.page is not None and not one.changes),
        tuple(_effect(found, one) for one in mine if one.page is None),
    )


def _effect(found: WhatIf, one: Neighbour) -> Effect:
    guide = found.page.guide
    note = "helps most" if one in found.helps_most else ""
    note = "hurts most" if one in found.hurts_most else note
    shown = {s.section.id for page in (found.page, one.page) if page for s in page.sections}
    notices = [
        (only.on_first, _first_sentence(only.block.body))
        for section, difference in one.changes
        if section.holds_notices
        for only in difference.only
    ]
    return Effect(
        neighbour=one,
        label=one.option.label,
        line=step_line(guide, one.step.question, one.option),
        note=note,
        next=one.walked.next.text if one.walked.next else "",
        verdict=_verdict(found, one),
        sections=tuple(section.title for section, _ in one.changes),
        every=len(one.changes) == len(shown),
        gained=tuple(text for here, text in notices if not here),
        lost=tuple(text for here, text in notices if here),
        dropped=tuple(step_line(guide, *step) for step in one.dropped),
        code=write_code(guide, one.walked.scenario) if one.page else "",
    )


def _verdict(found: WhatIf, one: Neighbour) -> str:
    if not one.ranks:
        return "No verdict"
    now, labels = found.rank, [tone.label for tone in found.page.guide.head.tones]
    first, *others = sorted(one.ranks)
    if others:
        between = "or" if len(others) == 1 else "to"
        return f"{labels[first]} {between} {labels[others[-1]]}, depending on what you answer next"
    said = labels[first]
    if now is not None and first == now:
        said = f"Still {said}"
    elif now is not None:
        said += f" instead of {labels[now]}, {'better' if first < now else 'worse'}"
    return said if one.page else f"{said}, whatever you answer next"


def _first_sentence(body: str) -> str:
    return _SENTENCE.split(plain(body), maxsplit=1)[0]
