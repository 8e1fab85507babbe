"""The days on which the tasks of a phase are due: its last day, unless the guide says otherwise."""

from datetime import date

from guide.model.length import read_length
from guide.model.recovery import START, Task
from guide.plan.calendar import DAY, count, inclusive_end, short
from guide.plan.records import Plan, Planned, Span


def due_days(plan: Plan, one: Planned, task: Task) -> tuple[date, ...]:
    """The days in the likely case, in order; none where they are open."""
    span = one.spans["likely"]
    if span.start is None or one.done_before:
        return (span.end,) if span.end else ()
    if task.every is not None and span.end:
        return _occasions(span.start, span.end, task.every.text)
    if task.due is not None and (day := _due(plan, one, span, task.due.text)):
        return (day,)
    return (span.end,) if span.end and task.every is None else ()


def due_words(plan: Plan, one: Planned, task: Task) -> str:
    """When the task is due, where that is not the last day of its phase; else empty."""
    days = due_days(plan, one, task)
    if task.every is not None:
        often = f"every {task.every.text.removeprefix('1 ')}"
        if len(days) < 2:
            return often
        times = count(len(days), "time")
        return f"{often}, {times}: first on {short(days[0])}, last on {short(days[-1])}"
    if task.due is None or one.done_before:
        return ""
    if not days:
        start = task.due.text == START
        return "on the first day of this phase" if start else f"{task.due.text} after it starts"
    return f"{short(days[0])}{' (past)' if days[0] < plan.today else ''}"


def _due(plan: Plan, one: Planned, span: Span, text: str) -> date | None:
    """From the first day of the phase, or from the day after the report, if that is later."""
    assert span.start is not None  # noqa: S101 - the caller has looked
    start, report = span.start, plan.inputs.report_date
    if report and not one.phase.until:
        start = max(start, report + DAY)
    if text == START:
        day = start
    else:
        length = read_length(text)
        if length is None or plan.no_end:  # an estimate, like an end
            return None
        day = inclusive_end(start, length)
    return min(day, span.end) if span.end else day


def _occasions(start: date, end: date, every: str) -> tuple[date, ...]:
    length = read_length(every)
    days: list[date] = []
    while length:
        day = inclusive_end(start, length._replace(number=length.number * (len(days) + 1)))
        if day > end:
            break
        days.append(day)
    return tuple(days) or (end,)
