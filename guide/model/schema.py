"""What a guide is made of.

Each struct is the shape of one thing an author writes; its fields are the YAML keys. A field
named ``at`` is never written: the reader fills it with the place the thing was read from, and one
named ``KEY_at`` with the place of that key's value.
"""

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

import msgspec

from guide.model.basic import NOWHERE as NOWHERE  # noqa: PLC0414  part of the schema
from guide.model.basic import UNSET as UNSET  # noqa: PLC0414
from guide.model.basic import Condition as Condition  # noqa: PLC0414
from guide.model.basic import ForSome, Placed, ReasonedForSome
from guide.model.basic import Id as Id  # noqa: PLC0414
from guide.model.basic import Markdown as Markdown  # noqa: PLC0414
from guide.model.basic import Place as Place  # noqa: PLC0414
from guide.model.basic import Test as Test  # noqa: PLC0414
from guide.model.glance import Glance, Term
from guide.model.letters import Letters
from guide.model.practice import Case, Cases, SessionPlan
from guide.model.recovery import Recovery
from guide.model.replies import Replies

ADVICE = "advice"
"""The target of a route that ends the questions."""

Scenario: TypeAlias = Mapping[str, str]
"""Facet id -> value id, for the facets that are settled."""

Answers: TypeAlias = Mapping[str, str]
"""Question id -> option id, in the order given: the whole state of a reader."""


class Route(ForSome, frozen=True):
    """Where to go next, if its condition holds. ``go`` is a question's id or ``advice``."""

    go: Id
    """The id of the question to ask next, or ``advice`` to end the questions."""


class Option(Placed, frozen=True):
    """One answer to a question. It settles facets, leads on, or both."""

    id: Id
    """Unique in its question."""
    label: str
    """The words of the answer, as the reader sees them."""
    hint: str = ""
    """A line below the answer, where its words alone could be misread."""
    settles: dict[Id, Id] = {}  # noqa: RUF012  each struct gets one of its own
    """What this answer settles: facet -> value."""
    then: tuple[Route, ...] = ()
    """Where this answer leads: a question's id, ``advice``, or a list of routes. Without it the
    question's own ``then`` holds.
    """
    skip: bool = False
    """Whether this answer passes a follow-up over, so that its facet stays ``unset``."""
    same_as: Id = ""
    """The option of this question that this one is meant to equal in effect."""


class Question(Placed, frozen=True):
    """One screen of the walk."""

    id: Id
    """Unique in the guide; routes lead to it."""
    text: str
    """The question itself, as the reader sees it."""
    options: tuple[Option, ...]
    """The answers, in the order shown."""
    why: str = ""
    """Why we ask, in a sentence or two."""
    look: str = ""
    """Where to look for the answer, such as a part of a report."""
    then: tuple[Route, ...] = ()
    """For the options that have no route of their own."""
    record: bool = False
    """Whether it is asked for the record only: no answer to it changes a page."""

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)

    @property
    def skip(self) -> Option | None:
        """The option that leaves the question unanswered, if it has one."""
        return next((option for option in self.options if option.skip), None)


class Value(Placed, frozen=True):
    """One value a facet can have, with the words a reader sees."""

    id: Id
    """Unique in its facet; part of scenario codes. Never ``unset``."""
    label: str
    """How a page names the value."""


class Facet(Placed, frozen=True):
    """Something the advice depends on.

    A *spine* facet is asked of everyone; a *follow-up* can be skipped; a *finding* is settled
    only on the way through a diagnostic.
    """

    id: Id
    """Unique in the guide; part of scenario codes."""
    label: str
    """How a page names the facet."""
    values: tuple[Value, ...]
    """What it can be. Besides these it can be ``unset``."""
    kind: Literal["spine", "follow-up", "finding"] = "spine"
    """Who is asked: everyone (spine), who does not skip (follow-up), who was not sure (finding)."""

    def value(self, value_id: str) -> Value | None:
        """The value with this id, or None."""
        return next((value for value in self.values if value.id == value_id), None)


class Part(ForSome, frozen=True):
    """Blocks of a section that belong together, and how many of them a page promises to hold.

    With a condition the promise is made to those whom it fits; nobody else sees such a block.
    """

    id: Id
    """Unique in its section; blocks name it."""
    holds: Literal["one", "some", "any"] = "one"
    """What a page has of this part: ``one`` block, ``some`` (at least one), or ``any`` number."""


class Section(Placed, frozen=True):
    """A part of every page, and how many blocks it promises to hold."""

    id: Id
    """Unique in the guide; its blocks stand in ``advice/ID.yaml``."""
    title: str
    """The heading of the section on every page."""
    holds: Literal["one", "some", "any"] = "some"
    """What every page has here: ``one`` block, ``some`` (at least one), or ``any`` number."""
    parts: tuple[Part, ...] = ()
    """What the section is made of, each with its own promise; then every block names its part."""
    role: Literal["", "notices", "steps"] = ""
    """What it is to the program, if its id does not say so: ``notices`` are counted one by one when
    answers are compared, ``steps`` are what a decision record says is to be done."""

    @property
    def holds_notices(self) -> bool:
        """Whether its blocks are notices, each of which counts when answers are compared."""
        return (self.role or self.id) == "notices"

    @property
    def holds_steps(self) -> bool:
        """Whether its blocks say what is to be done."""
        return (self.role or self.id) == "steps"

    def part(self, part_id: str) -> Part | None:
        """The part with this id, or None."""
        return next((part for part in self.parts if part.id == part_id), None)


class Tone(Placed, frozen=True):
    """How good or bad a verdict is, in words and as a colour."""

    id: Id
    """Unique in the guide; blocks name it."""
    label: str
    """The tone in words: it is never colour alone."""
    colour: Literal["success", "warning", "severe", "error", "neutral"] = "neutral"
    """The colour that goes with the words."""
    forbidden: tuple[str, ...] = ()
    """Words that no block of this tone says, as in the guide's own ``forbidden``."""


class Block(ReasonedForSome, frozen=True):
    """A piece of Markdown that is shown when its condition holds."""

    id: Id
    """Unique in the guide, in whichever file it stands."""
    body: Markdown
    """What the reader sees: paragraphs, ``**strong**``, ``*emphasis*``, lists and quotes."""
    part: Id = ""
    """The part of the section that it belongs to, where the section has parts."""
    tone: Id = ""
    """How good or bad the news is: the id of one of the guide's tones."""


class Source(Placed, frozen=True):
    """Where a claim was found. The address is shown, never fetched."""

    id: Id
    """Unique in the guide; facts name it."""
    name: str
    """Who it is, and what kind of voice: a firm, a standard, a club, an article."""
    address: str = ""
    """Where it was read, without ``https://``. Shown, never fetched."""


class Fact(Placed, frozen=True):
    """A numbered claim: who makes it, when it was verified, what a check of it found."""

    id: Id
    """Unique in the guide; blocks rest on it."""
    says: str
    """The claim, in one or two plain sentences."""
    source: tuple[Id, ...]
    """The ids of the sources that make the claim."""
    verified: datetime.date | None = None
    """The day of the check. Left out where nobody recorded it, never filled with a guess."""
    verdict: Literal["supported", "refined", "differs", "publisher", "judgement"] = "supported"
    """What a check of the claim found; ``differs`` where practice contradicts it."""
    check: str = ""
    """What was found, in a sentence or two."""
    checked_against: tuple[Id, ...] = ()
    """The ids of the sources it was checked against."""
    corrected_by: tuple[Id, ...] = ()
    """The ids of the facts that correct it; a page shows them beside a claim that ``differs``."""


class Rename(msgspec.Struct, frozen=True):
    """One row of a table of ``renamed``: ``old: new``."""

    old: str
    new: str
    within: str = ""
    """The facet of a value, the question of an option, as it is called now."""
    at: Place = NOWHERE


Renames = tuple[Rename, ...]
"""A table ``old: new``."""

RenamesWithin = Annotated[tuple[Rename, ...], "within"]
"""A table of such tables: ``facet: {old: new}``."""


class Renamed(Placed, frozen=True):
    """What had another id before, so that old scenario codes and stored walks still work."""

    facets: Renames = ()
    """Facets: old id -> new id."""
    values: RenamesWithin = ()
    """Values: facet -> a table of old id -> new id."""
    questions: Renames = ()
    """Questions: old id -> new id."""
    options: RenamesWithin = ()
    """Options: question -> a table of old id -> new id."""
    blocks: Renames = ()
    """Blocks: old id -> new id."""


class Head(Placed, frozen=True):
    """``guide.yaml``: what the guide is, and what each section of a page promises."""

    id: Id
    """The guide's name in commands and scenario codes. Call its folder the same."""
    title: str
    """What the guide answers, best as the reader's own question."""
    verified: datetime.date
    """The day the guide's source was last verified, by whoever ``verified_by`` names."""
    start: Id
    """The id of the first question."""
    sections: tuple[Section, ...]
    """The parts of every page, in order."""
    kind: str = "Guide"
    """What sort of guide it is, in a word or two."""
    about: str = ""
    """One or two sentences for the list of guides."""
    address: str = ""
    """Where the website of the guide is published, such as ``https://guide.example.org/``."""
    verified_by: str = ""
    """Whose day that is, as it reads behind "verified by": the publisher of the source article."""
    review_after_days: int = 180
    """How many days old a date may get before it is flagged."""
    tones: tuple[Tone, ...] = ()
    """From best to worst: the order in which verdicts compare."""
    forbidden: tuple[str, ...] = ()
    """Words no advice may say, except within quotation marks; ``certif*`` forbids every word that
    begins so.
    """
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Rows of words or phrases that mean the same to somebody who searches, beside those of the
    glossary.
    """
    sentence_words: int = 35
    """The most words of one sentence."""
    reading_grade: int = 12
    """The most years of school that a page may ask for (Flesch-Kincaid)."""
    at_every_step: Literal["yes", "no"] = "no"
    """Whether the sections also keep their promises for readers who stop on the way: what is not
    settled then counts as ``unset``.
    """
    renamed: Renamed = Renamed()
    """What had another id before, so that old scenario codes and stored walks still work."""
    start_at: Place = NOWHERE

    def is_due(self, verified: datetime.date, as_of: datetime.date) -> bool:
        """Whether a date is older, seen from this day, than the authors want any to get."""
        return (as_of - verified).days > self.review_after_days


class Facts(Placed, frozen=True):
    """``facts.yaml``: the claims and where they come from."""

    facts: tuple[Fact, ...] = ()
    """The claims."""
    sources: tuple[Source, ...] = ()
    """Where the claims come from."""


class Guide(msgspec.Struct, frozen=True, dict=True):
    """One guide, read and checked."""

    head: Head
    facets: tuple[Facet, ...]
    questions: tuple[Question, ...]
    blocks: dict[str, tuple[Block, ...]]
    """Section id -> its blocks, in the order they are shown."""
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    recovery: Recovery | None = None
    glance: Glance | None = None
    """For somebody who answers nothing."""
    terms: tuple[Term, ...] = ()
    """The glossary, in the order of its file."""
    cases: Cases | None = None
    """What there is to practice."""
    sessions: tuple[SessionPlan, ...] = ()
    """Plans for practice together, in the order of their file."""
    replies: Replies | None = None
    """What others will ask, and what to answer."""
    letters: Letters | None = None
    """What a reader can send."""
    content_hash: str = ""
    """Changes when any byte of any file of the guide does."""

    @property
    def id(self) -> str:
        """The guide's id, as written in scenario codes."""
        return self.head.id

    @property
    def title(self) -> str:
        """The guide's title."""
        return self.head.title

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of a page, in order."""
        return self.head.sections

    @cached_property
    def question(self) -> dict[str, Question]:
        """Question id -> question."""
        return {question.id: question for question in self.questions}

    @cached_property
    def facet(self) -> dict[str, Facet]:
        """Facet id -> facet."""
        return {facet.id: facet for facet in self.facets}

    @cached_property
    def fact(self) -> dict[str, Fact]:
        """Fact id -> fact."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Source id -> source."""
        return {source.id: source for source in self.sources}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Term id -> term."""
        return {term.id: term for term in self.terms}

    @cached_property
    def case(self) -> dict[str, Case]:
        """Case id -> case."""
        return {case.id: case for case in self.cases.cases} if self.cases else {}

    @cached_property
    def session(self) -> dict[str, SessionPlan]:
        """Session id -> its plan."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def tone(self) -> dict[str, Tone]:
        """Tone id -> tone."""
        return {tone.id: tone for tone in self.head.tones}
