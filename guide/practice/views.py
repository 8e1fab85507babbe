"""A session as what the room sees, one view after the other: nothing before its time."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from guide.model.practice import Case, HandsQuestion, SessionPlan, SessionStep, SpokenRound
from guide.model.schema import Guide

ViewKind = Literal["opening", "hands", "case", "pile", "round", "discuss", "actions"]
Stage = Literal["read", "ask", "reveal"]


class VoteRow(NamedTuple):
    """Something that people raise a hand or a card for."""

    id: str
    label: str
    right: bool
    reason: str = ""


class View(NamedTuple):
    """What stands on the wall at one time."""

    step: SessionStep
    kind: ViewKind
    stage: Stage
    item: str = ""
    """The case, question or round it is about, by its id."""
    hands: HandsQuestion | None = None
    case: Case | None = None
    spoken: SpokenRound | None = None
    rows: tuple[VoteRow, ...] = ()
    """What is counted in it."""
    place: tuple[int, int] = (0, 0)
    """Which of how many items of its step it belongs to; (0, 0) for what is none."""

    @property
    def key(self) -> str:
        """Under what its counts are kept: the same at every stage."""
        return f"{self.step.id}/{self.item or self.kind}"

    @property
    def name(self) -> str:
        """How it is found again after the plan was edited."""
        return f"{self.key}/{self.stage}"

    @property
    def countable(self) -> bool:
        """Whether counts can be typed now."""
        return bool(self.rows) and self.stage != "read"


def views(guide: Guide, plan: SessionPlan) -> tuple[View, ...]:
    """Everything that the room sees, in order."""
    return tuple(view for step in plan.steps for view in _step(guide, plan, step))


def _step(guide: Guide, plan: SessionPlan, step: SessionStep) -> Iterator[View]:
    yield View(step, "opening", "read")
    again = step.kind == "debrief" and not step.hands
    questions = plan.hands if again else step.hands
    for number, question in enumerate(questions, 1):
        rows = tuple(
            VoteRow(answer, answer, answer == question.right) for answer in question.answers
        )
        view = View(
            step, "hands", "ask", question.id, question, rows=rows, place=(number, len(questions))
        )
        yield view
        if again:  # before anything is taught, nobody is put right
            yield view._replace(stage="reveal")
    cases = [guide.case[name.text] for name in step.cases if name.text in guide.case]
    for number, case in enumerate(cases, 1):
        yield from _case(guide, step, case, (number, len(cases)))
    for number, spoken in enumerate(step.rounds, 1):
        place = (number, len(step.rounds))
        view = View(step, "round", "ask", spoken.id, spoken=spoken, place=place)
        yield from (view, view._replace(stage="reveal"))
    if step.discuss:
        yield View(step, "discuss", "read")
    if step.kind == "debrief":
        yield View(step, "actions", "read")


def _case(guide: Guide, step: SessionStep, case: Case, place: tuple[int, int]) -> Iterator[View]:
    sorting = step.kind == "sort"
    rows = piles(guide, step, case) if sorting else options(case)
    view = View(step, "pile" if sorting else "case", "ask", case.id, case=case, rows=rows)
    view = view._replace(place=place)
    if not sorting:  # whoever sorts holds the card
        yield view._replace(stage="read")
    yield from (view, view._replace(stage="reveal"))


def options(case: Case) -> tuple[VoteRow, ...]:
    """The options of a case."""
    return tuple(VoteRow(o.id, o.label, o.right, o.reason) for o in case.options)


def piles(guide: Guide, step: SessionStep, case: Case) -> tuple[VoteRow, ...]:
    """The piles of a step to sort: the values that the scenarios of its cases have.

    A pile that options of the case speak for has the reason of the right one, or of the first.
    """
    facet = guide.facet.get(step.by)
    cases = [guide.case[name.text] for name in step.cases if name.text in guide.case]
    used = {other.facets.get(step.by) for other in cases}
    values = [value for value in facet.values if value.id in used] if facet else []
    pile = case.facets.get(step.by)
    best_first = sorted(case.options, key=lambda option: not option.right)
    reasons = {pile.id: pile.reason for pile in case.piles}
    reasons |= {
        pair.value: option.reason
        for option in reversed(best_first)
        for pair in option.claims
        if pair.key == step.by
    }
    return tuple(
        VoteRow(value.id, value.label, value.id == pile, reasons.get(value.id, ""))
        for value in values
    )


def letter(index: int) -> str:
    """What a row is called aloud, and on the cards: A, B, C."""
    return chr(ord("A") + index)


def index_of(every: Sequence[View], name: str) -> int:
    """Where a view is, by its name; near it, if the plan was edited since: at its step."""
    names = [view.name for view in every]
    if name in names:
        return names.index(name)
    key, _, _ = name.rpartition("/")
    step = key.partition("/")[0]
    near = (n for n, view in enumerate(every) if view.key == key or view.step.id == step)
    return next(near, 0)
