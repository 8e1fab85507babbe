"""What ``letters.yaml`` is made of: papers with blanks, and when none of them may be sent.

A blank is ``[ID]`` in a text: the id of a field, or of a column of the paragraph's rows.
"""

import re
from collections.abc import Iterator
from typing import Literal

from guide.model.basic import ForSome, Id, Markdown, Phrase, Placed, ReasonedForSome

BLANK = re.compile(r"\[([A-Za-z0-9._-]+)\]")
"""A blank in a text; what stands in it is the id of a field."""
FIRST_DAY, LAST_DAY = "first", "last"
"""The ends of a period, behind the id of its field."""


class LetterChoice(Placed, frozen=True):
    """One of the things that a field can be."""

    id: Id
    """Unique in its field; paragraphs name it in ``where``."""
    label: str
    """The words of the choice, as the writer sees them and as a letter repeats them."""
    refuses: str = ""
    """Why no letter is written for whoever chooses this."""
    instead: str = ""
    """What to send then."""
    no_later: Id = ""
    """The column of the same row whose day can't be after the day of writing then."""
    beside: dict[str, tuple[Id, ...]] = {}  # noqa: RUF012  each struct gets one of its own
    """What other fields can be then, if they are filled: ``repaired``, or a column of all rows of
    a field, ``findings.status``.
    """


class KnownValue(ForSome, frozen=True):
    """What a field holds for some readers, unless they type something else."""

    value: str
    """The text of the field, or the id of one of its choices."""


class LetterBlank(ForSome, frozen=True, kw_only=True):
    """Something to fill in."""

    id: Id
    """Unique in the file, or among the columns of its field."""
    label: str
    """What to call it; an empty blank shows it in brackets."""
    kind: Literal["text", "person", "day", "month", "period", "number", "choice", "rows"] = "text"
    """What belongs in it: ``period`` is two days, ``rows`` come as often as needed."""
    hint: str = ""
    """What to type, in a few words."""
    choices: tuple[LetterChoice, ...] = ()
    """For a ``choice``: what there is."""
    at_most: Id = ""
    """For a number: the column of the same row that it can't exceed."""


class LetterField(LetterBlank, frozen=True, kw_only=True):
    """Something to fill in, once for all letters that name it."""

    columns: tuple[LetterBlank, ...] = ()
    """For ``rows``: what each row has."""
    known: tuple[KnownValue, ...] = ()
    """What it holds already; the first row that fits counts."""
    plan: Literal["", "today", "report-date", "period-end", "next-period"] = ""
    """The day that the reader has typed for a plan, or the day of writing."""
    since: tuple[Id, ...] = ()
    """Fields whose day, or whose period's last day, it can't be before."""
    until: tuple[Id, ...] = ()
    """Fields whose day it can't be after."""
    follows: tuple[Id, ...] = ()
    """For a period: it begins the day after the period, or the day, of one of these fields."""
    longest: Phrase | None = None
    """For a period: how long it can be, such as ``14 weeks``."""
    within: Phrase | None = None
    """For a period: how long before the days in ``until`` it can end."""
    not_of: Id = ""
    """A field whose name it can't hold: an auditor signs no letter of its client."""
    forbidden: tuple[str, ...] = ()
    """Words that it can't hold; ``certif*`` means every word that begins so."""
    refuses: str = ""
    """What to say where ``longest``, ``not_of`` or ``forbidden`` is broken: why, and the way out.
    """


class HeadLine(ForSome, frozen=True):
    """A line above a letter."""

    label: str
    """What stands before it: ``To``."""
    text: str
    """The rest, with blanks."""


class LetterPart(ForSome, frozen=True):
    """Paragraphs that belong together, and how many of them a letter promises to hold."""

    id: Id
    """Unique in its letter; paragraphs name it."""
    holds: Literal["one", "some"] = "one"
    """What everyone has of it to whom the letter is not refused."""


class LetterParagraph(ReasonedForSome, frozen=True):
    """Words of a letter."""

    id: Id
    """Unique in the file."""
    body: Markdown
    """What stands in the letter, with blanks."""
    title: str = ""
    """The heading above it, where it has one."""
    must: bool = False
    """Whether it can't be taken out."""
    part: Id = ""
    """The part of the letter that it belongs to."""
    where: dict[Id, tuple[Id, ...]] = {}  # noqa: RUF012  each struct gets one of its own
    """Fields and what was chosen in them; without it, it stands whatever was chosen."""
    rows: Id = ""
    """The field whose rows stand below it."""
    columns: tuple[Id, ...] = ()
    """The columns of those rows, where not all of them are wanted."""


class Letter(Placed, frozen=True):
    """One kind of letter."""

    id: Id
    """Its name in ``guide letter``."""
    title: str
    """What kind of letter it is."""
    about: str
    """What it is for, and who signs it, in a sentence."""
    heading: str
    """The line that the letter itself begins with, with blanks."""
    paragraphs: tuple[LetterParagraph, ...]
    """In order."""
    head: tuple[HeadLine, ...] = ()
    """To whom, from whom, of which day."""
    parts: tuple[LetterPart, ...] = ()
    """What the letter promises to hold."""


class LetterRefusal(ReasonedForSome, frozen=True):
    """For whom a letter is not written."""

    id: Id
    """Unique in the file."""
    letters: tuple[Id, ...]
    """Which letters."""
    says: str
    """Why not."""
    instead: str
    """What to send, or to do, in its place."""
    send: tuple[Id, ...] = ()
    """The letters among that; none of them is refused to the same reader."""


class LetterCaution(Placed, frozen=True):
    """Words that no field of a letter may hold."""

    forbidden: tuple[str, ...]
    """The words; ``certif*`` means every word that begins so."""
    says: str
    """Why not, and what to write instead."""


class Letters(Placed, frozen=True):
    """``letters.yaml``: the papers that a reader can send."""

    fields: tuple[LetterField, ...]
    """What the letters leave open."""
    letters: tuple[Letter, ...]
    """The letters, in the order in which they are listed."""
    refuse: tuple[LetterRefusal, ...] = ()
    """When they are not written; the first row that fits counts."""
    cautions: tuple[LetterCaution, ...] = ()
    """What nobody types into one."""
    counsel: str = ""
    """What to do with any of them before it goes out."""

    def letter(self, letter_id: str) -> Letter | None:
        """The letter with this id, or None."""
        return next((letter for letter in self.letters if letter.id == letter_id), None)

    @property
    def blank_names(self) -> dict[str, tuple[LetterField, LetterBlank]]:
        """Every blank that holds words, by the name under which a reply asks for it."""
        names: dict[str, tuple[LetterField, LetterBlank]] = {}
        for field in self.fields:
            for column in field.columns:
                names[f"{field.id}.{column.id}"] = (field, column)
            if field.kind != "rows":
                names[field.id] = (field, field)
            if field.kind == "period":
                names |= {f"{field.id}.{end}": (field, field) for end in (FIRST_DAY, LAST_DAY)}
        return names

    def field(self, field_id: str) -> LetterField | None:
        """The field with this id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)


def blanks(text: str) -> Iterator[str]:
    """The ids that the blanks of a text name, in order."""
    return (match[1] for match in BLANK.finditer(text))
