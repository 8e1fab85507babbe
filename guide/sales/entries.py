"""What a person types into one blank, and what a letter makes of it.

What is kept is plain text in one form for each kind: ``2026-03-31`` for a day, ``2026-03`` for a
month, ``2026-01-01 to 2026-06-30`` for a period, the id of a choice. So it means the same tomorrow.
"""

import re
from datetime import date
from typing import NamedTuple

from guide.cleaning import clean_line
from guide.english import MONTHS, letter_date
from guide.model.letters import LetterBlank, LetterChoice
from guide.plan.parse_day import HOW, DayError, read_day
from guide.user_error import UserError

LONGEST = 600
"""Characters of a text: a line of a letter, not a chapter."""
MOST = 999_999
_BETWEEN = re.compile(
    r"\s+(?:to|until|through|till)\s+|\s*(?:\.\.|\u2013|\u2014)\s*|\s+-\s+", re.IGNORECASE
)

_MONTH = re.compile(r"\d{4}-\d{1,2}|(?P<name>[a-z]{3,9}\.?,? \d{4})", re.IGNORECASE)


class EntryError(UserError):
    """What was typed does not fit its blank; the message is one line with the way out."""


class LetterEntry(NamedTuple):
    """What stands in a blank."""

    kept: str
    """As it is kept."""
    words: str
    """As a letter says it."""
    days: tuple[date, ...] = ()
    """A day, or the first and the last of a period."""
    number: int = 0


def read_entry(blank: LetterBlank, typed: str, today: date) -> LetterEntry:
    """What was typed into a blank.

    Args:
        blank: with its kind.
        typed: as it was typed, or as it is kept.
        today: what ``in 6 weeks`` counts from.

    Raises:
        EntryError: if it can't stand there.

    """
    text = clean_line(typed, LONGEST + 1)
    if len(text) > LONGEST:
        message = (
            f"that is longer than {LONGEST} characters; write it as a line, or in the Word file"
        )
        raise EntryError(message)
    if not text:
        message = "nothing is left of that; type it in letters"
        raise EntryError(message)
    try:
        match blank.kind:
            case "day":
                return _days(read_day(text, today))
            case "month":
                return _month(text, today)
            case "period":
                return _period(text, today)
    except DayError as error:
        raise EntryError(str(error)) from None
    if blank.kind == "number":
        return _number(text)
    if blank.kind == "choice":
        choice = _choice(blank, text)
        return LetterEntry(choice.id, choice.label)
    return LetterEntry(text, text)


def _days(*days: date) -> LetterEntry:
    kept = " to ".join(day.isoformat() for day in days)
    words = " to ".join(map(letter_date, days))
    if days[0].year == days[-1].year:
        words = words.replace(f", {days[0].year} to", " to")
    return LetterEntry(kept, words, days)


def _month(text: str, today: date) -> LetterEntry:
    match = _MONTH.fullmatch(text)
    if match is None:
        message = f"{text[:40]!r} is not a month alone; write a month and a year, as May 2027"
        raise EntryError(message)
    first = read_day(f"1 {text}" if match["name"] else text, today)
    return LetterEntry(f"{first:%Y-%m}", f"{MONTHS[first.month - 1]} {first.year}", (first,))


def _period(text: str, today: date) -> LetterEntry:
    ends = _BETWEEN.split(text)
    if len(ends) != 2:
        message = f"{text[:40]!r} is not a period; write two days, as 2026-01-01 to 2026-06-30"
        raise EntryError(message)
    first, last = read_day(ends[0], today), read_day(ends[1], today, month_ends=True)
    if last < first:
        message = f"it ends on {letter_date(last)}, before it starts on {letter_date(first)}; "
        message += "write the first day first"
        raise EntryError(message)
    return _days(first, last)


def _number(text: str) -> LetterEntry:
    plain = text.replace(",", "")
    if not (plain.isascii() and plain.isdigit() and len(plain) < 10 and int(plain) <= MOST):
        message = f"{text[:40]!r} is not a number; write it in figures, from 0 to {MOST:,}"
        raise EntryError(message)
    return LetterEntry(str(int(plain)), f"{int(plain):,}", number=int(plain))


def _choice(blank: LetterBlank, text: str) -> LetterChoice:
    """The choice of this number or id, or whose words begin so."""
    wanted = text.casefold()
    if wanted.isdecimal() and len(wanted) < 10 and 0 < int(wanted) <= len(blank.choices):
        return blank.choices[int(wanted) - 1]
    same = [each for each in blank.choices if wanted in (each.id.casefold(), each.label.casefold())]
    alike = [each for each in blank.choices if each.label.casefold().startswith(wanted)]
    if len(fitting := same or alike) == 1:
        return fitting[0]
    known = ", ".join(f"{number} {each.label}" for number, each in enumerate(blank.choices, 1))
    message = f"{text[:40]!r} is none of the choices; type one of these numbers: {known}"
    raise EntryError(message)


def how(blank: LetterBlank) -> str:
    """How to write it, where its kind says more than its label."""
    if blank.kind == "choice":
        return ", ".join(f"{number} {each.label}" for number, each in enumerate(blank.choices, 1))
    return {
        "day": HOW,
        "month": "a month and a year, as May 2027",
        "period": "two days, as 2026-01-01 to 2026-06-30",
        "number": "in figures",
    }.get(blank.kind, "")
