"""The few rules of English that every page needs: lists, plurals, dates, ages."""

import re
from collections.abc import Iterable
from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"\u201d\u2019)]*\s+(?=[\"\u201c\u2018(\[]*[A-Z0-9])")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|cf|vs|Mr|Mrs|Ms|Dr|St)\.$", re.IGNORECASE)
"""A full stop that ends no sentence."""


def long_date(day: date) -> str:
    """A day in words, the same in every locale: 13 May 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A day in few characters, the same in every locale: 13 May 2026, 2 Sep 2026."""
    return f"{day.day} {month_name(day)} {day.year}"


def month_name(day: date) -> str:
    """The day's month in three letters."""
    return MONTHS[day.month - 1][:3]


def letter_date(day: date) -> str:
    """A day as a letter to an American reader has it: May 13, 2026."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def age(day: date, today: date) -> str:
    """How long ago a day was, in plain words: 6 months ago."""
    days = (today - day).days
    if days < 0:
        return "in the future"
    if days < 2:
        return ("today", "yesterday")[days]
    for length, unit in ((365.25, "year"), (30.44, "month"), (7, "week"), (1, "day")):
        number = int(days / length)
        if number >= (2 if unit == "week" else 1):
            return f"{plural(number, unit)} ago"
    raise AssertionError


def plural(number: int, noun: str) -> str:
    """A number and its noun: ``1 day``, ``3 days``, ``1,200 pages``."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def listed(words: Iterable[str]) -> str:
    """Words in a row: ``a, b and c``."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", '."', '?"', ".)")) else f"{text}."


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    ended: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _SHORT.search(text[start : end.start()]):
            ended.append(text[start : end.start()])
            start = end.end()
    return [s for s in (*ended, text[start:]) if WORD.search(s)]


def any_phrase(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these phrases as whole words; ``certif*`` stands for every word that begins so.

    Without a phrase it finds nothing.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    anyone = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{anyone})(?!\w)" if anyone else r"(?!)", re.IGNORECASE)
