"""A plan as a flat list of things with days, for calendars and task lists."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from guide.english import short_date
from guide.plan.calendar import DAY
from guide.plan.due_dates import due_days
from guide.plan.plan_words import GAP_FROM_REPORT, days_in_cases, grounds
from guide.plan.records import CASES, OwnedTask, Plan, PlannedPhase

_SPACE = uuid.UUID("6f0f1b52-0a55-5c9e-9d55-9a3c8c1f6d1e")
"""Made once; with another, everything imported before would be imported a second time."""


class ExportItem(NamedTuple):
    """One thing with days: the likely ones."""

    id: str
    """The phase's or the task's id: the same whatever the scenario and the dates."""
    kind: str
    """``phase``, ``task`` or ``day``."""
    title: str
    start: date | None
    end: date | None
    """The last day, included."""
    planned: PlannedPhase | None = None
    owned: OwnedTask | None = None
    note: str = ""


def items(plan: Plan) -> Iterator[ExportItem]:
    """Phases, each followed by its tasks, then the days to watch."""
    for planned in plan.phases:
        phase, span = planned.phase, planned.spans["likely"]
        yield ExportItem(phase.id, "phase", phase.title, span.start, span.end, planned)
        for owned in planned.tasks:
            yield from _occasions(plan, planned, owned)
    yield from _days(plan)


def _occasions(plan: Plan, planned: PlannedPhase, owned: OwnedTask) -> Iterator[ExportItem]:
    """A task; one that comes again, once for each of its days, each by a name of its own."""
    task, start = owned.task, planned.spans["likely"].start
    days = due_days(plan, planned, task)
    if len(days) < 2:
        day = days[0] if days else None
        yield ExportItem(task.id, "task", task.title, start, day, planned, owned)
        return
    for number, day in enumerate(days, 1):
        title = f"{task.title} ({number} of {len(days)})"
        yield ExportItem(f"{task.id}.{number}", "task", title, start, day, planned, owned)
        start = day + DAY


def _days(plan: Plan) -> Iterator[ExportItem]:
    gap = plan.gap
    if gap and gap.bridge and gap.bridge_end:
        title = f"A bridge letter of {gap.bridge.length.text} would end"
        note = f"{gap.bridge.says} {grounds(gap.bridge)}"
        note += f" {GAP_FROM_REPORT}" * gap.counted_from_report
        note += " This day is past." * (gap.bridge_end < plan.today)
        yield ExportItem("bridge-end", "day", title, gap.bridge_end, gap.bridge_end, note=note)
    if plan.inputs.by:
        by = plan.inputs.by
        yield ExportItem("wanted-by", "day", "Report wanted", by, by)
        for route in plan.routes:
            for latest in route.latest:
                name = f"{route.way.id}.{latest.phase.id}"
                title = f"Latest start of {latest.phase.title}, likely case"
                note = f"{route.way.title}. Latest start: {days_in_cases(latest.starts)}."
                day = latest.starts["likely"]
                yield ExportItem(f"latest.{name}", "day", title, day, day, note=note)


def uid(plan: Plan, item: ExportItem) -> str:
    """A name that no other thing in the world has, and that this one keeps.

    It hangs on the report that the plan starts from, and on no other date or answer: a plan made
    again moves what was imported, and that of another report stands beside it.
    """
    names = (item.kind, item.id, "recovery", plan.guide.id, plan.report)
    return f"{'.'.join(filter(None, names))}@buyer-guide.invalid"


def stable_uuid(plan: Plan, item: ExportItem) -> str:
    """The same as a UUID."""
    return str(uuid.uuid5(_SPACE, uid(plan, item)))


def details(item: ExportItem, plan: Plan) -> list[str]:
    """What stands below the title, line by line."""
    lines = [item.note] if item.note else []
    if item.owned:
        lines.append(f"Owner: {item.owned.owner}")
        lines += [f"Proof: {item.owned.task.evidence}"] * bool(item.owned.task.evidence)
        lines.append(f"Phase: {item.planned.phase.title}" if item.planned else "")
        lines.append(grounds(item.owned.task))
    elif item.planned:
        lines.append(item.planned.phase.about)
        for case in CASES:
            span = item.planned.spans[case]
            if span.start and span.end:
                lines.append(f"{case}: {short_date(span.start)} to {short_date(span.end)}")
    if plan.no_end and (item.kind == "phase" or (item.kind == "task" and not item.end)):
        lines.append(plan.no_end.says)
    return [line for line in lines if line]
