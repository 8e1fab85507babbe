"""Backward from the day on which a report is wanted: the last days on which phases may start."""

from collections.abc import Iterator
from datetime import date

from guide.english import short_date
from guide.plan.calendar import DAY, latest_start
from guide.plan.plan_words import in_time, past
from guide.plan.records import CASES, LatestStart, Plan, PlannedPhase
from guide.plan.schedule import Counting, length_of, waits_for


def latest_starts(
    phases: tuple[PlannedPhase, ...], by: date, counting: Counting
) -> tuple[LatestStart, ...]:
    """The last days on which each phase may start for all to end by a day.

    From the last phase to the first, the exact inverse of ``schedule`` without the reader's own
    dates. Phases that run beside another, and those that a date of the reader's ends, are left out.
    Nothing where a length is open.
    """
    here = {planned.phase.id: planned.phase for planned in phases}
    over = {planned.phase.id for planned in phases if planned.own_end}
    chain = [phases[-1].phase] if phases else []
    while chain and (before := waits_for(chain[-1], here, counting)) in here.keys() - over:
        chain.append(here[before])
    ends = dict.fromkeys(CASES, by)
    latest = []
    for phase in chain:
        starts = {}
        for case in CASES:
            length = length_of(phase, case, counting)
            if length is None:
                return ()
            starts[case] = latest_start(ends[case], length)
        latest.append(LatestStart(phase, starts))
        ends = {case: start - DAY for case, start in starts.items()}
    return tuple(reversed(latest))


def wanted_lines(plan: Plan, by: date) -> Iterator[str]:
    """For each way, the days by which its phases must start, and whether the plan meets the day."""
    if plan.no_end:
        yield "No latest start can be named, for the same reason as there is no end."
        return
    for route in plan.routes:
        if not route.latest:
            yield f"{route.way.title}: the months of observation are needed to count back."
            continue
        yield f"{route.way.title}. To end in time, each phase must start by these days:"
        yield from (_late(latest, plan.today) for latest in route.latest)
        if route.ends:
            yield f"As planned above: {in_time(route, by)}."


def _late(latest: LatestStart, today: date) -> str:
    days = (f"{case} {short_date(day)}{past(day, today)}" for case, day in latest.starts.items())
    return f"{latest.phase.title}: {', '.join(days)}."
