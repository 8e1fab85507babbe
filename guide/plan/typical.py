"""Somebody else's range beside the estimate: where it lies, and what that says."""

from collections.abc import Iterator
from datetime import date

from guide.english import plural, short_date
from guide.model.conditions import applies
from guide.model.length import read_length
from guide.model.recovery import Recovery
from guide.plan.calendar import DAY, inclusive_end
from guide.plan.plan_words import grounds
from guide.plan.records import Plan, PlannedRoute, TypicalRange
from guide.plan.schedule import Counting

_VERDICTS = {
    "inside": "Our estimate lies inside it.",
    "below": "Our estimate is shorter than all of it.",
    "starts below": "Our best case is shorter; the worst lies inside it.",
    "runs beyond": "Our best case lies inside it; the worst takes longer.",
    "beyond": "Our estimate does not fit into it: even the best case takes longer.",
    "wider": "Our best case is shorter, and the worst takes longer.",
}


def typical_range(
    recovery: Recovery, routes: tuple[PlannedRoute, ...], counting: Counting
) -> TypicalRange | None:
    """The typical range, counted from the report's date, and how the estimate lies to it."""
    typical, report = recovery.typical, counting.inputs.report_date
    ends = next((route.ends for route in routes if route.ends), None)
    if typical is None or not routes or not applies(typical, counting.scenario):
        return None
    if report is None or not ends:
        return TypicalRange(typical, None, None, "")
    least, most = read_length(typical.least.text), read_length(typical.most.text)
    if least is None or most is None:
        return None
    first, last = inclusive_end(report + DAY, least), inclusive_end(report + DAY, most)
    return TypicalRange(typical, first, last, _verdict(ends["best"], ends["worst"], first, last))


def _verdict(best: date, worst: date, first: date, last: date) -> str:
    if worst < first:
        return "below"
    if best > last:
        return "beyond"
    if best < first:
        return "wider" if worst > last else "starts below"
    return "runs beyond" if worst > last else "inside"


def typical_lines(plan: Plan, beside: TypicalRange) -> Iterator[str]:
    """Who gives which range, and how the estimate lies to it."""
    yield f"{beside.typical.says} {grounds(beside.typical)}"
    verdict = _VERDICTS.get(beside.verdict, "")
    if beside.first and beside.last:
        days = f"{short_date(beside.first)} to {short_date(beside.last)}"
        yield f"From the report's date that would be {days}. {verdict}"
    elif verdict:
        yield f"Without the report's date only lengths can be set beside it. {verdict}"
    elif any(route.ends for route in plan.routes):
        yield "It counts from the report's date, and that is not given."
    if beside.verdict == "beyond" and plan.months:
        months = plural(plan.months, "month")
        yield f"An observation of {months} leaves no room for the rest in it."
