"""The time that no report covers, and how far a bridge letter reaches into it."""

from collections.abc import Iterator, Mapping
from datetime import date

from guide.english import short_date
from guide.model.conditions import applies
from guide.model.length import read_length
from guide.model.recovery import Recovery
from guide.plan.calendar import DAY, inclusive_end, months_and_days
from guide.plan.plan_words import GAP_FROM_REPORT, days_in_cases, grounds, in_cases, past
from guide.plan.records import CoverageGap, Plan, PlannedPhase, PlannedRoute
from guide.plan.schedule import Counting, waits_for


def coverage_gap(
    recovery: Recovery, routes: tuple[PlannedRoute, ...], counting: Counting
) -> CoverageGap | None:
    """The time after the old report, and where a bridge letter would end.

    None where no way leads to a new window: then nothing can close the gap.
    """
    inputs = counting.inputs
    old = inputs.period_end or inputs.report_date
    windows = (
        (route, planned) for route in routes for planned in route.phases if planned.phase.window
    )
    route, window = next(windows, (None, None))
    if old is None or route is None or window is None or _follows_unknown(route, window, counting):
        return None
    first = min(routes, key=lambda route: route.ends.get("likely", date.max))
    starts = {case: span.start for case, span in window.spans.items() if span.start}
    bridge, bridge_end = recovery.bridge, None
    if bridge is not None and applies(bridge, counting.scenario):
        length = read_length(bridge.length.text)
        bridge_end = inclusive_end(old + DAY, length) if length else None
    return CoverageGap(
        since=old + DAY,
        old_period=counting.old_period,
        counted_from_report=counting.old_period and inputs.period_end is None,
        windows=starts,
        reports=dict(first.ends),
        result=first.way.result,
        later=tuple(route for route in routes if route is not first),
        bridge=bridge if bridge_end else None,
        bridge_end=bridge_end,
    )


def _follows_unknown(route: PlannedRoute, window: PlannedPhase, counting: Counting) -> bool:
    """Whether the window begins where the old period ended, and that day is not given."""
    here = {planned.phase.id: planned.phase for planned in route.phases}
    follows = waits_for(window.phase, here, counting) == "period-end"
    return follows and not counting.inputs.period_end and not window.own_start


def gap_lines(plan: Plan, gap: CoverageGap) -> Iterator[str]:
    """How long buyers have no newer report, and what a bridge letter would cover."""
    if gap.counted_from_report:
        yield f"{GAP_FROM_REPORT} The true gap began earlier, when the period ended."
    if not gap.old_period:
        yield "Your report speaks about one date, so it covers no period that could end."
        if gap.windows:
            opens = days_in_cases(gap.windows)
            yield f"The new window would be the first period covered: from {opens}."
    elif gap.windows:
        yield _stretch(gap.since, gap.windows)
    else:
        since = short_date(gap.since)
        yield f"No period covers the time from {since} until the new window opens."
    waiting = f"Until {gap.result[:1].lower()}{gap.result[1:]} comes, buyers have nothing newer"
    if gap.reports:
        yield f"{waiting}: {_lengths(gap.since, gap.reports)}."
    elif plan.no_end:
        yield f"{waiting}. We name no day for it."
    for route in gap.later:
        if route.ends:
            yield f"{route.way.result} would come later: {days_in_cases(route.ends)}."
    if gap.bridge and gap.bridge_end:
        yield f"{gap.bridge.says} {grounds(gap.bridge)}"
        end = f"{short_date(gap.bridge_end)}{past(gap.bridge_end, plan.today)}"
        length = gap.bridge.length.text
        reach = _reach(gap.bridge_end, gap.reports) if gap.reports else ""
        yield f"A bridge letter of {length} would end on {end}.{reach}"


def _stretch(since: date, opens: Mapping[str, date]) -> str:
    if opens["worst"] <= since:
        return "The new period follows the old one without a gap."
    ends = {case: day - DAY for case, day in opens.items()}
    days, lengths = days_in_cases(ends), _lengths(since, ends)
    if len(set(ends.values())) == 1:
        return f"No period covers {short_date(since)} to {days}: {lengths}."
    return (
        f"No period covers the time from {short_date(since)} to the day before the new window "
        f"opens, {days}: {lengths}."
    )


def _lengths(since: date, until: Mapping[str, date]) -> str:
    """How long the three cases are: ``likely 3 months (best 2 months, worst 4 months)``."""
    return in_cases(
        {case: months_and_days(since, max(day, since - DAY)) for case, day in until.items()}
    )


def _reach(end: date, reports: Mapping[str, date]) -> str:
    """Whether the bridge reaches to the new report, in a sentence with a space before it."""
    if end >= reports["worst"]:
        return " It would reach to the new report even in the worst case."
    if end >= reports["likely"] - DAY:
        return " In the likely case it reaches to the new report, in the worst it does not."
    left = months_and_days(end + DAY, reports["likely"] - DAY)
    return f" From then to the likely day of the new report, {left} stay open."
