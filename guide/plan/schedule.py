"""Phases to days: forward from the reader's dates, and backward from the day wanted."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from guide.model.conditions import applies
from guide.model.length import OBSERVATION, Length, read_length
from guide.model.recovery import ANCHORS, Estimate, Phase
from guide.model.schema import Scenario
from guide.plan.calendar import DAY, inclusive_end, latest_start
from guide.plan.inputs import Inputs
from guide.plan.records import CASES, Latest, Owned, Planned, Span


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
    phases: tuple[Phase, ...], counting: Counting, tasks: Mapping[str, tuple[Owned, ...]]
) -> tuple[Planned, ...]:
    """The phases of one way with their days; each phase stands after those it waits for."""
    here = {phase.id: phase for phase in phases}
    done: dict[str, Planned] = {}

    def plan(phase: Phase) -> Planned:
        if phase.id not in done:
            before = waits_for(phase, here, counting)
            earlier = plan(here[before]).spans if before in here else None
            done[phase.id] = _planned(phase, before, earlier, counting, tasks[phase.id])
        return done[phase.id]

    return tuple(plan(phase) for phase in phases)


def waits_for(phase: Phase, here: Mapping[str, Phase], counting: Counting) -> str:
    """The phase or the day of the reader's after which this one starts."""
    anchors = [name for name in ANCHORS if counting.old_period or name != "period-end"]
    names = [name.text for name in phase.after]
    return next((name for name in names if name in here or name in anchors), "")


def _planned(
    phase: Phase,
    before: str,
    earlier: Mapping[str, Span] | None,
    counting: Counting,
    tasks: tuple[Owned, ...],
) -> Planned:
    inputs = counting.inputs
    own_start = inputs.observe_from if phase.reader_starts else None
    own_end = inputs.fixes_done if phase.reader_ends else None
    row = next((row for row in phase.lengths if applies(row, counting.scenario)), None)
    spans = {}
    for case in CASES:
        ended = earlier[case].end if earlier is not None else _anchor(before, counting)
        start = own_start or (ended + DAY if ended else None)
        if phase.window and start and inputs.period_end:
            start = max(start, inputs.period_end + DAY)
        length = _length(row, case, counting)
        end = inclusive_end(start, length) if start and length else None
        if phase.until and start and inputs.report_date and start < inputs.report_date:
            end = inputs.report_date - DAY
        spans[case] = Span(start, own_end or end, None if own_end else length)
    used = row if any(span.length for span in spans.values()) else None
    return Planned(phase, spans, used, own_end is not None, own_start is not None, tasks)


def _anchor(name: str, counting: Counting) -> date | None:
    """The day before the first day of what starts there."""
    if name == "today":
        return counting.today - DAY
    if name == "period-end":
        return counting.inputs.period_end
    return counting.inputs.report_date if name == "report-date" else None


def _length(row: Estimate | None, case: str, counting: Counting) -> Length | None:
    if row is None:
        return None
    text = {"best": row.best, "likely": row.likely, "worst": row.worst}[case].text
    if text == OBSERVATION:
        return Length(counting.months, "month") if counting.months else None
    return read_length(text) if counting.estimates else None


def latest(planned: tuple[Planned, ...], by: date, counting: Counting) -> tuple[Latest, ...]:
    """The last days on which each phase may start for all to end by a day.

    Backward from the last phase to the first, the exact inverse of ``schedule`` without the
    reader's own dates. Phases that run beside another, and those that a date of the reader's ends,
    are left out. Nothing where a length is open.
    """
    here = {one.phase.id: one.phase for one in planned}
    over = {one.phase.id for one in planned if one.own_end}
    chain = [planned[-1].phase] if planned else []
    while chain and (before := waits_for(chain[-1], here, counting)) in here.keys() - over:
        chain.append(here[before])
    ends = dict.fromkeys(CASES, by)
    found = []
    for phase in chain:
        row = next((row for row in phase.lengths if applies(row, counting.scenario)), None)
        starts = {}
        for case in CASES:
            length = _length(row, case, counting)
            if length is None:
                return ()
            starts[case] = latest_start(ends[case], length)
        found.append(Latest(phase, starts))
        ends = {case: start - DAY for case, start in starts.items()}
    return tuple(reversed(found))
