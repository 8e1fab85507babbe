"""The days of a recovery plan, as lines of a decision record."""

from collections.abc import Iterator

from guide.plan.calendar import short
from guide.plan.records import CASES, Plan


def plan_lines(plan: Plan | None) -> Iterator[str]:
    """When each phase is likely to run and when a new report may come; nothing without days."""
    if plan is None or not (plan.routes or plan.nothing):
        return
    if plan.nothing:
        yield plan.nothing.says
        return
    if plan.inputs.report_date:
        yield f"The report in hand: {short(plan.inputs.report_date)}."
    for one in plan.phases:
        span = one.spans["likely"]
        if span.start and span.end and not one.done_before:
            yield f"{one.phase.title}: likely {short(span.start)} to {short(span.end)}."
    for route in plan.routes:
        if route.ends:
            days = ", ".join(f"{case} {short(route.ends[case])}" for case in CASES)
            yield f"{route.way.title}, its end: {days}. An estimate, not a promise."
    if plan.no_end:
        yield plan.no_end.says
    yield from plan.missing
