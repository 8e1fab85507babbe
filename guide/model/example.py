"""What ``examples.yaml`` is made of: cases with what their pages must and must not show.

Kept apart from the guide: no reader needs them, only its authors.
"""

from collections.abc import Iterable
from typing import Annotated

import msgspec

from guide.model.basic import NOWHERE, Id, Place
from guide.model.basic import Name as Name  # noqa: PLC0414  part of an example's schema
from guide.model.basic import Phrase as Phrase  # noqa: PLC0414
from guide.model.basic import Said as Said  # noqa: PLC0414

PHRASES = ("says", "never_says", "plan_says", "plan_never_says")
"""The keys of an example that list words."""
WORDS_OF = ("asks", "answers_say", "facts_say")
"""Those that list words of something."""


class Pair(msgspec.Struct, frozen=True):
    """One row of an example's tables: facet and value, or question and option."""

    key: str
    value: str
    at: Place = NOWHERE


def as_scenario(pairs: Iterable[Pair]) -> dict[str, str]:
    """Rows of facets and values, or of questions and options, as pages and codes take them."""
    return {pair.key: pair.value for pair in pairs}


class Listed(msgspec.Struct, frozen=True):
    """What is listed of something: the blocks of a section, the facts of a block, its words."""

    of: str
    items: tuple[Said, ...]
    at: Place = NOWHERE


ListedNames = Annotated[tuple[Listed, ...], "names"]
"""A table of something -> ids."""
ListedPhrases = Annotated[tuple[Listed, ...], "phrases"]
"""A table of something -> words."""


class Example(msgspec.Struct, frozen=True):
    """``examples.yaml``: a named case, and what its page must and must not show.

    Who the reader is, is said by facets (``scenario``), by answers where the way matters
    (``answers``), or by both, in any order and only as far as it matters. Facets not named stay
    unsettled where they can: follow-ups are skipped, and the shortest way is taken.
    """

    id: Id
    """Unique in the file."""
    about: str
    """What the case shows, in a sentence."""
    scenario: tuple[Pair, ...] = ()
    """Facet -> value, as in a scenario code."""
    answers: tuple[Pair, ...] = ()
    """Question -> option: the questions are asked, and answered like this."""
    shows: tuple[Name, ...] = ()
    """Blocks that are on the page."""
    only: ListedNames = ()
    """Section -> the blocks it holds, and no others."""
    hides: tuple[Name, ...] = ()
    """Blocks that are not on the page."""
    says: tuple[Phrase, ...] = ()
    """Words that some block of the page holds."""
    never_says: tuple[Phrase, ...] = ()
    """Words that no block of the page holds, unless a sentence puts them in quotation marks."""
    never_asks: tuple[Name, ...] = ()
    """Questions that are not on the reader's way."""
    rests_on: ListedNames = ()
    """Block of the page -> the facts that it rests on, and no others, in any order."""
    corrected_by: ListedNames = ()
    """Fact of the page -> the facts that put it right or add to it, and no others."""
    asks: ListedPhrases = ()
    """Question on the reader's way -> words of its text, of why it is asked, or where to look."""
    answers_say: ListedPhrases = ()
    """Question on the reader's way -> words of the answer that this reader gives, as labeled."""
    facts_say: ListedPhrases = ()
    """Fact of the page -> words that it holds, or what a check of it found."""
    plan_says: tuple[Phrase, ...] = ()
    """Words that the reader's plan holds: of its ways, phases, tasks and notes."""
    plan_never_says: tuple[Phrase, ...] = ()
    """Words that the reader's plan does not hold."""
    letters: ListedNames = ()
    """Letter -> the paragraphs that it can hold for this reader, and no others; or the row of
    ``refuse`` that refuses it.
    """
    replies: tuple[Name, ...] = ()
    """Answers to a buyer's questions that this reader is given."""
    likely: tuple[Name, ...] = ()
    """All the answers of rank 1 that this reader is given, and no others."""
    unasked: tuple[Name, ...] = ()
    """All the replies whose question does not come up for this reader, and no others."""
    confirmed: bool = True
    """Whether an author stands behind it; a suggested case waits for that."""
    at: Place = NOWHERE

    @property
    def expected(self) -> dict[str, Place]:
        """The blocks that are to be on the page, and where that stands first."""
        places = {name.text: name.at for name in self.shows}
        for name in (name for only in self.only for name in only.items):
            places.setdefault(name.text, name.at)
        for ground in self.rests_on:
            places.setdefault(ground.of, ground.at)
        return places
