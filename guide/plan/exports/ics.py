"""iCalendar (RFC 5545): phases, tasks and days to watch as all-day events, for any calendar.

UIDs name the report and the phase or task, never their days.
"""

from guide.journey.code import write_code
from guide.plan.calendar_file import CAUTION as CAUTION  # noqa: PLC0414  part of an export
from guide.plan.calendar_file import AllDay, CalendarHead, calendar_text
from guide.plan.export_items import ExportItem, details, items, uid
from guide.plan.plan_words import TITLE as PLAN
from guide.plan.plan_words import why_open
from guide.plan.records import Plan

SUFFIX = ".ics"
TITLE = "Calendar (iCalendar)"


def write(plan: Plan) -> str:
    """The calendar; only what has both its days is in it."""
    name, about = f"{PLAN}: {plan.guide.title}", " ".join(why_open(plan))
    head = CalendarHead("recovery plan", name, plan.made, about)
    return calendar_text(head, [_event(plan, item) for item in items(plan) if _has_days(item)])


def is_empty(plan: Plan) -> bool:
    """Whether there is no event to write."""
    return not any(map(_has_days, items(plan)))


def _has_days(item: ExportItem) -> bool:
    return bool(item.start and item.end and item.start <= item.end)


def _event(plan: Plan, item: ExportItem) -> AllDay:
    assert item.start and item.end  # noqa: S101, PT018  see _has_days
    is_task = item.kind == "task"
    return AllDay(
        uid(plan, item),
        f"Due: {item.title}" if is_task else item.title,
        item.end if is_task else item.start,
        item.end,
        (*details(item, plan), write_code(plan.guide, plan.scenario)),
        item.kind,
    )
