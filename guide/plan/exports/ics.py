"""iCalendar (RFC 5545): phases, tasks and days to watch as all-day events, for any calendar.

An all-day event ends before its DTEND, so DTEND is the day after the last. UIDs name the report and
the phase or task, never their days: a second import moves events and doubles none. DTSTAMP and
SEQUENCE come from the moment the plan was made, in UTC: wherever a later file comes from, it is the
newer one.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from guide.journey.code import write_code
from guide.plan.calendar import DAY
from guide.plan.export_items import ExportItem, details, items, uid
from guide.plan.plan_words import TITLE as PLAN
from guide.plan.plan_words import why_open
from guide.plan.records import Plan

if TYPE_CHECKING:
    from icalendar import Event

SUFFIX = ".ics"
TITLE = "Calendar (iCalendar)"
CAUTION = (
    "Importing a later file moves the events that both have. An event that the later one no longer "
    "has stays: remove it by hand."
)

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_MOST = 2**31 - 1
"""The highest SEQUENCE (RFC 5545, 3.3.8), in 2088: from then on DTSTAMP says which is newer."""


def write(plan: Plan) -> str:
    """The calendar; only what has both its days is in it."""
    from icalendar import Calendar  # noqa: PLC0415 - 60 ms, and only this format needs it

    calendar = Calendar()
    calendar.add("prodid", "-//buyer-guide//recovery plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{PLAN}: {plan.guide.title}")
    if why := list(why_open(plan)):
        calendar.add("x-wr-caldesc", " ".join(why))
    for item in filter(_has_days, items(plan)):
        calendar.add_component(_event(plan, item))
    data: bytes = calendar.to_ical()
    return data.decode("utf-8")


def is_empty(plan: Plan) -> bool:
    """Whether there is no event to write."""
    return not any(map(_has_days, items(plan)))


def _has_days(item: ExportItem) -> bool:
    return bool(item.start and item.end and item.start <= item.end)


def _event(plan: Plan, item: ExportItem) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - with the calendar, above

    event = Event()
    start = item.end if item.kind == "task" else item.start
    event.add("uid", uid(plan, item))
    event.add("dtstamp", plan.made)
    since = int((plan.made - _EPOCH).total_seconds())
    event.add("sequence", min(max(since, 0), _MOST))
    event.add("summary", f"Due: {item.title}" if item.kind == "task" else item.title)
    event.add("dtstart", start)
    event.add("dtend", item.end + DAY if item.end else None)
    code = write_code(plan.guide, plan.scenario)
    event.add("description", "\n".join([*details(item, plan), code]))
    event.add("categories", [item.kind])
    event.add("transp", "TRANSPARENT")
    return event
