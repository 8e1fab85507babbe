"""The bars of a plan as data: for the terminal, for a screen, for a drawing."""

from datetime import date
from typing import NamedTuple

from guide.plan.calendar import DAY, add_months
from guide.plan.records import CASES, Plan, Planned


class Bar(NamedTuple):
    """One case of a phase, in columns from 0; ``last`` is included."""

    case: str
    first: int
    last: int
    start: date
    end: date


class Row(NamedTuple):
    """A phase with its bars."""

    title: str
    bars: tuple[Bar, ...]
    same: bool
    """Whether all cases are one."""


class Tick(NamedTuple):
    """The first day of a month on the scale, or the first day of the scale itself."""

    column: int
    day: date


class Chart(NamedTuple):
    """Bars on a scale of ``columns``."""

    first: date
    last: date
    columns: int
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    today: int | None
    """The column of today; None where it lies outside."""
    wanted: int | None
    """The column of the day wanted; None where there is none or it lies outside."""


def chart(plan: Plan, columns: int) -> Chart | None:
    """The chart in this many columns; None where no phase has all its days."""
    shown = [one for one in plan.phases if one.dated and not one.done_before]
    spans = [span for one in shown for span in one.spans.values()]
    starts = [span.start for span in spans if span.start]
    ends = [span.end for span in spans if span.end]
    if not starts or not ends:
        return None
    first, last = min(starts), max(ends)
    first, last = _with_today(first, last, plan.today)
    scale = _Scale(first, last, max(columns, 10))
    inside = first <= plan.today <= last
    by = plan.inputs.by
    return Chart(
        first,
        last,
        scale.columns,
        tuple(_row(one, scale) for one in shown),
        tuple(_ticks(scale)),
        scale.at(plan.today) if inside else None,
        scale.at(by) if by and first <= by <= last else None,
    )


def _with_today(first: date, last: date, today: date) -> tuple[date, date]:
    """The scale with today on it, unless that would squeeze the bars into half of it."""
    room = last - first
    if first - room <= today < first:
        return today, last
    if last < today <= last + room:
        return first, today
    return first, last


class _Scale(NamedTuple):
    first: date
    last: date
    columns: int

    def at(self, day: date) -> int:
        """The column that holds this day."""
        days = (self.last - self.first).days + 1
        return min(self.columns - 1, (day - self.first).days * self.columns // days)


def _row(one: Planned, scale: _Scale) -> Row:
    bars = []
    for case in CASES:
        span = one.spans[case]
        if span.start and span.end and span.start <= span.end:
            columns = scale.at(span.start), scale.at(span.end)
            bars.append(Bar(case, *columns, span.start, span.end))
    same = len({(bar.start, bar.end) for bar in bars}) == 1
    return Row(one.phase.title, tuple(bars), same)


def _ticks(scale: _Scale) -> list[Tick]:
    day = (scale.first - DAY).replace(day=1)
    ticks = []
    while (day := add_months(day, 1)) <= scale.last:
        if day >= scale.first:
            ticks.append(Tick(scale.at(day), day))
    if not ticks or ticks[0].column > scale.columns // 8:
        ticks.insert(0, Tick(0, scale.first))  # a scale begins with a name
    return ticks
