"""Which cases to ask: those due today, those of a course, or those that were missed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from guide.model.practice import Case, SessionPlan, cases_of
from guide.model.schema import Guide
from guide.practice.reviews import Review
from guide.practice.schedule import Memory
from guide.practice.sitting import Sitting

NEW_A_DAY = 5
"""Cases a day that were never asked: ten minutes, and their repetitions stay as short."""
ENOUGH = 10
"""Cases a day from which none is new: what is to be repeated comes first, and takes time itself."""
_LEVELS = ("easy", "medium", "hard")


class Due(NamedTuple):
    """What a day brings."""

    repeat: tuple[Case, ...]
    """What FSRS wants asked by now, the longest overdue first."""
    new: tuple[Case, ...]
    """What was never asked, the easy ones first; as many as the day still has room for."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """All of it, in the order asked."""
        return (*self.repeat, *self.new)


def due(guide: Guide, memories: Mapping[str, Memory], today: date) -> Due:
    """What is due on a day. What is kept of cases that the guide no longer has is passed over."""
    cases = guide.cases.cases if guide.cases else ()
    repeat = [case for case in cases if case.id in memories and memories[case.id].due <= today]
    new = [case for case in cases if case.id not in memories]
    begun = sum(memory.first_day == today for memory in memories.values())
    done = sum(memory.last.day == today for memory in memories.values())
    room = max(min(NEW_A_DAY - begun, ENOUGH - done - len(repeat)), 0)
    repeat.sort(key=lambda case: memories[case.id].due)
    new.sort(key=lambda case: _LEVELS.index(case.level))
    return Due(tuple(repeat), tuple(new[:room]))


def next_day(guide: Guide, memories: Mapping[str, Memory]) -> tuple[date, int] | None:
    """The first day on which something asked before is due, and how much; None without any."""
    days = [memories[case].due for case in guide.case if case in memories]
    return (min(days), days.count(min(days))) if days else None


def missed(guide: Guide, memories: Mapping[str, Memory]) -> tuple[Case, ...]:
    """The cases whose last answer was not known, the oldest answer first."""
    unknown = [case for case in guide.case.values() if _unknown(memories.get(case.id))]
    return tuple(sorted(unknown, key=lambda case: memories[case.id].last.when))


def _unknown(memory: Memory | None) -> bool:
    return memory is not None and not memory.known


def courses(guide: Guide) -> list[SessionPlan]:
    """What can be done alone, from beginning to end."""
    return [plan for plan in guide.sessions if plan.alone and plan.case_ids]


def course(guide: Guide, plan: SessionPlan, reviews: Iterable[Review], today: date) -> Sitting:
    """A course, from where it was left today; once it is done, from its beginning."""
    cases = cases_of(guide.cases, plan.case_ids)
    done = {r.case: r for r in reviews if (r.guide, r.day) == (guide.id, today)}
    earlier = tuple((case, done[case.id]) for case in cases if case.id in done)
    left = tuple(case for case in cases if case.id not in done)
    if not left:
        left, earlier = cases, ()
    closing = plan.steps[-1].shows if not plan.steps[-1].cases else ""
    return Sitting(guide.id, plan.title, left, earlier=earlier, closing=closing)


def more(guide: Guide, memories: Mapping[str, Memory]) -> Sitting:
    """What whoever has time for more is asked: new cases, then what is due next."""
    cases = [case for case in guide.case.values() if case.id not in memories]
    cases.sort(key=lambda case: _LEVELS.index(case.level))
    later = (case for case in guide.case.values() if case.id in memories)
    cases += sorted(later, key=lambda case: memories[case.id].due)
    some = tuple(cases[:NEW_A_DAY])
    return Sitting(guide.id, f"{len(some)} more now", some)


def daily(guide: Guide, memories: Mapping[str, Memory], today: date) -> Sitting:
    """What is due today."""
    return Sitting(guide.id, "Due today", due(guide, memories, today).cases)
