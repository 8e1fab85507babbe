"""What a guide is made of.

Each struct is the shape of one thing an author writes; its fields are the YAML keys. A field
named ``at`` is never written: the reader fills it with the place the thing was read from.
"""

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

import msgspec

UNSET = "unset"
"""The value of a facet that nobody settled; a condition may name it like any other."""

ADVICE = "advice"
"""The target of a route that ends the questions."""

Scenario: TypeAlias = Mapping[str, str]
"""Facet id -> value id, for the facets that are settled."""

Answers: TypeAlias = Mapping[str, str]
"""Question id -> option id, in the order given: the whole state of a reader."""

Id = Annotated[str, "id"]
"""A name safe in a shell, a URL and a scenario code: letters, digits, ``.``, ``_``, ``-``."""

Markdown = Annotated[str, "markdown"]
"""Text whose line breaks matter. Every other text is folded to one line."""


class Place(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Where something stands: a file (relative to the guide's folder), line and column from 1."""

    file: str
    line: int
    column: int


NOWHERE = Place("", 0, 0)


class Test(msgspec.Struct, frozen=True):
    """One row of a condition: the facet has one of these values."""

    __test__ = False  # not a test case, whatever pytest makes of the name

    facet: str
    values: tuple[str, ...]
    at: Place = NOWHERE


class Condition(msgspec.Struct, frozen=True):
    """A table of tests that must all hold, or several tables of which one must."""

    any_of: tuple[tuple[Test, ...], ...]
    at: Place = NOWHERE


class Route(msgspec.Struct, frozen=True):
    """Where to go next, if its condition holds. ``go`` is a question's id or ``advice``."""

    go: Id
    when: Condition | None = None
    unless: Condition | None = None
    at: Place = NOWHERE


class Option(msgspec.Struct, frozen=True):
    """One answer to a question. It settles facets, leads on, or both."""

    id: Id
    label: str
    hint: str = ""
    settles: dict[Id, Id] = {}
    then: tuple[Route, ...] = ()
    skip: bool = False
    same_as: Id = ""
    """The option of this question that this one is meant to equal in effect."""
    at: Place = NOWHERE


class Question(msgspec.Struct, frozen=True):
    """One screen of the walk."""

    id: Id
    text: str
    options: tuple[Option, ...]
    why: str = ""
    """Why we ask."""
    look: str = ""
    """Which part of the report to look at."""
    then: tuple[Route, ...] = ()
    """For the options that have no route of their own."""
    at: Place = NOWHERE

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


class Value(msgspec.Struct, frozen=True):
    """One value a facet can have, with the words a reader sees."""

    id: Id
    label: str
    at: Place = NOWHERE


class Facet(msgspec.Struct, frozen=True):
    """Something the advice depends on.

    A *spine* facet is asked of everyone; a *follow-up* can be skipped; a *finding* is settled
    only on the way through a diagnostic.
    """

    id: Id
    label: str
    values: tuple[Value, ...]
    kind: Literal["spine", "follow-up", "finding"] = "spine"
    at: Place = NOWHERE

    def value(self, value_id: str) -> Value | None:
        """The value with this id, or None."""
        return next((value for value in self.values if value.id == value_id), None)


class Section(msgspec.Struct, frozen=True):
    """A part of every page, and how many blocks it promises to hold."""

    id: Id
    title: str
    holds: Literal["one", "some", "any"] = "some"
    at: Place = NOWHERE


class Tone(msgspec.Struct, frozen=True):
    """How good or bad a verdict is, in words and as a colour."""

    id: Id
    label: str
    colour: Literal["success", "warning", "error", "neutral"] = "neutral"
    at: Place = NOWHERE


class Block(msgspec.Struct, frozen=True):
    """A piece of Markdown that is shown when its condition holds."""

    id: Id
    body: Markdown
    when: Condition | None = None
    unless: Condition | None = None
    tone: Id = ""
    rests_on: tuple[Id, ...] = ()
    judgement: str = ""
    at: Place = NOWHERE


class Source(msgspec.Struct, frozen=True):
    """Where a claim was found. The address is shown, never fetched."""

    id: Id
    name: str
    address: str = ""
    at: Place = NOWHERE


class Fact(msgspec.Struct, frozen=True):
    """A numbered claim: who makes it, when it was verified, what a check of it found."""

    id: Id
    says: str
    source: tuple[Id, ...]
    verified: datetime.date | None = None
    """None where nobody recorded the day. Never filled with a guess."""
    verdict: Literal["supported", "refined", "differs", "publisher", "judgement"] = "supported"
    check: str = ""
    checked_against: tuple[Id, ...] = ()
    corrected_by: tuple[Id, ...] = ()
    at: Place = NOWHERE


class Head(msgspec.Struct, frozen=True):
    """``guide.yaml``: what the guide is, and what each section of a page promises."""

    id: Id
    title: str
    verified: datetime.date
    """The day the guide's source was last verified, by whoever ``verified_by`` names."""
    start: Id
    sections: tuple[Section, ...]
    kind: str = "Guide"
    about: str = ""
    verified_by: str = ""
    review_after_days: int = 180
    tones: tuple[Tone, ...] = ()
    """From best to worst: the order in which verdicts compare."""
    forbidden: tuple[str, ...] = ()
    """Words no advice may say, except within quotation marks."""
    sentence_words: int = 35
    """The most words of one sentence."""
    reading_grade: int = 12
    """The most years of school that a page may ask for (Flesch-Kincaid)."""
    at: Place = NOWHERE


class Facts(msgspec.Struct, frozen=True):
    """``facts.yaml``: the claims and where they come from."""

    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    at: Place = NOWHERE


class Guide(msgspec.Struct, frozen=True, dict=True):
    """One guide, read and checked."""

    head: Head
    facets: tuple[Facet, ...]
    questions: tuple[Question, ...]
    blocks: dict[str, tuple[Block, ...]]
    """Section id -> its blocks, in the order they are shown."""
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
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
    def tone(self) -> dict[str, Tone]:
        """Tone id -> tone."""
        return {tone.id: tone for tone in self.head.tones}
