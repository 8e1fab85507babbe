"""What is odd about the dates given, though it can be true."""

from collections.abc import Iterator
from datetime import date

from guide.english import listed, short_date
from guide.plan.inputs import Inputs
from guide.plan.records import PlannedPhase, PlannedRoute
from guide.plan.schedule import Counting


def warnings(phases: tuple[PlannedPhase, ...], given: Inputs, counting: Counting) -> Iterator[str]:
    """Each oddity in a sentence; none where nothing is planned."""
    if not phases:
        return
    inputs, today = counting.inputs, counting.today
    report, by = inputs.report_date, inputs.by
    if given.period_end and not counting.old_period:
        yield "Your report speaks about one date: the end of an old period counts for nothing."
    draft = any(planned.phase.until for planned in phases)
    if report and report > today and not draft:
        yield (
            f"The date of the report, {short_date(report)}, is still ahead: this plans for "
            "a report that is not issued yet."
        )
    for planned in phases:
        yield from _of_phase(planned, phases, inputs)
        if planned.phase.until and report and report <= today:
            yield not_ahead(report)
            return
    if by and by < today:
        yield f"The day wanted, {short_date(by)}, is past."


def not_ahead(report: date) -> str:
    """That a draft is planned for a day on which its report should be there."""
    return f"The report is expected on {short_date(report)}, and that is not ahead any more."


def is_past(routes: tuple[PlannedRoute, ...], today: date) -> Iterator[str]:
    """Whether nothing in the plan is ahead any more."""
    ends = [route.ends["worst"] for route in routes if route.ends]
    if ends and max(ends) < today:
        yield (
            f"All of this plan is past: even its worst case ended on {short_date(max(ends))}. "
            "Look at the years of your dates."
        )


def _of_phase(
    planned: PlannedPhase, phases: tuple[PlannedPhase, ...], inputs: Inputs
) -> Iterator[str]:
    title, before = planned.phase.title, _still_running(planned, phases)
    if before and inputs.observe_from and (end := before.spans["worst"].end):
        yield (
            f"{title} starts on your own date, {short_date(inputs.observe_from)}. "
            f"{before.phase.title} may last until {short_date(end)}: begin only "
            "once what was repaired runs."
        )
    end = planned.spans["likely"].end
    if planned.own_end and planned.done_before and end:
        aside = listed(other.phase.title for other in _before_or_beside(planned, phases))
        still = f" {aside}: see what of it is still to be done." if aside else ""
        if inputs.report_date and end > inputs.report_date:
            why = f"your own date, {short_date(end)}, is earlier than what comes first would end"
        else:
            why = "done before the report"
        yield f"{title}: {why}, so nothing is left to count.{still}"


def _before_or_beside(
    planned: PlannedPhase, phases: tuple[PlannedPhase, ...]
) -> Iterator[PlannedPhase]:
    """What this phase waits for, and what runs beside that or beside the phase itself."""
    names = {planned.phase.id, *(name.text for name in planned.phase.after)}
    for other in phases:
        beside = other.phase.beside
        waited_for = other.phase.id in names and other is not planned
        if waited_for or (beside and beside.text in names):
            yield other


def _still_running(planned: PlannedPhase, phases: tuple[PlannedPhase, ...]) -> PlannedPhase | None:
    """The phase before, if it may still run when this one starts on the reader's own date."""
    by_id = {other.phase.id: other for other in phases}
    names = (name.text for name in planned.phase.after)
    before = next((by_id[name] for name in names if name in by_id), None)
    if before is None or not planned.own_start:
        return None
    start, end = planned.spans["worst"].start, before.spans["worst"].end
    return before if start and end and end >= start else None
