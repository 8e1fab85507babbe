"""What stands around a plan: somebody else's range, the gap, the bridge, how often controls run."""

from collections.abc import Iterator
from datetime import date

from guide.english import listed
from guide.model.conditions import applies
from guide.model.length import read_length
from guide.model.recovery import Recovery
from guide.plan.calendar import DAY, inclusive_end, short
from guide.plan.inputs import Inputs
from guide.plan.records import Beside, Occasions, Planned, Route, Uncovered
from guide.plan.schedule import Counting, waits_for


def beside(recovery: Recovery, routes: tuple[Route, ...], counting: Counting) -> Beside | None:
    """The typical range, counted from the report's date, and how the estimate lies to it."""
    typical, report = recovery.typical, counting.inputs.report_date
    ends = next((route.ends for route in routes if route.ends), None)
    if typical is None or not routes or not applies(typical, counting.scenario):
        return None
    if report is None or not ends:
        return Beside(typical, None, None, "")
    least, most = read_length(typical.least.text), read_length(typical.most.text)
    if least is None or most is None:
        return None
    first, last = inclusive_end(report + DAY, least), inclusive_end(report + DAY, most)
    return Beside(typical, first, last, _verdict(ends["best"], ends["worst"], first, last))


def _verdict(best: date, worst: date, first: date, last: date) -> str:
    if worst < first:
        return "below"
    if best > last:
        return "beyond"
    if best < first:
        return "wider" if worst > last else "starts below"
    return "runs beyond" if worst > last else "inside"


def uncovered(
    recovery: Recovery, routes: tuple[Route, ...], counting: Counting
) -> Uncovered | None:
    """The time after the old report, and where a bridge letter would end.

    None where no way leads to a new window: then nothing can close the gap.
    """
    inputs = counting.inputs
    old = inputs.period_end or inputs.report_date
    found = [(route, one) for route in routes for one in route.phases if one.phase.window]
    if old is None or not found or _follows_unknown(*found[0], counting):
        return None
    window = found[0][1]
    first = min(routes, key=lambda route: route.ends.get("likely", date.max))
    starts = {case: span.start for case, span in window.spans.items() if span.start}
    bridge, bridge_end = recovery.bridge, None
    if bridge is not None and applies(bridge, counting.scenario):
        length = read_length(bridge.length.text)
        bridge_end = inclusive_end(old + DAY, length) if length else None
    return Uncovered(
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


def _follows_unknown(route: Route, window: Planned, counting: Counting) -> bool:
    """Whether the window begins where the old period ended, and that day is not given."""
    here = {one.phase.id: one.phase for one in route.phases}
    follows = waits_for(window.phase, here, counting) == "period-end"
    return follows and not counting.inputs.period_end and not window.own_start


def occasions(
    recovery: Recovery, routes: tuple[Route, ...], months: int | None
) -> Iterator[Occasions]:
    """How often each kind of control falls due within the window, at least."""
    if months is None or not any(one.phase.window for route in routes for one in route.phases):
        return
    for rhythm in recovery.rhythms:
        every = read_length(rhythm.every.text)
        if every is not None:
            times = months // every.number
            warning = (rhythm.never, rhythm.once, "")[min(times, 2)]
            yield Occasions(rhythm.title, times, warning, every.number)


def warnings(phases: tuple[Planned, ...], given: Inputs, counting: Counting) -> Iterator[str]:
    """What is odd about the dates given, though it can be true."""
    inputs = counting.inputs
    if phases and given.period_end and not counting.old_period:
        yield "Your report speaks about one date: the end of an old period counts for nothing."
    draft = any(one.phase.until for one in phases)
    if phases and not draft and inputs.report_date and inputs.report_date > counting.today:
        yield (
            f"The date of the report, {short(inputs.report_date)}, is still ahead: this plans for "
            "a report that is not issued yet."
        )
    report = inputs.report_date
    by_title = {one.phase.id: one for one in phases}
    for one in phases:
        late = _behind(one, by_title)
        if late is not None:
            yield (
                f"{one.phase.title} starts on your own date, {short(inputs.observe_from)}. "
                f"{late.phase.title} may last until {short(late.spans['worst'].end)}: begin only "
                "once what was repaired runs."
            )
        if one.own_end and one.done_before:
            told = f"{one.phase.title}: done before the report, so nothing is left to count."
            aside = [
                p.phase.title
                for p in phases
                if p.phase.beside and p.phase.beside.text == one.phase.id
            ]
            yield f"{told} {listed(aside)}: see what of it is still to be done." if aside else told
        if one.phase.until and report and report <= counting.today:
            yield f"The report is expected on {short(report)}, and that is not ahead any more."
            return
    if phases and inputs.by and inputs.by < counting.today:
        yield f"The day wanted, {short(inputs.by)}, is past."


def is_past(routes: tuple[Route, ...], today: date) -> Iterator[str]:
    """Whether nothing in the plan is ahead any more."""
    ends = [route.ends["worst"] for route in routes if route.ends]
    if ends and max(ends) < today:
        yield (
            f"All of this plan is past: even its worst case ended on {short(max(ends))}. "
            "Look at the years of your dates."
        )


def _runs_beside(one: Planned, other: Planned) -> bool:
    beside = one.phase.beside
    return beside is not None and beside.text == other.phase.id


def _behind(one: Planned, by_id: dict[str, Planned]) -> Planned | None:
    """The phase before, if it may still run when this one starts on the reader's own date."""
    if not one.own_start:
        return None
    before = next((by_id[n.text] for n in one.phase.after if n.text in by_id), None)
    start = one.spans["worst"].start
    end = before.spans["worst"].end if before else None
    return before if start and end and end >= start else None
