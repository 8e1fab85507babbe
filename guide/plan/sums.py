"""The arithmetic of a way in words: the phases that carry it, and what they come to."""

from collections.abc import Iterator
from datetime import date

from guide.english import listed
from guide.model.length import Length
from guide.plan.calendar import DAY, count, months_and_days, short
from guide.plan.records import CASES, Plan, Planned, Route


def route_sums(plan: Plan, route: Route) -> Iterator[str]:
    """A line for each case, and one on what runs beside; none where lengths are open."""
    chain = [one for one in route.phases if one.phase.beside is None]
    if route.ends:
        yield from (_dated(plan, chain, route.ends[case], case) for case in CASES)
        whole = not any(_first(plan, chain, case)[0] for case in CASES)
    elif chain and not plan.no_end and all(_lengths(chain, case) for case in CASES):
        yield from (_undated(chain, case) for case in CASES)
        whole = True
    else:
        return
    aside = [one.phase.title for one in route.phases if one.phase.beside]
    if aside and not whole:
        yield f"Beside the rest, without adding to the whole: {listed(aside)}."
    elif aside:
        verb, adds = ("runs", "adds") if len(aside) == 1 else ("run", "add")
        within = chain[0].phase.title
        yield f"{listed(aside)} {verb} beside {within} and {adds} nothing to the whole."


def _dated(plan: Plan, chain: list[Planned], end: date, case: str) -> str:
    """Only what carries the end: nothing before the last day that something else sets."""
    place, why = _first(plan, chain, case)
    terms = [f"{one.phase.title} {_words(one, case)}" for one in chain[place:]]
    start = chain[place].spans[case].start if terms else None
    if start is None:
        return f"{case.capitalize()}: {why}, {short(end)}."
    whole = months_and_days(start, end)
    told = f"{' + '.join(terms)} = {whole}, from {short(start)} ({why}) to {short(end)}."
    return f"{case.capitalize()}: {told}"


def _first(plan: Plan, chain: list[Planned], case: str) -> tuple[int, str]:
    """The place of the first phase that carries the end, and what sets its first day."""
    for place in range(len(chain) - 1, -1, -1):
        one = chain[place]
        if one.own_end:
            return place + 1, f"the day after your own date for {one.phase.title}"
        if one.own_start:
            return place, "your own date"
        before = chain[place - 1].spans[case].end if place else None
        start = one.spans[case].start
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


def _words(one: Planned, case: str) -> str:
    length = one.spans[case].length
    return length.words if length else "until then"


def _lengths(chain: list[Planned], case: str) -> list[Length]:
    """The lengths of all phases; none where one is open."""
    found = [length for one in chain if (length := one.spans[case].length)]
    return found if len(found) == len(chain) else []


def _undated(chain: list[Planned], case: str) -> str:
    terms = " + ".join(f"{one.phase.title} {_words(one, case)}" for one in chain)
    return f"{case.capitalize()}: {terms} = {_total(_lengths(chain, case))}."


def _total(lengths: list[Length]) -> str:
    """The lengths together, as far as they can be added without a date."""
    units = {unit: sum(x.number for x in lengths if x.unit == unit) for unit in UNITS}
    if units["day"]:
        units["day"] += 7 * units.pop("week")
    return listed([count(number, unit) for unit, number in units.items() if number])


UNITS = ("month", "week", "day")
