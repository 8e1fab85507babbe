"""A plan in words: one source, so that no page and no export can disagree."""

from collections.abc import Iterator, Mapping
from datetime import date

from guide.english import listed, short_date
from guide.model.basic import Grounded
from guide.plan.calendar import DAY, months_and_days
from guide.plan.inputs import FIELDS
from guide.plan.records import CASES, Plan, PlannedPhase, PlannedRoute

TITLE = "Recovery plan"
GAP_FROM_REPORT = "The end of the old period is not given, so this counts from the report's date."


def in_cases(texts: Mapping[str, str]) -> str:
    """What each case comes to, once where they are one: ``likely 3 (best 2, worst 4)``."""
    if len(set(texts.values())) == 1:
        return texts["likely"]
    return f"likely {texts['likely']} (best {texts['best']}, worst {texts['worst']})"


def days_in_cases(days: Mapping[str, date]) -> str:
    """The days of the three cases, once where they are one."""
    return in_cases({case: short_date(day) for case, day in days.items()})


def past(day: date, today: date) -> str:
    """A mark for a day that is over, to stand behind it."""
    return " (past)" if day < today else ""


def grounds(thing: Grounded) -> str:
    """What something rests on, in brackets: ``[F14; editors]``."""
    marks = [", ".join(thing.rests_on)] * bool(thing.rests_on)
    marks += ["editors"] * bool(thing.judgement)
    return f"[{'; '.join(marks)}]" if marks else ""


def given(plan: Plan) -> list[tuple[str, str]]:
    """What the plan counts from, label and words; empty inputs left out."""
    rows = []
    for field in FIELDS:
        value = getattr(plan.inputs, field.name)
        if value is not None and not (field.name == "months" and _answered(plan)):
            text = short_date(value) if isinstance(value, date) else f"{value}"
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
    by = plan.inputs.by
    # A day that is fixed already is no answer to "when?": it comes after those that are.
    for route in sorted(plan.routes, key=lambda route: len({*route.ends.values()}) == 1):
        if route.ends:
            wanted = f" Wanted by {short_date(by)}: {in_time(route, by)}." if by else ""
            yield f"{_comes(plan, route)}.{wanted}"
    yield from _no_end_and_missing(plan)
    yield from plan.warnings


def _comes(plan: Plan, route: PlannedRoute) -> str:
    """When the result of a way comes; of several ways, also which it is."""
    result, days = route.way.result, {case: short_date(day) for case, day in route.ends.items()}
    if len(set(days.values())) == 1:
        return f"{result}: {days['likely']}"
    if len(plan.routes) > 1:
        result = f"{route.way.title}: {result[:1].lower()}{result[1:]}"
    around = f"{result} around {days['likely']}, if all goes as usual"
    return f"{around}: {days['best']} at best, {days['worst']} at worst"


def why_open(plan: Plan) -> Iterator[str]:
    """Why days are open, for formats without room for sentences: each reason in a line."""
    if plan.nothing:
        yield plan.nothing.says
    yield from _no_end_and_missing(plan)


def _no_end_and_missing(plan: Plan) -> Iterator[str]:
    if plan.no_end:
        yield plan.no_end.says
    yield from (f"Missing: {line}" for line in plan.missing)


def in_time(route: PlannedRoute, by: date) -> str:
    """For each case, whether the way ends by the day wanted: ``best in time, likely 3 days late``.

    Empty where no end is known.
    """
    late = {
        case: f"{months_and_days(by + DAY, end)} late" if end > by else "in time"
        for case, end in route.ends.items()
    }
    return ", ".join(f"{case} {words}" for case, words in late.items())


def when(planned: PlannedPhase) -> dict[str, str]:
    """How long a phase lasts in each case, and its days; under no name where all cases are one."""
    texts = {case: _when(planned, case) for case in CASES}
    return {"": texts["likely"]} if len(set(texts.values())) == 1 else texts


def _when(planned: PlannedPhase, case: str) -> str:
    span, length = planned.spans[case], _length_words(planned, case)
    if span.start is None:
        if planned.own_end and span.end:
            return f"until {short_date(span.end)}"
        return f"{length}; the days are open" if span.length else "the days are open"
    if span.end is None:
        return f"from {short_date(span.start)}; its end is open"
    if planned.done_before:
        return f"done on {short_date(span.end)}"
    return f"{length}, {short_date(span.start)} to {short_date(span.end)}"


def _length_words(planned: PlannedPhase, case: str) -> str:
    span = planned.spans[case]
    if planned.own_end:
        return "your own date"
    if span.length:
        return span.length.words
    return "before the report" if planned.phase.until and span.end else "open"


def length_grounds(planned: PlannedPhase) -> str:
    """What a phase's length rests on, in words."""
    if planned.own_end:
        return "The end is your own date."
    estimate = planned.estimate
    if estimate is None:
        return ""
    facts = f"Rests on {listed(estimate.rests_on)}." if estimate.rests_on else ""
    return " ".join(filter(None, (estimate.judgement, facts)))
