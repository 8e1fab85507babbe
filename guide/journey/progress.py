"""How far along a reader is."""

from collections.abc import Iterator

from guide.journey.labels import own_facet
from guide.journey.walk import Step, Walk
from guide.model.conditions import tests
from guide.model.routes import next_question, routes
from guide.model.schema import Guide, Question, Scenario

MOST_AHEAD = 12
"""Questions looked ahead for a total; the ways double with each, and nobody counts that far."""


def progress(guide: Guide, walked: Walk, question: Question) -> str:
    """How far along, in words that are true: a total only where every way has it."""
    before = _trail_before(walked, question)
    earlier = [step.question for step in before if _kind(guide, step.question)]
    kind = _kind(guide, question)
    if not kind:
        asked = [facet for other in earlier if (facet := own_facet(guide, other))]
        return f"Finding out: {asked[-1].label}" if asked else "Finding out"
    number = 1 + sum(1 for other in earlier if _kind(guide, other) == kind)
    settled: dict[str, str] = {}
    for step in before:
        settled |= step.option.settles
    ahead = set(_Ahead(guide, kind).counts(question, settled))
    total = f" of {number - 1 + ahead.pop()}" if len(ahead) == 1 else ""
    return f"{'Optional' if kind == 'follow-up' else 'Question'} {number}{total}"


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
    Ways are told apart only by what routes look at: there are millions of them, and few differ.
    """

    def __init__(self, guide: Guide, kind: str) -> None:
        self._guide, self._kind = guide, kind
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

    def counts(
        self, question: Question, settled: Scenario, deep: int = MOST_AHEAD
    ) -> frozenset[int]:
        """The numbers of such questions there can be from here on, this one included."""
        key = (question.id, *(settled.get(name, "") for name in self._read))
        if key not in self._known:
            self._known[key] = frozenset(self._each(question, settled, deep))
        return self._known[key]

    def _each(self, question: Question, settled: Scenario, deep: int) -> Iterator[int]:
        if _kind(self._guide, question) != self._kind or deep == 0:
            yield 0
            return
        facet = own_facet(self._guide, question)
        for option in question.options:
            if facet is None or facet.id in option.settles or option.skip:
                scenario = {**settled, **option.settles}
                following = next_question(self._guide, question, option, scenario)
                ahead = self.counts(following, scenario, deep - 1) if following else [0]
                yield from (1 + count for count in ahead)
