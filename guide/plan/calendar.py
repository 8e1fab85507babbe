"""Counting by the calendar, in one place.

Days are inclusive: a phase of one day starts and ends on that day. Months are those of the
calendar: ``add_months`` keeps the day's number, and where the month has no such day takes its last
(31 January plus one month is 28 or 29 February). A phase of n months that starts on s ends on
``add_months(s, n)`` less one day: 1 March plus 3 months ends on 31 May, 31 January plus one month
on 27 (or 28) February. ``latest_start`` is the exact inverse: the last day from which a phase still
ends by a given day.
"""

import calendar
from datetime import date, timedelta

from guide.english import plural
from guide.model.length import Length

DAY = timedelta(days=1)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of the month, some months later (or earlier), or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_end(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def inclusive_end(start: date, length: Length) -> date:
    """The last day of a phase of this length."""
    if length.unit == "month":
        return add_months(start, length.number) - DAY
    return start + timedelta(days=length.fewest_days) - DAY


def latest_start(end: date, length: Length) -> date:
    """The last day on which a phase of this length may start to end on or before ``end``."""
    if length.unit != "month":
        return end - timedelta(days=length.fewest_days) + DAY
    after = end + DAY
    start = add_months(after, -length.number)
    # From the 29th to the 31st, several starts lead to the last day of a short month.
    if after == month_end(after.year, after.month):
        return month_end(start.year, start.month)
    return start


def months_and_days(first: date, last: date) -> str:
    """How long it is from the first day to the last, both included: ``7 months and 3 days``."""
    end = last + DAY
    months = (end.year - first.year) * 12 + end.month - first.month
    while months and add_months(first, months) > end:
        months -= 1
    days = (end - add_months(first, months)).days
    parts = [plural(months, "month")] * bool(months) + [plural(days, "day")] * bool(days)
    return " and ".join(parts) or "no time"


FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""The days a plan takes."""
