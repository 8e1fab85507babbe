"""The page of a recovery plan: its days as a chart and a table, what to do, each way, and why."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from guide.document.blocks import (
    Bar,
    Block,
    Chart,
    ChartRow,
    Document,
    Entries,
    Entry,
    Line,
    Mark,
    Pairs,
    Run,
    Section,
    Table,
    Text,
)
from guide.document.formats import Page, Target, write
from guide.english import listed, plural, short_date
from guide.journey.code import write_code
from guide.journey.facts import fact_lines
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.model.recovery import Remark
from guide.pages.advice import CLAIMS_TITLE
from guide.pages.advice_data import fact_data, grounds_data
from guide.plan.arithmetic import route_arithmetic
from guide.plan.coverage_gap import gap_lines
from guide.plan.deadline import wanted_lines
from guide.plan.due_dates import due_days, due_words
from guide.plan.exports import EXPORTS
from guide.plan.occasions import OCCASIONS, occasion_line
from guide.plan.plan_words import TITLE, given, grounds, length_grounds, past, summary, when
from guide.plan.records import CASES, OwnedTask, Plan, PlannedPhase, PlannedRoute
from guide.plan.typical import typical_lines

CHART = "At a glance"
DAYS = "The last day of each phase"
DAYS_HEAD = ("Phase", *(case.capitalize() for case in CASES))
TASKS = "What to do"
ARITHMETIC = "How the days are counted"
COUNTING = (
    "Months are months of the calendar, and both the first and the last day count: three months "
    "from 1 March end on 31 May. A phase starts on the day after the one it waits for."
)


def write_plan(plan: Plan, name: str, target: Target = Target()) -> str:  # noqa: B008  a tuple, never changed
    """The plan in the format of this name: a page, or a file for another program."""
    if name in EXPORTS.names():
        return str(EXPORTS.load(name).write(plan))
    return write(plan_page(plan), name, target)


def plan_page(plan: Plan) -> Page:
    """The page of a plan, in every format."""
    return Page(lambda: document(plan), lambda: data(plan))


def document(plan: Plan) -> Document:
    """The page for people."""
    pairs = (*scenario_pairs(plan.guide, plan.scenario), *given(plan))
    return Document(
        f"{TITLE}: {plan.guide.title}",
        (
            *[Pairs(pairs)] * bool(pairs),
            Line(f"Made on {short_date(plan.today)}.", "quiet"),
        ),
        tuple(plan_blocks(plan)),
        code=write_code(plan.guide, plan.scenario),
    )


def plan_blocks(plan: Plan) -> Iterator[Block]:
    """The plan without its heading: for a screen that says above what it is about."""
    for number, line in enumerate(summary(plan)):
        yield Line(line, "" if number else "answer")
    if chart := plan_chart(plan):
        missing = [planned.phase.title for planned in plan.phases if _undrawn(planned)]
        note = Line(f"Without bars, since their days are open: {listed(missing)}.", "quiet")
        yield Section(CHART, (chart, *[note] * bool(missing)))
    if any(span.end for planned in plan.phases for span in planned.spans.values()):
        yield Section(DAYS, (Table(DAYS_HEAD, tuple(map(_days, plan.phases))),))
    if plan.tasks:
        yield Section(TASKS, tuple(_tasks(plan)))
    yield from (Section(route.way.title, tuple(_route(plan, route))) for route in plan.routes)
    for remarks in plan_remarks(plan):
        entries = tuple(Entry(line) for line in remarks.lines)
        yield Section(remarks.title, (Entries(entries),))
    if plan.facts:
        facts = tuple(
            Entry(fact.says, fact.id, tuple(fact_lines(plan.guide, fact))) for fact in plan.facts
        )
        verified = Line(verified_line(plan.guide, plan.today), "quiet")
        yield Section(CLAIMS_TITLE, (verified, Entries(facts, "listing")), "claims")


def _days(planned: PlannedPhase) -> tuple[str, ...]:
    """The last days of a phase in its three cases, for those who read rather than look."""
    title = planned.phase.title
    if planned.done_before:
        return title, *[f"{_day(planned.spans['likely'].end)} (done)"] * len(CASES)
    return title, *(_day(planned.spans[case].end) for case in CASES)


def _day(day: date | None) -> str:
    return short_date(day) if day else "open"


def plan_chart(plan: Plan) -> Chart | None:
    """The bars of the phases that have all their days; None where no phase has."""
    rows = tuple(
        ChartRow(
            planned.phase.title,
            tuple(
                Bar(case, span.start, span.end)
                for case, span in planned.cases.items()
                if span.start and span.end and span.start <= span.end
            ),
        )
        for planned in plan.phases
        if planned.dated and not planned.done_before
    )
    bars = [bar for row in rows for bar in row.bars]
    if not bars:
        return None
    first, last = _with_today(
        min(bar.start for bar in bars), max(bar.end for bar in bars), plan.today
    )
    wanted = [Mark("wanted", plan.inputs.by)] if plan.inputs.by else []
    return Chart(first, last, rows, (Mark("today", plan.today), *wanted))


def _undrawn(planned: PlannedPhase) -> bool:
    return not planned.dated and not planned.done_before


def _with_today(first: date, last: date, today: date) -> tuple[date, date]:
    """The scale with today on it, unless that would squeeze the bars into half of it."""
    room = last - first
    if first - room <= today < first:
        return today, last
    if last < today <= last + room:
        return first, today
    return first, last


def _route(plan: Plan, route: PlannedRoute) -> Iterator[Block]:
    """The phases of a way that no way before it has, and a line on those that one has."""
    yield from [Line(route.way.about)] * bool(route.way.about)
    before = plan.routes[: plan.routes.index(route)]
    seen = {planned.phase.id for other in before for planned in other.phases}
    known = [planned.phase.title for planned in route.phases if planned.phase.id in seen]
    yield from [Line(f"{listed(known)}: as above.")] * bool(known)
    entries = tuple(_phase(planned) for planned in route.phases if planned.phase.id not in seen)
    yield from [Entries(entries, "numbers")] * bool(entries)


def _phase(planned: PlannedPhase) -> Entry:
    cases = (f"{case}: {words}" if case else words for case, words in when(planned).items())
    why = length_grounds(planned)
    text = f"{planned.phase.title}. {planned.phase.about}".strip()
    return Entry(text, details=(*cases, *[why] * bool(why)))


def _tasks(plan: Plan) -> Iterator[Section]:
    for planned in plan.phases:
        if planned.tasks:
            entries = tuple(_task(plan, planned, owned) for owned in planned.tasks)
            yield Section(_by(planned, plan.today), (Entries(entries, "tasks"),))


def _by(planned: PlannedPhase, today: date) -> str:
    """A phase above its tasks: ``Fixes, by 2 Mar 2026``, as far as that is known."""
    title, day = planned.phase.title, planned.spans["likely"].end
    if day is None:
        return title
    if planned.done_before:
        return f"{title}, done on {short_date(day)}"
    return f"{title}, by {short_date(day)}{past(day, today)}"


def _task(plan: Plan, planned: PlannedPhase, owned: OwnedTask) -> Entry:
    task, due = owned.task, due_words(plan, planned, owned.task)
    details: list[Text] = [(Run("Owner: "), Run(owned.owner, "strong"))]
    details += [f"Due: {due}"] * bool(due)
    details += [f"Proof: {task.evidence}"] * bool(task.evidence)
    return Entry(f"{task.title}. {grounds(task)}".strip(), details=tuple(details))


class PlanRemarks(NamedTuple):
    """A heading with sentences."""

    title: str
    lines: tuple[str, ...]


def plan_remarks(plan: Plan) -> Iterator[PlanRemarks]:
    """What stands below the days and the tasks, in order; JSON holds the same."""
    yield from _arithmetic(plan)
    if plan.typical:
        yield PlanRemarks("Beside the usual range", tuple(typical_lines(plan, plan.typical)))
    if (by := plan.inputs.by) and plan.routes:
        yield PlanRemarks(f"Wanted by {short_date(by)}", tuple(wanted_lines(plan, by)))
    if plan.gap:
        yield PlanRemarks("What no report covers", tuple(gap_lines(plan, plan.gap)))
    if plan.occasions:
        yield PlanRemarks(
            f"How often controls run in {plural(plan.months or 0, 'month')}",
            (*map(occasion_line, plan.occasions), OCCASIONS),
        )
    notes = [f"{note.says} {grounds(note)}" for note in plan.notes]
    notes += [COUNTING] * any(planned.dated for planned in plan.phases)
    if notes:
        yield PlanRemarks("Bear in mind", tuple(notes))


def _arithmetic(plan: Plan) -> Iterator[PlanRemarks]:
    """The arithmetic of each way, once for each case."""
    sums = [(route.way.title, tuple(route_arithmetic(plan, route))) for route in plan.routes]
    sums = [(title, lines) for title, lines in sums if lines]
    for title, lines in sums:
        yield PlanRemarks(f"{ARITHMETIC}: {title}" if len(sums) > 1 else ARITHMETIC, lines)


def data(plan: Plan) -> dict[str, object]:
    """The plan for programs: a contract. Keys and their order do not change.

    Days are ISO, the last day included, null where open.
    """
    return {
        "guide": plan.guide.id,
        "code": write_code(plan.guide, plan.scenario),
        "content_hash": plan.guide.content_hash,
        "made": plan.today.isoformat(),
        "inputs": _inputs_data(plan),
        "nothing": _remark_data(plan.nothing),
        "no_end": _remark_data(plan.no_end),
        "missing": plan.missing,
        "warnings": plan.warnings,
        "phases": [_phase_data(plan, planned) for planned in plan.phases],
        "ways": [
            {
                "id": route.way.id,
                "title": route.way.title,
                "phases": [planned.phase.id for planned in route.phases],
                "ends": _iso_days(route.ends),
                "latest_starts": {
                    latest.phase.id: _iso_days(latest.starts) for latest in route.latest
                },
            }
            for route in plan.routes
        ],
        **_around_data(plan),
        "parts": [remarks._asdict() for remarks in plan_remarks(plan)],
        "notes": [_remark_data(note) for note in plan.notes],
        "facts": {fact.id: fact_data(plan.guide, fact) for fact in plan.facts},
    }


def _inputs_data(plan: Plan) -> dict[str, object]:
    inputs = plan.inputs
    names = ("report_date", "fixes_done", "observe_from", "period_end")
    return {
        **{name: _iso(getattr(inputs, name)) for name in names},
        "months": plan.months,
        "by": _iso(inputs.by),
        "owners": dict(inputs.owners),
    }


def _around_data(plan: Plan) -> dict[str, object]:
    gap, beside = plan.gap, plan.typical
    return {
        "typical": beside
        and {
            "says": beside.typical.says,
            "first": _iso(beside.first),
            "last": _iso(beside.last),
            "verdict": beside.verdict or None,
            "rests_on": beside.typical.rests_on,
        },
        "uncovered": gap
        and {
            "since": _iso(gap.since),
            "counted_from_report": gap.counted_from_report,
            "new_window": _iso_days(gap.windows),
            "new_report": _iso_days(gap.reports),
            "bridge_end": _iso(gap.bridge_end),
            "old_period": gap.old_period,
        },
        "occasions": [
            {
                "control": control.title,
                "every_months": control.every,
                "times": control.times,
                "warning": control.warning or None,
            }
            for control in plan.occasions
        ],
    }


def _phase_data(plan: Plan, planned: PlannedPhase) -> dict[str, object]:
    phase, estimate = planned.phase, planned.estimate
    return {
        "id": phase.id,
        "title": phase.title,
        "beside": phase.beside and phase.beside.text,
        "done_before": planned.done_before,
        "cases": {
            case: {
                "length": span.length and span.length.words,
                "start": _iso(span.start),
                "end": _iso(span.end),
            }
            for case, span in planned.spans.items()
        },
        "rests_on": estimate.rests_on if estimate else (),
        "judgement": (estimate.judgement or None) if estimate else None,
        "tasks": [
            {
                "id": owned.task.id,
                "title": owned.task.title,
                "role": owned.task.owner.text,
                "owner": owned.owner,
                "evidence": owned.task.evidence or None,
                **grounds_data(owned.task),
                "due": [day.isoformat() for day in due_days(plan, planned, owned.task)],
            }
            for owned in planned.tasks
        ],
    }


def _remark_data(remark: Remark | None) -> dict[str, object] | None:
    return {"says": remark.says, **grounds_data(remark)} if remark else None


def _iso_days(days: Mapping[str, date]) -> dict[str, str | None] | None:
    return {case: _iso(day) for case, day in days.items()} if days else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
