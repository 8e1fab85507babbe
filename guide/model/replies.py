"""What ``replies.yaml`` is made of: what others will ask, and what to answer.

Optional: a guide without it has no replies, no brief and nothing to rehearse.
"""

import re
from typing import Literal

from guide.model.basic import ForSome, Id, Name, Placed, ReasonedForSome

FIRST = 1
"""The rank of what is likely to be asked."""
LEAST, MOST = 3, 8
"""How many replies of the first rank there are for every reader."""
SPOKEN = (25, 45)
"""Words of an answer: what is said in ten to twenty seconds."""
BLANK = re.compile(r"\[([^\[\]]+)\]")
"""A blank in what is said: ``[product]``, or a choice such as ``[does / doesn't]``."""
CHOICE = " / "
"""Parts the ways to fill a blank in; such a blank needs no explanation."""


class Fill(ForSome, frozen=True):
    """What goes in a blank or above the opening, for those it holds for."""

    words: str
    """The words that go in."""


class Unsaid(ForSome, frozen=True):
    """What a page that is taken along does not name, for those it holds for."""

    facets: tuple[Name, ...]
    """The ids of the facets."""


class Opening(Placed, frozen=True):
    """Where the advice says what to say first: a section, and the part of it that holds scripts."""

    section: Name
    """The id of the section. At its end stands the way to the replies."""
    part: Name | None = None
    """The part whose quoted words are spoken; without it, any of the section."""
    answers: Name | None = None
    """The reply whose question these words answer before it is asked: a brief leaves it out."""
    before: tuple[Fill, ...] = ()
    """What has to be so before a word is said; every row that holds stands above the opening."""


class Speaker(Placed, frozen=True):
    """Somebody who answers."""

    id: Id
    """Unique in the file; replies name it."""
    label: str
    """What to call whoever does this."""
    call_in: str = ""
    """When to call them in; empty for whoever is on the call already."""


class Blank(Placed, frozen=True):
    """Words in brackets that the speaker fills, unless the answers do."""

    name: str
    """As it stands in brackets."""
    asks: str
    """What to have at hand for it."""
    filled_by: tuple[Name, ...] = ()
    """Fields of the letters that hold the same; the first that is filled fills it: ``product``, a
    column ``findings.cause``, or an end of a period, ``period.last``.
    """
    fills: tuple[Fill, ...] = ()
    """What the answers fill in. Rows are tried in order; the first that holds is taken."""


class NeverSay(ForSome, frozen=True):
    """Words not to be said, and what to say instead, for those it holds for."""

    phrases: tuple[str, ...]
    """The words, the usual ones first; a word may end in ``*``. Any of them is found in a reply
    that is typed.
    """
    why: str
    """What is wrong with them."""
    instead: str
    """What to say."""


class SpokenAnswer(ReasonedForSome, frozen=True):
    """What to say, for those it holds for. It rests on what the whole reply rests on, and more."""

    id: Id
    """Unique in the file."""
    says: str
    """The words, as they are spoken; blanks stand in brackets."""
    rank: int = 2
    """1 where the question is likely, 2 where it may come."""
    who: Name | None = None
    """Who says it, if not who answers the question otherwise."""
    show: str = ""
    """What to show, if not what is shown otherwise."""
    points: tuple[str, ...] = ()
    """What a good answer does, if not what a good one does otherwise."""


class Reply(ReasonedForSome, frozen=True):
    """A question that others ask, and its answers. The first answer that holds is taken."""

    id: Id
    """Unique in the file."""
    asked: tuple[str, ...]
    """The question in their words, the usual ones first; a search knows all of them."""
    who: Name
    """Who answers."""
    show: str
    """The paper to show."""
    answers: tuple[SpokenAnswer, ...]
    """What to say. Rows are tried in order; where none holds, the question is not asked."""
    points: tuple[str, ...]
    """What a good answer does, for whoever rehearses it."""
    also: str = ""
    """Other words that somebody may ask with, for the search alone."""
    asked_by: Literal["buyer", "customer", "board", "investor"] = "buyer"
    """Who asks."""
    never: tuple[NeverSay, ...] = ()
    """What not to say."""
    follow_ups: tuple[Name, ...] = ()
    """What is asked next: the ids of other replies."""


class Replies(Placed, frozen=True):
    """``replies.yaml``: what others ask, and what to answer."""

    opening: Opening
    """What to say first, as the advice has it."""
    speakers: tuple[Speaker, ...]
    """Who answers."""
    replies: tuple[Reply, ...]
    """In order of importance: of several that are likely, a brief takes the first ones."""
    blanks: tuple[Blank, ...] = ()
    """What may stand in brackets, besides choices."""
    never: tuple[NeverSay, ...] = ()
    """What nobody says, whatever is asked."""
    title: str = ""
    """What these pages call themselves where others may read it, if not by the guide's title."""
    unsaid: tuple[Unsaid, ...] = ()
    """What stands in their heads for nobody to read: the result of a draft."""
