"""What a plan is made of: everything the formats and the screens show."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from guide.model.length import Length
from guide.model.recovery import Bridge, Estimate, Phase, Recovery, Remark, Task, Typical, Way
from guide.model.schema import Fact, Guide
from guide.plan.inputs import Inputs

CASES = ("best", "likely", "worst")
ALL = "all"
"""What the cases are called where they are one."""


class DaySpan(NamedTuple):
    """One case of one phase. What is not known, or may not be shown, is None."""

    start: date | None = None
    end: date | None = None
    """The last day, included."""
    length: Length | None = None
    """None where the reader's own date ends the phase, and where there is no estimate."""


class PlannedPhase(NamedTuple):
    """A phase with its dates."""

    phase: Phase
    spans: Mapping[str, DaySpan]
    """One for each case."""
    estimate: Estimate | None
    """The row that gave the lengths, where one was used."""
    own_end: bool
    """Whether the reader's own date ends it."""
    own_start: bool
    """Whether the reader's own date starts it."""
    tasks: tuple["OwnedTask", ...]

    @property
    def cases(self) -> Mapping[str, DaySpan]:
        """Case -> its days; where all are one, that one by the name of ``ALL``."""
        days = {(span.start, span.end) for span in self.spans.values()}
        return {ALL: self.spans["likely"]} if len(days) == 1 else self.spans

    @property
    def dated(self) -> bool:
        """Whether all its days are known."""
        return all(span.start and span.end for span in self.spans.values())

    @property
    def done_before(self) -> bool:
        """Whether the reader's own end lies before the start: it is over already."""
        span = self.spans["likely"]
        return bool(span.start and span.end and span.end < span.start)


class OwnedTask(NamedTuple):
    """A task with the name of whoever does it."""

    task: Task
    owner: str


class PlannedRoute(NamedTuple):
    """A way with what it comes to."""

    way: Way
    phases: tuple[PlannedPhase, ...]
    ends: Mapping[str, date]
    """Case -> the day of its result; empty where no end is known, or may be shown."""
    latest: tuple["LatestStart", ...]
    """The last days on which a phase may start, for a report wanted by a day."""


class LatestStart(NamedTuple):
    """The last days on which a phase may start, so that all ends by the day wanted."""

    phase: Phase
    starts: Mapping[str, date]
    """Case -> day."""


class TypicalRange(NamedTuple):
    """Somebody else's range beside the estimate."""

    typical: Typical
    first: date | None
    """The day on which the shortest typical way ends; None without the report's date."""
    last: date | None
    verdict: str
    """``inside``, ``below``, ``beyond``, ``starts below``, ``runs beyond`` or ``wider``; empty
    where the two can't be set side by side.
    """


class CoverageGap(NamedTuple):
    """The time that no report covers."""

    since: date
    """Its first day; after a report on one date, the day after it."""
    old_period: bool
    """Whether the report in hand covers a period, so that a gap can open after it."""
    counted_from_report: bool
    """Whether the old period's end is missing, and the report's date stands in for it."""
    windows: Mapping[str, date]
    """Case -> the first day of the new window; empty where that is open."""
    reports: Mapping[str, date]
    """Case -> the day of the new report; empty where that is open, or may not be shown."""
    result: str
    """What is waited for: of several ways' results, the first to come."""
    later: tuple["PlannedRoute", ...]
    """The other ways, where a report on one date comes first."""
    bridge: Bridge | None
    bridge_end: date | None
    """The last day that a bridge letter of the usual length would cover."""


class Occasions(NamedTuple):
    """How often a kind of control falls due within the window."""

    title: str
    times: int
    warning: str
    """Empty where it falls due often enough."""
    every: int
    """Months."""


class Plan(NamedTuple):
    """Everything about one plan."""

    guide: Guide
    recovery: Recovery
    scenario: Mapping[str, str]
    inputs: Inputs
    today: date
    months: int | None
    """The observation period that was counted with."""
    phases: tuple[PlannedPhase, ...]
    """Each phase once, whichever ways have it."""
    routes: tuple[PlannedRoute, ...]
    """The ways on; none where there is nothing to plan yet."""
    nothing: Remark | None
    """Why there is nothing to plan, and what to do first."""
    no_end: Remark | None
    """Why no end is shown, where that is so."""
    missing: tuple[str, ...]
    """What would have to be given for more dates, each in a line."""
    warnings: tuple[str, ...]
    """What is odd about the dates, each in a line."""
    typical: TypicalRange | None
    gap: CoverageGap | None
    occasions: tuple[Occasions, ...]
    notes: tuple[Remark, ...]
    facts: tuple[Fact, ...]
    """What the plan rests on, each followed by what corrects it."""
    moment: datetime | None = None
    """When it was made, with a time zone: of two calendars, it says which is newer."""

    @property
    def tasks(self) -> tuple[tuple[PlannedPhase, OwnedTask], ...]:
        """Every task with its phase."""
        return tuple((planned, owned) for planned in self.phases for owned in planned.tasks)

    @property
    def made(self) -> datetime:
        """The moment in UTC; where it is not known, the first of ``today``."""
        return (self.moment or datetime.combine(self.today, time(), UTC)).astimezone(UTC)

    @property
    def report(self) -> str:
        """Which report it starts from, for names that outlast a file; empty where no date says."""
        if self.inputs.report_date:
            return f"report-{self.inputs.report_date}"
        return f"period-{self.inputs.period_end}" if self.inputs.period_end else ""
