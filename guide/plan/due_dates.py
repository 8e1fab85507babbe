"""The days on which the tasks of a phase are due: its last day, unless the guide says otherwise."""

from datetime import date

from guide.english import plural, short_date
from guide.model.length import read_length
from guide.model.recovery import START, Task
from guide.plan.calendar import DAY, inclusive_end
from guide.plan.plan_words import past
from guide.plan.records import Plan, PlannedPhase


def due_days(plan: Plan, planned: PlannedPhase, task: Task) -> tuple[date, ...]:
    """The days in the likely case, in order; none where they are open."""
    start, end = planned.spans["likely"].start, planned.spans["likely"].end
    if start is None or planned.done_before:
        return (end,) if end else ()
    if task.every is not None:
        return _occasions(start, end, task.every.text) if end else ()
    if task.due is not None and (day := _due(plan, planned, start, task.due.text)):
        return (min(day, end) if end else day,)
    return (end,) if end else ()


def due_words(plan: Plan, planned: PlannedPhase, task: Task) -> str:
    """When the task is due, where that is not the last day of its phase; else empty."""
    days = due_days(plan, planned, task)
    if task.every is not None:
        often = f"every {task.every.text.removeprefix('1 ')}"
        if len(days) < 2:
            return often
        first, last = short_date(days[0]), short_date(days[-1])
        return f"{often}, {plural(len(days), 'time')}: first on {first}, last on {last}"
    if task.due is None or planned.done_before:
        return ""
    if not days:
        start = task.due.text == START
        return "on the first day of this phase" if start else f"{task.due.text} after it starts"
    return short_date(days[0]) + past(days[0], plan.today)


def _due(plan: Plan, planned: PlannedPhase, start: date, text: str) -> date | None:
    """From the first day of the phase, or from the day after the report, if that is later."""
    report = plan.inputs.report_date
    if report and not planned.phase.until:
        start = max(start, report + DAY)
    if text == START:
        return start
    length = read_length(text)
    if length is None or plan.no_end:  # an estimate, like an end
        return None
    return inclusive_end(start, length)


def _occasions(start: date, end: date, every: str) -> tuple[date, ...]:
    length = read_length(every)
    days: list[date] = []
    while length:
        day = inclusive_end(start, length._replace(number=length.number * (len(days) + 1)))
        if day > end:
            break
        days.append(day)
    return tuple(days) or (end,)
