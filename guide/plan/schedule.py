"""Phases to days, forward from the reader's dates. ``deadline`` goes backward."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from guide.model.conditions import applies
from guide.model.length import OBSERVATION, Length, read_length
from guide.model.recovery import ANCHORS, Estimate, Phase
from guide.model.schema import Scenario
from guide.plan.calendar import DAY, inclusive_end
from guide.plan.inputs import Inputs
from guide.plan.records import CASES, DaySpan, OwnedTask, PlannedPhase


class Counting(NamedTuple):
    """What days are counted with."""

    scenario: Scenario
    inputs: Inputs
    today: date
    months: int | None
    estimates: bool
    """Whether estimated lengths may be used, or only the reader's own dates and months."""
    old_period: bool
    """Whether the report in hand covers a period."""


def schedule(
    phases: tuple[Phase, ...], counting: Counting, tasks: Mapping[str, tuple[OwnedTask, ...]]
) -> tuple[PlannedPhase, ...]:
    """The phases of one way with their days; each phase stands after those it waits for."""
    here = {phase.id: phase for phase in phases}
    done: dict[str, PlannedPhase] = {}

    def plan(phase: Phase) -> PlannedPhase:
        if phase.id not in done:
            before = waits_for(phase, here, counting)
            ends = {case: _anchor(before, counting) for case in CASES}
            if before in here:
                ends = {case: span.end for case, span in plan(here[before]).spans.items()}
            done[phase.id] = _planned(phase, ends, counting, tasks[phase.id])
        return done[phase.id]

    return tuple(plan(phase) for phase in phases)


def waits_for(phase: Phase, here: Mapping[str, Phase], counting: Counting) -> str:
    """The phase or the day of the reader's after which this one starts."""
    anchors = [name for name in ANCHORS if counting.old_period or name != "period-end"]
    names = [name.text for name in phase.after]
    return next((name for name in names if name in here or name in anchors), "")


def _planned(
    phase: Phase,
    before: Mapping[str, date | None],
    counting: Counting,
    tasks: tuple[OwnedTask, ...],
) -> PlannedPhase:
    inputs = counting.inputs
    own_start = inputs.observe_from if phase.reader_starts else None
    own_end = inputs.fixes_done if phase.reader_ends else None
    spans = {}
    for case in CASES:
        ended = before[case]
        start = own_start or (ended + DAY if ended else None)
        if phase.window and start and inputs.period_end:
            start = max(start, inputs.period_end + DAY)
        length = length_of(phase, case, counting)
        end = inclusive_end(start, length) if start and length else None
        if phase.until and start and inputs.report_date and start < inputs.report_date:
            end = inputs.report_date - DAY
        spans[case] = DaySpan(start, own_end or end, None if own_end else length)
    counted = any(span.length for span in spans.values())
    estimate = estimate_of(phase, counting) if counted else None
    return PlannedPhase(phase, spans, estimate, own_end is not None, own_start is not None, tasks)


def _anchor(name: str, counting: Counting) -> date | None:
    """The day before the first day of what starts there."""
    if name == "today":
        return counting.today - DAY
    if name == "period-end":
        return counting.inputs.period_end
    return counting.inputs.report_date if name == "report-date" else None


def estimate_of(phase: Phase, counting: Counting) -> Estimate | None:
    """The first row of lengths that fits."""
    return next((row for row in phase.lengths if applies(row, counting.scenario)), None)


def length_of(phase: Phase, case: str, counting: Counting) -> Length | None:
    """How long the phase lasts; None where that is open, or may not be estimated."""
    row = estimate_of(phase, counting)
    if row is None:
        return None
    text = {"best": row.best, "likely": row.likely, "worst": row.worst}[case].text
    if text == OBSERVATION:
        return Length(counting.months, "month") if counting.months else None
    return read_length(text) if counting.estimates else None
