"""How far along a reader is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guide.journey.labels import own_facet
from guide.journey.walk import Step, Walk
from guide.model.conditions import tests
from guide.model.routes import next_question, routes
from guide.model.schema import Guide, Question, Scenario

MOST_AHEAD = 12
"""Questions looked ahead for a total; the ways double with each, and nobody counts that far."""


class Progress(NamedTuple):
    """Which of the questions that everybody is asked is on the way, or which optional one."""

    optional: bool
    number: int
    total: int | None
    """None where not every way has as many."""
    finding: str = ""
    """What a detour is to find out; empty: the question is asked outright."""
    detour: str = ""
    """Which question of the detour it is, and of how many: ``2 of 3 to 5``."""
    after: str = ""
    """How many optional questions follow those that everybody is asked: ``5``, ``up to 5``."""

    @property
    def words(self) -> str:
        """How far along, in words that are true: a total only where every way has it."""
        if self.finding or self.detour:
            return f"Finding out{f': {self.finding}' if self.finding else ''}, {self.detour}"
        total = f" of {self.total}" if self.total is not None else ""
        after = f", then {self.after} optional" if self.after else ""
        return f"{'Optional' if self.optional else 'Question'} {self.number}{total}{after}"


def progress(guide: Guide, walked: Walk, question: Question) -> Progress:
    """How far along a reader at this question is; on a detour, as at the question it began at."""
    before = _trail_before(walked, question)
    kind = _kind(guide, question)
    if kind:
        return _outright(guide, before, question, kind)
    asked = [place for place, step in enumerate(before) if own_facet(guide, step.question)]
    start = asked[-1] if asked else 0
    began = before[start].question if asked else question
    facet = own_facet(guide, began)
    along = _outright(guide, before[:start], began, _kind(guide, began) or "spine")
    ahead = _Ahead(guide, "").counts(question, _settled(before))
    number = len(before) - start if asked else len(before) + 1
    few, many = number - 1 + min(ahead), number - 1 + max(ahead)
    detour = f"{number} of {few}" + (f" to {many}" if many > few else "")
    return along._replace(finding=facet.label if facet else "", detour=detour)


def _outright(guide: Guide, before: Sequence[Step], question: Question, kind: str) -> Progress:
    number = 1 + sum(1 for step in before if _kind(guide, step.question) == kind)
    settled = _settled(before)
    ahead = _Ahead(guide, kind).counts(question, settled)
    total = number - 1 + max(ahead) if len(ahead) == 1 else None
    after = ""
    if kind == "spine":
        later = _Ahead(guide, "follow-up", past="spine").counts(question, settled)
        after = f"{'up to ' * (len(later) > 1)}{max(later)}" * (max(later) > 0)
    return Progress(kind == "follow-up", number, total, after=after)


def _settled(steps: Iterable[Step]) -> dict[str, str]:
    settled: dict[str, str] = {}
    for step in steps:
        settled |= step.option.settles
    return settled


def _kind(guide: Guide, question: Question) -> str:
    """Whether everybody is asked: the first question is, also where its facet can be left open.

    What can be skipped is optional, whatever it asks for. Empty for a diagnostic.
    """
    facet = own_facet(guide, question)
    if question.id == guide.head.start:
        return "spine"
    return facet.kind if facet else "follow-up" if question.skip else ""


def _trail_before(walked: Walk, question: Question) -> tuple[Step, ...]:
    for index, step in enumerate(walked.trail):
        if step.question.id == question.id:
            return walked.trail[:index]
    return walked.trail


class _Ahead:
    """How many questions of one kind each plain way still asks.

    Plain: every question answered outright. A diagnostic is a detour, and the words say so.
    Those of the kind ``past`` are passed on the way to them and not counted.
    Ways are told apart only by what routes look at: there are millions of them, and few differ.
    """

    def __init__(self, guide: Guide, kind: str, past: str = "") -> None:
        self._guide, self._kind, self._past = guide, kind, past or kind
        self._read = sorted(
            {
                test.facet
                for question in guide.questions
                for option in question.options
                for route in routes(question, option)
                for test in tests(route)
            }
        )
        self._known: dict[tuple[str, ...], frozenset[int]] = {}
        # Asked for at a hundred states: 8 of 12 ms went into finding it again.
        self._own = {each.id: own_facet(guide, each) for each in guide.questions}
        self._kinds = {each.id: _kind(guide, each) for each in guide.questions}

    def counts(
        self, question: Question, settled: Scenario, deep: int = MOST_AHEAD
    ) -> frozenset[int]:
        """The numbers of such questions there can be from here on, this one included."""
        key = (question.id, *(settled.get(name, "") for name in self._read))
        if key not in self._known:
            self._known[key] = frozenset(self._each(question, settled, deep))
        return self._known[key]

    def _each(self, question: Question, settled: Scenario, deep: int) -> Iterator[int]:
        facet = self._own[question.id]
        kind = self._kinds[question.id]
        if deep == 0 or kind not in (self._kind, self._past):
            yield 0
            return
        for option in question.options:
            if facet is None or facet.id in option.settles or option.skip:
                scenario = {**settled, **option.settles}
                following = next_question(self._guide, question, option, scenario)
                ahead = self.counts(following, scenario, deep - 1) if following else [0]
                yield from ((kind == self._kind) + count for count in ahead)
