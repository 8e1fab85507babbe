"""The neighbors of a scenario as they are read: question by question, answer by answer."""

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

    @property
    def heading(self) -> str:
        """The other answer, and whether it is the best or the worst of all."""
        return f"{self.label} ({self.note})" if self.note else self.label


class AnsweredQuestion(NamedTuple):
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
    def telling(self) -> tuple[Effect, ...]:
        """Everything but what changes nothing."""
        return (*self.effects, *self.further)


class OtherAnswers(NamedTuple):
    """All neighbors of one scenario."""

    what_if: WhatIf
    questions: tuple[AnsweredQuestion, ...]
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
        return self.what_if.page

    @property
    def guide(self) -> Guide:
        """The guide."""
        return self.what_if.page.guide


def other_answers(guide: Guide, answers: Answers) -> OtherAnswers:
    """Look at every other answer of a finished walk."""
    neighbors = what_if(guide, answers)
    questions = tuple(_question(neighbors, step) for step in walk(guide, answers).trail)
    effects = [effect for question in questions for effect in question.telling]

    def those(some: tuple[Neighbour, ...]) -> tuple[Effect, ...]:
        return tuple(effect for effect in effects if effect.neighbour in some)

    return OtherAnswers(
        neighbors,
        questions,
        helps=those(neighbors.helps_most),
        hurts=those(neighbors.hurts_most),
        could_help=those(neighbors.could_help),
        could_hurt=those(neighbors.could_hurt),
        without_effect=tuple(step_line(guide, *step) for step in neighbors.without_effect),
    )


def _question(neighbors: WhatIf, step: Step) -> AnsweredQuestion:
    own = [n for n in neighbors.neighbours if n.step.question.id == step.question.id]
    return AnsweredQuestion(
        step,
        step_line(neighbors.page.guide, *step),
        tuple(_effect(neighbors, neighbor) for neighbor in own if neighbor.changes),
        tuple(n for n in own if n.page is not None and not n.changes),
        tuple(_effect(neighbors, neighbor) for neighbor in own if neighbor.page is None),
    )


def _effect(neighbors: WhatIf, neighbor: Neighbour) -> Effect:
    guide = neighbors.page.guide
    note = "helps most" if neighbor in neighbors.helps_most else ""
    note = "hurts most" if neighbor in neighbors.hurts_most else note
    pages = (neighbors.page, neighbor.page)
    sections = {part.section.id for page in pages if page for part in page.sections}
    notices = [
        (only.on_first, _first_sentence(only.block.body))
        for section, difference in neighbor.changes
        if section.holds_notices
        for only in difference.only
    ]
    return Effect(
        neighbour=neighbor,
        label=neighbor.option.label,
        line=step_line(guide, neighbor.step.question, neighbor.option),
        note=note,
        next=neighbor.walked.next.text if neighbor.walked.next else "",
        verdict=_verdict(neighbors, neighbor),
        sections=tuple(section.title for section, _ in neighbor.changes),
        every=len(neighbor.changes) == len(sections),
        gained=tuple(text for here, text in notices if not here),
        lost=tuple(text for here, text in notices if here),
        dropped=tuple(step_line(guide, *step) for step in neighbor.dropped),
        code=write_code(guide, neighbor.walked.scenario) if neighbor.page else "",
    )


def _verdict(neighbors: WhatIf, neighbor: Neighbour) -> str:
    if not neighbor.ranks:
        return "No verdict"
    now, labels = neighbors.rank, [tone.label for tone in neighbors.page.guide.head.tones]
    first, *others = sorted(neighbor.ranks)
    if others:
        between = "or" if len(others) == 1 else "to"
        return f"{labels[first]} {between} {labels[others[-1]]}, depending on what you answer next"
    words = labels[first]
    if now is not None and first == now:
        words = f"Still {words}"
    elif now is not None:
        words += f" instead of {labels[now]}, {'better' if first < now else 'worse'}"
    return words if neighbor.page else f"{words}, whatever you answer next"


def _first_sentence(body: str) -> str:
    return _SENTENCE.split(plain(body), maxsplit=1)[0]
