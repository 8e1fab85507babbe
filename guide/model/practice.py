"""What people practice with: ``cases.yaml``, situations to decide, and ``sessions.yaml``, plans.

Optional, both: a guide without cases has nothing to drill, one without sessions no room to run.
"""

from collections.abc import Sequence
from typing import Literal

from guide.model.basic import Id, Markdown, Name, Placed, Reasoned
from guide.model.example import Pair, as_scenario


class Topic(Placed, frozen=True):
    """What several cases are about; whoever is weak in one is shown its cases and pages."""

    id: Id
    """Unique in the file; cases name it."""
    label: str
    """What to call it."""


class CaseOption(Placed, frozen=True):
    """One thing that somebody in the case could do or say."""

    id: Id
    """Unique in its case; votes and progress know the option by it."""
    label: str
    """The words of the option, as the reader sees them."""
    reason: str
    """Why it is right, or why not: shown for every option once somebody has chosen."""
    right: bool = False
    """Whether it is right, or accepted beside the best one."""
    claims: tuple[Pair, ...] = ()
    """Facet -> value: what whoever chooses it takes the case to be. The right ones agree with the
    case's scenario, the others contradict it.
    """
    blocks: tuple[Name, ...] = ()
    """The blocks of advice that say so, for or against. The page of the case's scenario shows
    them.
    """


class PileReason(Placed, frozen=True):
    """Why a case doesn't belong on a pile that none of its options speaks for."""

    id: Id
    """The value of the facet that a session sorts by."""
    reason: str
    """Why not, in a sentence."""


class Case(Placed, frozen=True):
    """A situation to decide, in an invented company."""

    id: Id
    """Unique in the file. Progress is kept by it, so it stays when the words change."""
    title: str
    """What to call it before it is decided: it gives nothing away."""
    topic: Id
    """The topic it belongs to."""
    level: Literal["easy", "medium", "hard"]
    """How hard it is."""
    minutes: int
    """How long a group needs for it."""
    situation: Markdown
    """What has happened, in 60 to 90 words."""
    question: str
    """What there is to decide."""
    options: tuple[CaseOption, ...]
    """Three or four, of which at least one is right, and one not."""
    teaches: str
    """What to take away, in one sentence."""
    rests_on: tuple[Id, ...]
    """The ids of the facts behind it; every case has some."""
    excerpt: tuple[str, ...] = ()
    """Lines of the invented report that it is about."""
    scenario: tuple[Pair, ...] = ()
    """Facet -> value: whose page teaches it, if there is one."""
    judgement: str = ""
    """What of it is the editors' own."""
    piles: tuple[PileReason, ...] = ()
    """Where sessions sort it: what is told of the piles that no option's claim speaks for."""
    notes: Markdown = ""
    """For whoever leads a group: what to listen for, and what to ask next."""

    @property
    def facets(self) -> dict[str, str]:
        """Its scenario, as pages and codes take it."""
        return as_scenario(self.scenario)

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the options that are right."""
        return tuple(option.id for option in self.options if option.right)

    def option(self, option_id: str) -> CaseOption | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


class Cases(Placed, frozen=True):
    """``cases.yaml``: what there is to decide, and what it is about."""

    topics: tuple[Topic, ...]
    """What the cases are about, in the order of the guide."""
    cases: tuple[Case, ...]
    """The cases, by topic."""


class HandsQuestion(Reasoned, frozen=True):
    """A question to a whole room, answered by raising hands."""

    id: Id
    """Unique in its session."""
    text: str
    """The question."""
    answers: tuple[str, ...]
    """What hands go up for, one after the other."""
    right: str
    """The answer of these that is right."""
    reason: str
    """Why, when it is told."""


class SpokenRound(Reasoned, frozen=True):
    """A line that somebody reads aloud, for another to answer aloud."""

    id: Id
    """Unique in its session."""
    reply: Id = ""
    """The reply of ``replies.yaml`` that it rehearses: what a good answer does stands there, and
    what is asked and answered, too, unless it stands here.
    """
    asked: str = ""
    """What the other side says."""
    answer: str = ""
    """What a good answer sounds like, to compare with afterwards."""
    never: str = ""
    """What not to say, and why."""


class SessionStep(Placed, frozen=True):
    """A stretch of a session.

    ``open`` begins with hands; in ``vote`` the room decides cases one by one; in ``sort`` it lays
    cases on piles; in ``speak`` pairs talk; in ``debrief`` everybody says what to do differently.
    """

    id: Id
    """Unique in its session."""
    kind: Literal["open", "vote", "sort", "speak", "debrief"]
    """What the room does in it."""
    title: str
    """As the room sees it."""
    minutes: int
    """How long it lasts."""
    shows: Markdown = ""
    """What the room sees while it is at it."""
    notes: Markdown = ""
    """What whoever leads says and does; the room does not see it."""
    hands: tuple[HandsQuestion, ...] = ()
    """The questions of an ``open`` step. A ``debrief`` without its own asks them again."""
    cases: tuple[Name, ...] = ()
    """The cases to vote on, or to sort, in order."""
    by: Id = ""
    """For ``sort``: the facet whose values are the piles; the cases' scenarios settle it."""
    rounds: tuple[SpokenRound, ...] = ()
    """The lines of a ``speak`` step."""
    scenario: tuple[Pair, ...] = ()
    """For ``speak``: facet -> value, to whom the replies are fitted."""
    discuss: str = ""
    """What to ask the room before it goes on."""

    @property
    def facets(self) -> dict[str, str]:
        """Its scenario, as pages and codes take it."""
        return as_scenario(self.scenario)


class SessionPlan(Placed, frozen=True):
    """A plan for people who practice together, or for one alone."""

    id: Id
    """Unique in the file; commands name it."""
    title: str
    """What it is called."""
    about: str
    """For whom it is and what they learn, in a sentence or two."""
    minutes: int
    """How long it lasts: as long as its steps together."""
    steps: tuple[SessionStep, ...]
    """From first to last."""
    alone: bool = False
    """Whether it can be done alone, as a course: its cases one after the other."""
    bring: tuple[str, ...] = ()
    """What to have at hand."""
    notes: Markdown = ""
    """For whoever leads it: what goes wrong, what to listen for."""

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases of all its steps, each once, in order."""
        return tuple(dict.fromkeys(name.text for step in self.steps for name in step.cases))

    @property
    def hands(self) -> tuple[HandsQuestion, ...]:
        """What is asked at its beginning."""
        return tuple(question for step in self.steps for question in step.hands)


def cases_of(cases: Cases | None, ids: Sequence[str]) -> tuple[Case, ...]:
    """The cases with these ids, as far as they are there, in this order."""
    known = {case.id: case for case in cases.cases} if cases else {}
    return tuple(known[case_id] for case_id in ids if case_id in known)
