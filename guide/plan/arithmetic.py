"""The arithmetic of a way in words: the phases that carry it, and what they come to."""

from collections.abc import Iterator
from datetime import date

from guide.english import listed, plural, short_date
from guide.model.length import Length
from guide.plan.calendar import DAY, months_and_days
from guide.plan.records import CASES, Plan, PlannedPhase, PlannedRoute


def route_arithmetic(plan: Plan, route: PlannedRoute) -> Iterator[str]:
    """A line for each case, and one on what adds nothing; none where lengths are open."""
    chain = [planned for planned in route.phases if planned.phase.beside is None]
    spared: list[PlannedPhase] = []
    if route.ends:
        yield from (_dated(plan, chain, route.ends[case], case) for case in CASES)
        firsts = [_first(plan, chain, case)[0] for case in CASES]
        whole = not any(firsts)
        if any(planned.own_end or planned.own_start for planned in chain):
            spared = [planned for planned in chain[: min(firsts)] if not planned.own_end]
    elif chain and not plan.no_end and all(_lengths(chain, case) for case in CASES):
        yield from (_undated(chain, case) for case in CASES)
        whole = True
    else:
        return
    aside = [p.phase.title for p in route.phases if p.phase.beside or p in spared]
    if aside and not whole:
        yield f"Beside the rest, without adding to the whole: {listed(aside)}."
    elif aside:
        verb, adds = ("runs", "adds") if len(aside) == 1 else ("run", "add")
        within = chain[0].phase.title
        yield f"{listed(aside)} {verb} beside {within} and {adds} nothing to the whole."


def _dated(plan: Plan, chain: list[PlannedPhase], end: date, case: str) -> str:
    """Only what carries the end: nothing before the last day that something else sets."""
    place, why = _first(plan, chain, case)
    carrying = chain[place:]
    start = carrying[0].spans[case].start if carrying else None
    if start is None:
        return f"{case.capitalize()}: {why}, {short_date(end)}."
    whole = months_and_days(start, end)
    days = f"from {short_date(start)} ({why}) to {short_date(end)}"
    return f"{case.capitalize()}: {_terms(carrying, case)} = {whole}, {days}."


def _undated(chain: list[PlannedPhase], case: str) -> str:
    return f"{case.capitalize()}: {_terms(chain, case)} = {_total(_lengths(chain, case))}."


def _terms(chain: list[PlannedPhase], case: str) -> str:
    lengths = (planned.spans[case].length for planned in chain)
    return " + ".join(
        f"{planned.phase.title} {length.words if length else 'until then'}"
        for planned, length in zip(chain, lengths, strict=True)
    )


def _first(plan: Plan, chain: list[PlannedPhase], case: str) -> tuple[int, str]:
    """The place of the first phase that carries the end, and what sets its first day."""
    for place in range(len(chain) - 1, -1, -1):
        planned = chain[place]
        if planned.own_end:
            return place + 1, f"the day after your own date for {planned.phase.title}"
        if planned.own_start:
            return place, "your own date"
        before = chain[place - 1].spans[case].end if place else None
        start = planned.spans[case].start
        if start and (before is None or start != before + DAY):
            return place, _set_by(plan, start)
    return 0, "the first day"


def _set_by(plan: Plan, start: date) -> str:
    report, period = plan.inputs.report_date, plan.inputs.period_end
    if period and start == period + DAY:
        return "the day after the old period"
    if report and start == report + DAY:
        return "the day after the report"
    return "today" if start == plan.today else "the first day"


def _lengths(chain: list[PlannedPhase], case: str) -> list[Length]:
    """The lengths of all phases; none where one is open."""
    lengths = [length for planned in chain if (length := planned.spans[case].length)]
    return lengths if len(lengths) == len(chain) else []


def _total(lengths: list[Length]) -> str:
    """The lengths together, as far as they can be added without a date."""
    units = {
        unit: sum(length.number for length in lengths if length.unit == unit)
        for unit in ("month", "week", "day")
    }
    if units["day"]:
        units["day"] += 7 * units.pop("week")
    return listed(plural(number, unit) for unit, number in units.items() if number)
