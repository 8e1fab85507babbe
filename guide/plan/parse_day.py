"""Days as people type them: ``2026-03-02``, ``2 Mar 2026``, ``31.12.2026``, ``in 6 weeks``.

Only what has one meaning is taken: ``03/02/2026`` and ``next Friday`` are not.
"""

import re
from datetime import date, timedelta

from guide.english import MONTHS, short_date
from guide.plan.calendar import FIRST, LAST, add_months, month_end
from guide.user_error import UserError

HOW = "write it as 2026-03-31, '31 Mar 2026', 'today' or 'in 6 weeks'"
MAX_TYPED = 60

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})")
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>[a-z]{3,9})\.?", r",?[ -](?P<year>\d{4})"
_WRITTEN = (
    # Whoever writes points writes the day first; with slashes or hyphens it may be the month.
    re.compile(_DAY + r"\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})"),
    re.compile(_DAY + r"(?:\.|st|nd|rd|th)?(?: of)?[ -]" + _MONTH + _YEAR),
    re.compile(_MONTH + "[ -]" + _DAY + r"(?:st|nd|rd|th)?" + _YEAR),
)
_COUNTED = re.compile(r"(?:in )?(\d{1,4}|[a-z]+) (day|week|month|year)s?( ago)?")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
"""What becomes of a hyphen in papers from which people paste."""
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class DayError(UserError):
    """What was typed is no day; the message is one line with the way out."""


def read_day(typed: str, today: date, *, month_ends: bool = False, ahead: bool = False) -> date:
    """The day that was typed.

    Month ends: a month without a day, ``2027-02``, means its last day and not its first.
    Ahead: it can't be past, so that a weekday alone, ``friday``, means the next one after today.

    Raises:
        DayError: if it is no day, or lies outside the years 2000 to 2099.

    """
    text = " ".join(typed.lower().translate(_DASHES).split())
    repeated = repr(typed.strip()[:MAX_TYPED])
    weekday, rest = _split_weekday(text)
    day = None
    if ahead and weekday and not rest:
        return today + timedelta(days=(_WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)
    if text.isascii() and len(text) <= MAX_TYPED:
        try:
            day = _read(rest, today, month_ends=month_ends)
        except OverflowError:
            day = date.max
    if day is None:
        message = f"{repeated} is not a day; {HOW}"
        raise DayError(message)
    if not FIRST <= day <= LAST:
        message = f"{repeated} is outside the years {FIRST.year} to {LAST.year}"
        raise DayError(message)
    if weekday not in ("", _WEEKDAYS[day.weekday()]):
        message = f"{short_date(day)} is a {_WEEKDAYS[day.weekday()].title()}; {HOW}"
        raise DayError(message)
    return day


def _split_weekday(text: str) -> tuple[str, str]:
    """The name of a weekday before a day, and the day: ``Tue 1 Dec 2026``."""
    word, _, rest = text.partition(" ")
    word = word.rstrip(".,")
    name = next((name for name in _WEEKDAYS if len(word) > 2 and name.startswith(word)), "")
    return (name, rest) if name else ("", text)


def _read(text: str, today: date, *, month_ends: bool) -> date | None:
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    if match := _YEAR_FIRST.fullmatch(text):
        last = _month_end(int(match[1]), int(match[3]))
        if match[4] is None:
            return last if month_ends else last.replace(day=1)
        return _of(last, int(match[4]))
    if match := _YEAR_LAST.fullmatch(text):
        return _either(match[0], int(match[1]), int(match[3]), int(match[4]))
    for pattern in _WRITTEN:
        if (match := pattern.fullmatch(text)) and (month := _month(match["month"])):
            return _of(_month_end(int(match["year"]), month), int(match["day"]))
    match = _COUNTED.fullmatch(text)
    return _counted(text, match, today) if match else None


def _either(text: str, first: int, second: int, year: int) -> date:
    """A day and a month in either order, where only one of the two orders can be meant."""
    low, high = sorted((first, second))
    if high > 12 or low == high:
        return _of(_month_end(year, low), high)
    days = (short_date(_of(_month_end(year, m), d)) for d, m in ((first, second), (second, first)))
    message = f"{text!r} can mean two days, {' or '.join(days)}; write it as 2026-03-31"
    raise DayError(message)


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
    if word.isdigit():
        return int(word)
    names = enumerate(map(str.lower, MONTHS), 1)
    return next((n for n, name in names if word in (name, name[:3], name[:4])), 0)


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        message = f"there is no month {month}; a day is written as 2026-03-31"
        raise DayError(message)
    if not FIRST.year <= year <= LAST.year:
        message = f"the year {year} is outside {FIRST.year} to {LAST.year}"
        raise DayError(message)
    return month_end(year, month)


def _of(last: date, day: int) -> date:
    """A day of the month that ends on ``last``."""
    if not 1 <= day <= last.day:
        month = f"{MONTHS[last.month - 1]} {last.year}"
        message = f"there is no day {day} in {month}; it has {last.day}"
        raise DayError(message)
    return last.replace(day=day)
