"""Checks that a recovery plan holds together: its names, lengths, order, and for everybody."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from guide.model.basic import Name, Phrase
from guide.model.codes import Code
from guide.model.length import HOW, MOST_MONTHS, OBSERVATION, Length, read_length
from guide.model.recovery import (
    ANCHORS,
    START,
    Estimate,
    Phase,
    Recovery,
    Remark,
    Task,
    Way,
)
from guide.model.schema import Guide
from guide.reading.check_links import check_facet
from guide.reading.collector import Named, Problems


def check_recovery(guide: Guide, problems: Problems) -> None:
    """Report what is wrong with the guide's ``recovery.yaml``, if it has one."""
    if guide.recovery is not None:
        _Check(guide, guide.recovery, problems).check()


class _Check:
    def __init__(self, guide: Guide, recovery: Recovery, problems: Problems) -> None:
        self.guide = guide
        self.recovery = recovery
        self.problems = problems
        self.phases = {phase.id: phase for phase in recovery.phases}
        self.unknown: set[str] = set()
        """Names of nothing: what hangs on one of them is no problem of its own."""

    def check(self) -> None:
        recovery = self.recovery
        self._unique([*recovery.phases, *(t for p in recovery.phases for t in p.tasks)])
        for named in (recovery.ways, recovery.roles, recovery.rhythms):
            self._unique(named)
        self._months()
        for phase in recovery.phases:
            self._phase(phase)
        for way in recovery.ways:
            self._way(way)
            self._phase_order(way)
        self._unused()
        self._circles()
        for rows in (recovery.nothing, recovery.no_end):
            self._for_everyone(rows)
        if recovery.typical is not None:
            self._in_order([recovery.typical.least, recovery.typical.most])
        if recovery.bridge is not None:
            self._length(recovery.bridge.length)
        for rhythm in recovery.rhythms:
            every = self._length(rhythm.every)
            if every is not None and every.unit != "month":
                message = f"{rhythm.every.text!r} is not in months; controls are counted by month"
                self.problems.add(Code.PLAN_LENGTH, rhythm.every.at, message)

    def _unique(self, things: Sequence[Named]) -> None:
        self.problems.unique(things)
        for thing in things:
            if thing.id in ANCHORS:
                message = f"nothing can be called {thing.id!r}: it is a day that the reader names"
                self.problems.add(Code.RESERVED_ID, thing.at, message)

    def _months(self) -> None:
        name = self.recovery.months
        if name is None:
            return
        check_facet(self.guide, name.text, name.at, self.problems)
        facet = self.guide.facet.get(name.text)
        values = [value.id for value in facet.values] if facet else []
        wrong = [v for v in values if not v.isdecimal() or not 0 < int(v) <= MOST_MONTHS]
        if wrong:
            message = f"{name.text!r} has the value {wrong[0]!r}, which is no number of months"
            self.problems.add(Code.PLAN_MONTHS, name.at, message)

    def _known(self, name: Name, known: Collection[str], what: str = "phase") -> bool:
        if self.problems.knows(Code.PLAN_NAME, f"no {what}", name.text, known, name.at):
            return True
        self.unknown.add(name.text)
        return False

    def _way(self, way: Way) -> None:
        here = [name.text for name in way.phases]
        for name in way.phases:
            if not self._known(name, self.phases):
                continue
            phase = self.phases[name.text]
            waits = [wait.text for wait in phase.after]
            known = self.unknown.isdisjoint(waits) and self.problems.broken.isdisjoint(waits)
            if known and not any(wait in here or wait in ANCHORS for wait in waits):
                message = f"{way.id!r} has {phase.id!r}, but nothing that it starts after"
                self.problems.add(Code.PLAN_NO_START, name.at, message)

    def _phase_order(self, way: Way) -> None:
        """The phases of every way stand in one order: that of the file."""
        order = [*self.phases]
        here = [name for name in way.phases if name.text in self.phases]
        for name, following in pairwise(here):
            if order.index(following.text) < order.index(name.text):
                message = (
                    f"{way.id!r} has {following.text!r} after {name.text!r}, and 'phases' has "
                )
                message += "it before; give both the same order"
                self.problems.add(Code.PLAN_PHASES, following.at, message)
                return

    def _phase(self, phase: Phase) -> None:
        for name in phase.after:
            self._known(name, [*self.phases, *ANCHORS])
        if phase.beside is not None:
            self._known(phase.beside, self.phases)
        if not phase.lengths and not phase.until:
            message = f"{phase.id!r} has no 'lengths'; add them, or 'until'"
            self.problems.add(Code.PLAN_NOT_FOR_ALL, phase.at, message)
        self._for_everyone(phase.lengths)
        for row in phase.lengths:
            self._in_order([row.best, row.likely, row.worst])
        for task in phase.tasks:
            self._known(task.owner, [role.id for role in self.recovery.roles], "role")
            self._due(task)

    def _due(self, task: Task) -> None:
        if task.due is not None and task.due.text != START and not read_length(task.due.text):
            message = f"{task.due.text[:60]!r} is neither {START!r} nor a length such as '1 week'"
            self.problems.add(Code.PLAN_LENGTH, task.due.at, message)
        if task.every is not None:
            self._length(task.every)
        if task.due is not None and task.every is not None:
            message = f"{task.id!r} has 'due' and 'every'; a task that comes again has 'every' only"
            self.problems.add(Code.PLAN_LENGTH, task.due.at, message)

    def _unused(self) -> None:
        """Nothing is said where a way could not be read, or names what is not there."""
        used = {name.text for way in self.recovery.ways for name in way.phases}
        for phase in self.recovery.phases:
            if phase.id not in used and used <= set(self.phases) and not self.problems.broken:
                message = f"no way has {phase.id!r}; add it to one, or remove it"
                self.problems.add(Code.PLAN_UNUSED, phase.at, message)

    def _for_everyone(self, rows: Sequence[Estimate | Remark]) -> None:
        if rows and (rows[-1].when is not None or rows[-1].unless is not None):
            message = "the last row must hold for everyone; add one without 'when' and 'unless'"
            self.problems.add(Code.PLAN_NOT_FOR_ALL, rows[-1].at, message)

    def _length(self, phrase: Phrase, *, observed: bool = False) -> Length | None:
        length = read_length(phrase.text)
        if length is None and not (observed and phrase.text == OBSERVATION):
            message = f"{phrase.text[:60]!r} is no length of time; {HOW}"
            self.problems.add(Code.PLAN_LENGTH, phrase.at, message)
        return length

    def _in_order(self, phrases: list[Phrase]) -> None:
        observed = len(phrases) == 3
        lengths = [self._length(phrase, observed=observed) for phrase in phrases]
        pairs = zip(phrases, lengths, phrases[1:], lengths[1:], strict=False)
        for phrase, shorter, other, longer in pairs:
            if OBSERVATION in (phrase.text, other.text):
                wrong = phrase.text != other.text
            else:
                wrong = shorter is not None and longer is not None and _exceeds(shorter, longer)
            if wrong:
                message = f"{other.text!r} may be shorter than {phrase.text!r} before it"
                self.problems.add(Code.PLAN_ORDER, other.at, message)
                return

    def _circles(self) -> None:
        """Follow every phase to what it waits for; whoever meets itself waits for ever."""
        for phase in self.recovery.phases:
            seen, waiting = set[str](), [name.text for name in phase.after]
            while waiting:
                name = waiting.pop()
                if name in self.phases and name not in seen:
                    seen.add(name)
                    waiting += [other.text for other in self.phases[name].after]
            if phase.id in seen:
                message = f"{phase.id!r} waits for itself, by way of {', '.join(sorted(seen))}"
                self.problems.add(Code.PLAN_CIRCLE, phase.at, message)
                return


def _exceeds(shorter: Length, longer: Length) -> bool:
    if shorter.unit == longer.unit:
        return shorter.number > longer.number
    return shorter.most_days > longer.fewest_days
