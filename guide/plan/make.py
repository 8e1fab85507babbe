"""A scenario and a few days to a plan."""

from collections.abc import Iterable, Iterator
from datetime import date

from guide.english import listed
from guide.journey.advice import facts_under
from guide.model.basic import Grounded
from guide.model.conditions import Conditional, applies, reads
from guide.model.length import OBSERVATION
from guide.model.recovery import Phase, Recovery, Remark, Way
from guide.model.schema import Fact, Guide, Scenario
from guide.plan.coverage_gap import coverage_gap
from guide.plan.deadline import latest_starts
from guide.plan.inputs import EVERYONE, Inputs, recovery_of
from guide.plan.occasions import occasions
from guide.plan.records import OwnedTask, Plan, PlannedRoute, TypicalRange
from guide.plan.schedule import Counting, schedule, waits_for
from guide.plan.typical import typical_range
from guide.plan.warnings import is_past, warnings


def make(
    guide: Guide,
    scenario: Scenario,
    inputs: Inputs,
    today: date,
    open_facets: tuple[str, ...] = (),
) -> Plan:
    """The plan for this scenario, with inputs that agree (see ``inputs.disagreements``).

    Where it hangs on one of the open facets there is nothing to plan yet.

    Raises:
        NoPlanError: if the guide has none.

    """
    recovery = recovery_of(guide)
    months = inputs.months or _answered(recovery, scenario)
    ends = recovery.ends is not None and applies(recovery.ends, scenario) is True
    period = recovery.old_period is None or applies(recovery.old_period, scenario) is True
    counted = inputs if period else inputs._replace(period_end=None)
    counting = Counting(scenario, counted, today, months, ends, period)
    waiting = _waiting(recovery, scenario, open_facets)
    ways = [] if waiting else [way for way in recovery.ways if applies(way, scenario)]
    routes = tuple(_route(recovery, way, counting) for way in ways)
    by_id = {planned.phase.id: planned for route in routes for planned in route.phases}
    phases = tuple(by_id.values())
    plan = Plan(
        guide=guide,
        recovery=recovery,
        scenario=_counted_with(guide, recovery, scenario, months),
        inputs=inputs,
        today=today,
        months=months,
        phases=phases,
        routes=routes,
        nothing=None if routes else _nothing(guide, recovery, scenario, waiting),
        no_end=_first(recovery.no_end, scenario) if routes and not ends else None,
        missing=tuple(_missing(routes, counting)),
        warnings=(*warnings(phases, inputs, counting), *is_past(routes, today)),
        typical=_typical(recovery, routes, counting),
        gap=coverage_gap(recovery, routes, counting),
        occasions=tuple(occasions(recovery, routes, months)),
        notes=tuple(note for note in recovery.notes if routes and applies(note, scenario)),
        facts=(),
    )
    return plan._replace(facts=_facts(guide, _grounds(plan)))


def _typical(
    recovery: Recovery, routes: tuple[PlannedRoute, ...], counting: Counting
) -> TypicalRange | None:
    typical = typical_range(recovery, routes, counting)
    if typical is None or counting.inputs.report_date or any(route.ends for route in routes):
        return typical
    # Lengths can be compared on any days, so on those of a report of today.
    assumed = counting._replace(inputs=Inputs(report_date=counting.today, months=counting.months))
    dated = tuple(_route(recovery, route.way, assumed) for route in routes)
    dated_range = typical_range(recovery, dated, assumed)
    return typical._replace(verdict=dated_range.verdict if dated_range else "")


def _waiting(recovery: Recovery, scenario: Scenario, open_facets: tuple[str, ...]) -> list[str]:
    """The open facets on which the way, its lengths or its end hang."""
    rows = (row for phase in recovery.phases for row in phase.lengths)
    things: list[Conditional] = [*recovery.ways, *recovery.phases, *rows]
    things += [recovery.ends] if recovery.ends else []
    unsure = [thing for thing in things if applies(thing, scenario, set(open_facets)) is None]
    read = reads(*unsure)
    return [facet for facet in open_facets if facet in read]


def _answered(recovery: Recovery, scenario: Scenario) -> int | None:
    text = scenario.get(recovery.months.text, "") if recovery.months else ""
    return int(text) if text.isdecimal() else None


def _counted_with(
    guide: Guide, recovery: Recovery, scenario: Scenario, months: int | None
) -> Scenario:
    """The scenario with the months that were typed instead of those answered.

    A number that is no answer leaves none: the code must not say what the plan does not.
    """
    name = recovery.months.text if recovery.months else ""
    if months is None or name not in scenario or scenario[name] == str(months):
        return scenario
    others = {facet: value for facet, value in scenario.items() if facet != name}
    known = {value.id for value in guide.facet[name].values}
    return {**others, name: str(months)} if str(months) in known else others


def _route(recovery: Recovery, way: Way, counting: Counting) -> PlannedRoute:
    by_id = {phase.id: phase for phase in recovery.phases}
    phases = tuple(
        phase for name in way.phases if applies(phase := by_id[name.text], counting.scenario)
    )
    tasks = {phase.id: _owned(phase, recovery, counting) for phase in phases}
    planned = schedule(phases, counting, tasks)
    ends = {}
    if counting.estimates and planned and planned[-1].dated:
        ends = {case: span.end for case, span in planned[-1].spans.items() if span.end}
    by = counting.inputs.by
    latest = latest_starts(planned, by, counting) if by and counting.estimates else ()
    return PlannedRoute(way, planned, ends, latest)


def _owned(phase: Phase, recovery: Recovery, counting: Counting) -> tuple[OwnedTask, ...]:
    labels = {role.id: role.label for role in recovery.roles}
    names = counting.inputs.owners
    return tuple(
        OwnedTask(
            task, names.get(task.owner.text) or names.get(EVERYONE) or labels[task.owner.text]
        )
        for task in phase.tasks
        if applies(task, counting.scenario)
    )


def _first(rows: Iterable[Remark], scenario: Scenario) -> Remark | None:
    return next((row for row in rows if applies(row, scenario)), None)


def _nothing(
    guide: Guide, recovery: Recovery, scenario: Scenario, waiting: list[str]
) -> Remark | None:
    if not waiting:
        return _first(recovery.nothing, scenario)
    labels = [facet.label for facet in guide.facets if facet.id in waiting]
    return Remark(f"There is nothing to plan yet. Still open: {listed(labels)}.")


def _missing(routes: tuple[PlannedRoute, ...], counting: Counting) -> Iterator[str]:
    inputs, waits = counting.inputs, set[str]()
    for route in routes:
        here = {planned.phase.id: planned.phase for planned in route.phases}
        waits |= {waits_for(p.phase, here, counting) for p in route.phases if not p.own_start}
    phases = [planned.phase for route in routes for planned in route.phases]
    if inputs.report_date is None and "report-date" in waits:
        yield "the date of the report. Most days count from it."
    elif inputs.report_date is None and any(phase.until for phase in phases):
        yield "the day on which the report is expected. Ask the firm for it."
    if inputs.period_end is None and "period-end" in waits:
        yield "the end of the old period. The next one counts from it."
    watched = any(row.best.text == OBSERVATION for phase in phases for row in phase.lengths)
    if counting.months is None and watched:
        yield "how many months of observation you plan. 3, 6, 9 and 12 are usual."


def _grounds(plan: Plan) -> Iterator[Grounded]:
    for planned in plan.phases:
        if planned.estimate:
            yield planned.estimate
        yield from (owned.task for owned in planned.tasks)
    remarks = (plan.nothing, plan.no_end, *plan.notes)
    yield from (remark for remark in remarks if remark)
    if plan.typical:
        yield plan.typical.typical
    if plan.gap and plan.gap.bridge:
        yield plan.gap.bridge
    warned = {control.title for control in plan.occasions if control.warning}
    yield from (rhythm for rhythm in plan.recovery.rhythms if rhythm.title in warned)


def _facts(guide: Guide, things: Iterable[Grounded]) -> tuple[Fact, ...]:
    facts = {fact.id: fact for thing in things for fact in facts_under(guide, thing)}
    return tuple(facts.values())
