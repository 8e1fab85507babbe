"""Calendar files (iCalendar, RFC 5545) of all-day events, for any calendar.

An all-day event ends before its DTEND, so DTEND is the day after the last. UIDs never name days: a
second import moves events and doubles none. DTSTAMP and SEQUENCE come from the moment the file was
made, in UTC: wherever a later file comes from, it is the newer one.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from guide.plan.calendar import DAY

if TYPE_CHECKING:
    from icalendar import Event

CAUTION = (
    "Importing a later file moves the events that both have. An event that the later one no longer "
    "has stays, and all of them do where the date of the report was changed: remove those by hand."
)

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_MOST = 2**31 - 1
"""The highest SEQUENCE (RFC 5545, 3.3.8), in 2088: from then on DTSTAMP says which is newer."""


class AllDay(NamedTuple):
    """One event."""

    uid: str
    title: str
    first: date
    last: date
    """The last day, included."""
    lines: tuple[str, ...]
    """What stands below the title."""
    category: str


class CalendarHead(NamedTuple):
    """What a calendar says of itself."""

    product: str
    name: str
    made: datetime
    about: str = ""


def calendar_text(head: CalendarHead, events: Iterable[AllDay]) -> str:
    """The file."""
    from icalendar import Calendar  # noqa: PLC0415 - 60 ms, and only this format needs it

    calendar = Calendar()
    calendar.add("prodid", f"-//buyer-guide//{head.product}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", head.name)
    if head.about:
        calendar.add("x-wr-caldesc", head.about)
    for event in events:
        calendar.add_component(_event(event, head.made))
    data: bytes = calendar.to_ical()
    return data.decode("utf-8")


def _event(all_day: AllDay, made: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - with the calendar, above

    event = Event()
    event.add("uid", all_day.uid)
    event.add("dtstamp", made)
    event.add("sequence", min(max(int((made - _EPOCH).total_seconds()), 0), _MOST))
    event.add("summary", all_day.title)
    event.add("dtstart", all_day.first)
    event.add("dtend", all_day.last + DAY)
    event.add("description", "\n".join(all_day.lines))
    event.add("categories", [all_day.category])
    event.add("transp", "TRANSPARENT")
    return event
