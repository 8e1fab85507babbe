"""How often controls fall due within the observation period, at least."""

from collections.abc import Iterator

from guide.model.length import read_length
from guide.model.recovery import Recovery
from guide.plan.records import Occasions, PlannedRoute

OCCASIONS = (
    "This holds where a control falls due on fixed days, so many months apart. If it only has to "
    "run once in each quarter or year of the calendar, the window may hold one occasion less: so "
    "fix the days."
)


def occasions(
    recovery: Recovery, routes: tuple[PlannedRoute, ...], months: int | None
) -> Iterator[Occasions]:
    """How often each kind of control falls due within the window."""
    windows = (planned.phase.window for route in routes for planned in route.phases)
    if months is None or not any(windows):
        return
    for rhythm in recovery.rhythms:
        every = read_length(rhythm.every.text)
        if every is not None:
            times = months // every.number
            warning = (rhythm.never, rhythm.once, "")[min(times, 2)]
            yield Occasions(rhythm.title, times, warning, every.number)


def occasion_line(control: Occasions) -> str:
    """How often a control falls due, and the warning."""
    if control.times == 0:
        return f"{control.title}: perhaps never. {control.warning}"
    often = {1: "once", 2: "twice"}.get(control.times, f"{control.times} times")
    return f"{control.title}: at least {often}. {control.warning}".strip()
