"""What every part of a guide is made of: places, names, conditions."""

from typing import Annotated, Any, Protocol

import msgspec

UNSET = "unset"
"""The value of a facet that nobody settled; a condition may name it like any other."""

Id = Annotated[str, "id"]
"""A name safe in a shell, a URL and a scenario code: letters, digits, ``.``, ``_``, ``-``."""

Markdown = Annotated[str, "markdown"]
"""Text whose line breaks matter. Every other text is folded to one line."""


class Place(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Where something stands: a file (relative to the guide's folder), line and column from 1."""

    file: str
    line: int
    column: int

    def as_data(self) -> dict[str, Any]:
        """The place, for JSON."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


NOWHERE = Place("", 0, 0)


class Said(msgspec.Struct, frozen=True):
    """A name or a phrase, and where it stands."""

    text: str
    at: Place = NOWHERE


Name = Annotated[Said, "name"]
"""An id that remembers its place."""

Phrase = Annotated[Said, "phrase"]
"""Words that remember their place."""


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


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Something that an author wrote in one place."""

    at: Place = NOWHERE


class ForSome(Placed, frozen=True, kw_only=True):
    """Something that holds for some readers only."""

    when: Condition | None = None
    """For whom it holds. Without it, for everyone."""
    unless: Condition | None = None
    """For whom it does not hold after all."""


class Reasoned(Placed, frozen=True, kw_only=True):
    """Something that rests on facts, or says why it does not."""

    rests_on: tuple[Id, ...] = ()
    """The ids of the facts behind it."""
    judgement: str = ""
    """Why the editors say this; instead of facts, or beside them."""


class ReasonedForSome(ForSome, frozen=True, kw_only=True):
    """Both; structs have one base each, so the keys stand here again."""

    rests_on: tuple[Id, ...] = ()
    """The ids of the facts behind it."""
    judgement: str = ""
    """Why the editors say this; instead of facts, or beside them."""


class Grounded(Protocol):
    """What rests on facts, or says why it rests on none."""

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Ids of facts."""

    @property
    def judgement(self) -> str:
        """Why the editors say so."""

    @property
    def at(self) -> Place:
        """Where it stands."""
