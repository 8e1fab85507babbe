"""What came of a session: what the room chose, what surprised, what will be done."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.practice import HandsQuestion
from guide.practice.room import Room, RoomState
from guide.practice.views import View, VoteRow


class Outcome(NamedTuple):
    """What was counted at one view."""

    view: View
    counts: dict[str, int]
    """By row, those with nothing left out."""

    @property
    def title(self) -> str:
        """What it was about."""
        if self.view.case is not None:
            return self.view.case.title
        return self.view.hands.text if self.view.hands else ""

    @property
    def total(self) -> int:
        """Everybody who was counted."""
        return sum(self.counts.values())

    @property
    def right(self) -> int:
        """How many were right."""
        return sum(self.counts.get(row.id, 0) for row in self.view.rows if row.right)

    @property
    def right_rows(self) -> tuple[VoteRow, ...]:
        """What is right."""
        return tuple(row for row in self.view.rows if row.right)

    @property
    def favorite_error(self) -> tuple[VoteRow, int] | None:
        """What most of those chose who were not right; None if everybody was."""
        wrong = [(row, self.counts.get(row.id, 0)) for row in self.view.rows if not row.right]
        row, count = max(wrong, key=lambda pair: pair[1], default=(None, 0))
        return (row, count) if row and count else None


class Shift(NamedTuple):
    """A question asked at the beginning and again at the end."""

    question: HandsQuestion
    before: Outcome
    after: Outcome


class Debrief(NamedTuple):
    """All of it."""

    room: Room
    outcomes: tuple[Outcome, ...]
    """In the order of the session, those with a count."""
    shifts: tuple[Shift, ...]
    uncounted: tuple[View, ...] = ()
    """Cases and lines that the room has come past and nobody was counted for."""

    @property
    def state(self) -> RoomState:
        """What was kept."""
        return self.room.state

    @property
    def surprises(self) -> tuple[Outcome, ...]:
        """Cases that fewer than half of the room had right, the hardest first."""
        cases = (o for o in self.outcomes if o.view.case and o.right * 2 < o.total)
        return tuple(sorted(cases, key=lambda outcome: outcome.right / outcome.total))


def debrief(room: Room) -> Debrief:
    """What came of a session so far."""
    outcomes = tuple(_outcomes(room))
    return Debrief(room, outcomes, tuple(_shifts(outcomes)), tuple(_uncounted(room)))


def _uncounted(room: Room) -> Iterator[View]:
    passed = room.views[: room.views.index(room.view) + 1]
    for view in passed:
        if view.stage == "reveal" and not view.hands and not any(room.counted(view).values()):
            yield view


def _outcomes(room: Room) -> Iterator[Outcome]:
    keys: set[str] = set()
    for view in room.views:
        counts = {row: number for row, number in room.counted(view).items() if number}
        if view.countable and view.key not in keys and counts:
            keys.add(view.key)
            yield Outcome(view, counts)


def _shifts(outcomes: tuple[Outcome, ...]) -> Iterator[Shift]:
    first: dict[str, Outcome] = {}
    for outcome in outcomes:
        question = outcome.view.hands
        if question is None:
            continue
        if question.id in first:
            yield Shift(question, first[question.id], outcome)
        first.setdefault(question.id, outcome)
