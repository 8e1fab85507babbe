"""Days as people type them: ``2026-03-02``, ``2 Mar 2026``, ``today``, ``in 6 weeks``.

Only what has one meaning is taken: ``03/02/2026`` and ``next Friday`` are not.
"""

import re
from datetime import date, timedelta

from guide.plan.calendar import FIRST, LAST, add_months, month_end
from guide.user_error import UserError

HOW = "write it as 2026-03-31, '31 Mar 2026', 'today' or 'in 6 weeks'"
MAX_TYPED = 60

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_WRITTEN = re.compile(r"(\d{1,2})\.? ([a-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_COUNTED = re.compile(r"(?:in )?(\d{1,4}|[a-z]+) (day|week|month|year)s?( ago)?")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
"""What becomes of a hyphen in papers from which people paste."""
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class DayError(UserError):
    """What was typed is no day; the message is one line with the way out."""


def read_day(typed: str, today: date, *, month_ends: bool = False) -> date:
    """The day that was typed.

    Args:
        typed: as a person types it.
        today: what ``in 6 weeks`` counts from.
        month_ends: whether a month without a day, ``2027-02``, means its last day or its first.

    Raises:
        DayError: if it is no day, or lies outside the years 2000 to 2099.

    """
    text = " ".join(typed.lower().translate(_DASHES).split())
    if not text.isascii() or len(text) > MAX_TYPED:
        raise _unknown(typed)
    try:
        day = _read(text, today, month_ends=month_ends)
    except OverflowError:
        day = date.max
    if day is None:
        raise _unknown(typed)
    if not FIRST <= day <= LAST:
        message = f"{typed.strip()[:MAX_TYPED]!r} is outside the years {FIRST.year} to {LAST.year}"
        raise DayError(message)
    return day


def _unknown(typed: str) -> DayError:
    return DayError(f"{typed.strip()[:MAX_TYPED]!r} is not a day; {HOW}")


def _read(text: str, today: date, *, month_ends: bool) -> date | None:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if match := _ISO.fullmatch(text):
        day = int(match[3]) if match[3] else None
        return _of(int(match[1]), int(match[2]), day, month_ends=month_ends)
    if (match := _WRITTEN.fullmatch(text)) and (month := _month(match[2])):
        return _of(int(match[3]), month, int(match[1]), month_ends=month_ends)
    if (match := _MONTH_FIRST.fullmatch(text)) and (month := _month(match[1])):
        return _of(int(match[3]), month, int(match[2]), month_ends=month_ends)
    if match := _COUNTED.fullmatch(text):
        return _counted(text, match, today)
    return None


def _counted(text: str, match: re.Match[str], today: date) -> date | None:
    ago = bool(match[3])
    word = "one" if match[1] in ("a", "an") else match[1]
    if (text.startswith("in ") and ago) or not (word.isdigit() or word in _NUMBERS):
        return None  # both 'in' and 'ago', or no number
    number = int(word) if word.isdigit() else _NUMBERS.index(word)
    number = -number if ago else number
    if match[2] in ("month", "year"):
        months = number * (12 if match[2] == "year" else 1)
        if abs(months) > 1200:
            raise OverflowError
        return add_months(today, months)
    return today + timedelta(days=number * (7 if match[2] == "week" else 1))


def _month(word: str) -> int:
    """The month's number; 0 if it is none."""
    found = [n for n, name in enumerate(_MONTHS, 1) if word in (name, name[:3], name[:4])]
    return found[0] if found else 0


def _of(year: int, month: int, day: int | None, *, month_ends: bool) -> date:
    if not 1 <= month <= 12:
        message = f"there is no month {month}; a day is written as 2026-03-31"
        raise DayError(message)
    if not FIRST.year <= year <= LAST.year:
        message = f"the year {year} is outside {FIRST.year} to {LAST.year}"
        raise DayError(message)
    last = month_end(year, month)
    if day is None:
        return last if month_ends else last.replace(day=1)
    if not 1 <= day <= last.day:
        message = f"there is no day {day} in {_MONTHS[month - 1].title()} {year}; it has {last.day}"
        raise DayError(message)
    return last.replace(day=day)
