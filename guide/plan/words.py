"""The words that every format of a plan shares: one source, so that they can't disagree."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from guide.english import listed
from guide.model.basic import Grounded
from guide.plan.calendar import DAY, count, months_and_days, short
from guide.plan.inputs import FIELDS
from guide.plan.records import CASES, Latest, Occasions, Plan, Planned, Route, Uncovered
from guide.plan.sums import route_sums

TITLE = "Recovery plan"
CHART = "At a glance"
DAYS = "Days"
TASKS = "What to do"
SUM = "How the days are counted"
GAP_FROM_REPORT = "The end of the old period is not given, so this counts from the report's date."
OCCASIONS = (
    "This holds where a control falls due on fixed days, so many months apart. If it only has to "
    "run once in each quarter or year of the calendar, the window may hold one occasion less: so "
    "fix the days."
)
COUNTING = (
    "Months are months of the calendar, and both the first and the last day count: three months "
    "from 1 March end on 31 May. A phase starts on the day after the one it waits for."
)
VERDICTS = {
    "inside": "Our estimate lies inside it.",
    "below": "Our estimate is shorter than all of it.",
    "starts below": "Our best case is shorter; the worst lies inside it.",
    "runs beyond": "Our best case lies inside it; the worst takes longer.",
    "beyond": "Our estimate does not fit into it: even the best case takes longer.",
    "wider": "Our best case is shorter, and the worst takes longer.",
}


class Part(NamedTuple):
    """A heading with paragraphs."""

    title: str
    lines: tuple[str, ...]


def given(plan: Plan) -> list[tuple[str, str]]:
    """What the plan counts from, label and words; empty inputs left out."""
    rows = []
    for field in FIELDS:
        value = getattr(plan.inputs, field.name)
        if value is not None and not (field.name == "months" and _answered(plan)):
            text = short(value) if isinstance(value, date) else f"{value}"
            rows.append((field.label, text))
    return rows


def _answered(plan: Plan) -> bool:
    """Whether the months counted with stand among the answers already."""
    name = plan.recovery.months
    return name is not None and plan.scenario.get(name.text) == str(plan.months)


def summary(plan: Plan) -> Iterator[str]:
    """The first thing to read: what the plan comes to, or why it comes to nothing."""
    if plan.nothing:
        yield plan.nothing.says
    for route in plan.routes:
        if route.ends:
            yield f"{route.way.result}: {three(route.ends)}.{_in_time(plan, route)}"
    if plan.no_end:
        yield plan.no_end.says
    yield from (f"Missing: {line}" for line in plan.missing)
    yield from plan.warnings


def why_open(plan: Plan) -> Iterator[str]:
    """Why days are open, for formats without room for sentences: each reason in a line."""
    if plan.nothing:
        yield plan.nothing.says
    if plan.no_end:
        yield plan.no_end.says
    yield from (f"Missing: {line}" for line in plan.missing)


def when(one: Planned, case: str) -> str:
    """How long a phase lasts in one case, and its days."""
    span, length = one.spans[case], length_words(one, case)
    if one.done_before:
        return f"done on {short(span.end)}"
    if span.start is None and one.own_end:
        return f"until {short(span.end)}"
    if span.start is None:
        return f"{length}; the days are open" if span.length else "the days are open"
    if span.end is None:
        return f"from {short(span.start)}; its end is open"
    return f"{length}, {short(span.start)} to {short(span.end)}"


def three(days: Mapping[str, date]) -> str:
    """The days of the three cases, once where they are one."""
    if len(set(days.values())) == 1:
        return short(days["likely"])
    best, likely, worst = (short(days[case]) for case in CASES)
    return f"likely {likely} (best {best}, worst {worst})"


def length_words(one: Planned, case: str) -> str:
    """How long a phase lasts, in words."""
    span = one.spans[case]
    if one.own_end:
        return "your own date"
    if span.length:
        return span.length.words
    return "before the report" if one.phase.until and span.end else "open"


def source(thing: Grounded) -> str:
    """What something rests on, in brackets: ``[F14; editors]``."""
    marks = [", ".join(thing.rests_on)] * bool(thing.rests_on)
    marks += ["editors"] * bool(thing.judgement)
    return f"[{'; '.join(marks)}]" if marks else ""


def length_grounds(one: Planned) -> str:
    """What a phase's length rests on, in words."""
    if one.own_end:
        return "The end is your own date."
    if one.estimate is None:
        return ""
    named = f"Rests on {listed(list(one.estimate.rests_on))}." if one.estimate.rests_on else ""
    return " ".join(filter(None, (one.estimate.judgement, named)))


def sums(plan: Plan) -> Iterator[Part]:
    """The arithmetic of each way, once for each case."""
    found = [(route, tuple(route_sums(plan, route))) for route in plan.routes]
    found = [(route, lines) for route, lines in found if lines]
    for route, lines in found:
        yield Part(f"{SUM}: {route.way.title}" if len(found) > 1 else SUM, lines)


def parts(plan: Plan) -> Iterator[Part]:
    """What stands below the days and the tasks, in order."""
    yield from sums(plan)
    if plan.beside:
        yield Part("Beside the usual range", tuple(_beside(plan)))
    if plan.inputs.by and plan.routes:
        yield Part(f"Wanted by {short(plan.inputs.by)}", tuple(_wanted(plan, plan.inputs.by)))
    if plan.uncovered:
        yield Part("What no report covers", tuple(_uncovered(plan, plan.uncovered)))
    if plan.occasions:
        yield Part(
            f"How often controls run in {count(plan.months or 0, 'month')}",
            (*map(occasion_line, plan.occasions), OCCASIONS),
        )
    notes = [f"{note.says} {source(note)}" for note in plan.notes]
    if any(one.dated for one in plan.phases):
        notes.append(COUNTING)
    if notes:
        yield Part("Bear in mind", tuple(notes))


def occasion_line(one: Occasions) -> str:
    """How often a control falls due, and the warning."""
    if one.times == 0:
        return f"{one.title}: perhaps never. {one.warning}"
    often = {1: "once", 2: "twice"}.get(one.times, f"{one.times} times")
    return f"{one.title}: at least {often}. {one.warning}".strip()


def heading(one: Planned, today: date) -> str:
    """A phase above its tasks: ``Fixes, by 2 Mar 2026``, as far as that is known."""
    day = one.spans["likely"].end
    if day is None:
        return one.phase.title
    if one.done_before:
        return f"{one.phase.title}, done on {short(day)}"
    return f"{one.phase.title}, by {short(day)}{' (past)' if day < today else ''}"


def shown(plan: Plan, route: Route) -> tuple[str, tuple[Planned, ...]]:
    """The phases of a way that no way before it has, and a line on those that one has."""
    before = plan.routes[: plan.routes.index(route)]
    seen = {one.phase.id for other in before for one in other.phases}
    known = [one.phase.title for one in route.phases if one.phase.id in seen]
    line = f"{listed(known)}: as above." if known else ""
    return line, tuple(one for one in route.phases if one.phase.id not in seen)


def _beside(plan: Plan) -> Iterator[str]:
    beside = plan.beside
    if beside is None:
        return
    yield f"{beside.typical.says} {source(beside.typical)}"
    if beside.first:
        yield (
            f"From the report's date that would be {short(beside.first)} to "
            f"{short(beside.last)}. {VERDICTS[beside.verdict]}"
        )
    elif beside.verdict:
        verdict = VERDICTS[beside.verdict]
        yield f"Without the report's date only lengths can be set beside it. {verdict}"
    elif any(route.ends for route in plan.routes):
        yield "It counts from the report's date, and that is not given."
    if beside.verdict == "beyond" and plan.months:
        yield f"An observation of {count(plan.months, 'month')} leaves no room for the rest in it."


def _wanted(plan: Plan, by: date) -> Iterator[str]:
    if plan.no_end:
        yield "No latest start can be named, for the same reason as there is no end."
        return
    for route in plan.routes:
        if not route.latest:
            yield f"{route.way.title}: the months of observation are needed to count back."
            continue
        yield f"{route.way.title}. To end in time, each phase must start by these days:"
        yield from (_late(plan, one) for one in route.latest)
        if route.ends:
            yield f"As planned above: {_meets(route, by)}."


def _late(plan: Plan, one: Latest) -> str:
    told = []
    for case in CASES:
        day = one.starts[case]
        past = " (past)" if day < plan.today else ""
        told.append(f"{case} {short(day)}{past}")
    return f"{one.phase.title}: {', '.join(told)}."


def _meets(route: Route, by: date) -> str:
    told = []
    for case in CASES:
        end = route.ends[case]
        late = f"{months_and_days(by + DAY, end)} late" if end > by else "in time"
        told.append(f"{case} {late}")
    return ", ".join(told)


def _in_time(plan: Plan, route: Route) -> str:
    """Whether that is in time for the day wanted, in a sentence."""
    by = plan.inputs.by
    return f" Wanted by {short(by)}: {_meets(route, by)}." if by else ""


def _uncovered(plan: Plan, gap: Uncovered) -> Iterator[str]:
    if gap.counted_from_report:
        yield f"{GAP_FROM_REPORT} The true gap began earlier, when the period ended."
    if not gap.old_period:
        yield "Your report speaks about one date, so it covers no period that could end."
        if gap.windows:
            yield f"The new window would be the first period covered: from {three(gap.windows)}."
    elif gap.windows:
        yield _stretch(gap.since, gap.windows)
    else:
        yield f"No period covers the time from {short(gap.since)} until the new window opens."
    result = _small(gap.result)
    if gap.reports:
        told = _lengths(gap.since, gap.reports)
        yield f"Until {result} comes, buyers have nothing newer: {told}."
    elif plan.no_end:
        yield f"Until {result} comes, buyers have nothing newer. We name no day for it."
    for route in gap.later:
        if route.ends:
            yield f"{route.way.result} would come later: {three(route.ends)}."
    if gap.bridge and gap.bridge_end:
        yield f"{gap.bridge.says} {source(gap.bridge)}"
        length = gap.bridge.length.text
        past = " (past)" if gap.bridge_end < plan.today else ""
        end = f"{short(gap.bridge_end)}{past}"
        yield f"A bridge letter of {length} would end on {end}.{_after(gap)}"


def _small(text: str) -> str:
    """As it stands within a sentence."""
    return text[:1].lower() + text[1:]


def _stretch(since: date, opens: Mapping[str, date]) -> str:
    if opens["worst"] <= since:
        return "The new period follows the old one without a gap."
    ends = {case: day - DAY for case, day in opens.items()}
    if len(set(ends.values())) == 1:
        return f"No period covers {short(since)} to {three(ends)}: {_lengths(since, ends)}."
    return (
        f"No period covers the time from {short(since)} to the day before the new window opens, "
        f"{three(ends)}: {_lengths(since, ends)}."
    )


def _lengths(since: date, until: Mapping[str, date]) -> str:
    """How long the three cases are: ``likely 3 months (best 2 months, worst 4 months)``."""
    told = {case: months_and_days(since, max(day, since - DAY)) for case, day in until.items()}
    if len(set(told.values())) == 1:
        return told["likely"]
    return f"likely {told['likely']} (best {told['best']}, worst {told['worst']})"


def _after(gap: Uncovered) -> str:
    end, reports = gap.bridge_end, gap.reports
    if end is None or not reports:
        return ""
    if end >= reports["worst"]:
        return " It would reach to the new report even in the worst case."
    if end >= reports["likely"] - DAY:
        return " In the likely case it reaches to the new report, in the worst it does not."
    left = months_and_days(end + DAY, reports["likely"] - DAY)
    return f" From then to the likely day of the new report, {left} stay open."
