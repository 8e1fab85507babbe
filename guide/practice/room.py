"""A session under way: where it stands, its clock, what was counted and said. Knows no screen."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from guide.model.practice import SessionPlan
from guide.model.schema import Guide
from guide.practice.views import View, index_of, views

MOST_PEOPLE = 999
"""A count beyond this is a slip of the finger."""
LONGEST = 500
"""Characters of a line that somebody types while a room waits."""


class Action(msgspec.Struct, frozen=True):
    """What somebody will do after the session."""

    what: str
    who: str = ""
    due: str = ""
    """The day as 2026-03-31; empty if none was named."""


class RoomNote(msgspec.Struct, frozen=True):
    """Something worth keeping that was said in the room."""

    at: str
    """The key of the view it was said at."""
    text: str


class RoomState(msgspec.Struct, frozen=True):
    """All that is kept of a session: enough to go on where it was."""

    guide: str
    session: str
    started: datetime
    at: str = ""
    """The name of the view on the wall."""
    counts: dict[str, dict[str, int]] = {}
    """By the key of a view: what was counted for each row."""
    seconds: dict[str, int] = {}
    """By the id of a step: how long its clock has run."""
    notes: tuple[RoomNote, ...] = ()
    actions: tuple[Action, ...] = ()
    drafts: dict[str, str] = {}
    """By the field of a sheet: what was typed there and not handed in."""
    people: int = 0
    """How many there are; 0 if nobody said."""
    latest: Literal["actions", "notes"] = "notes"
    """What was written down last."""


class Room:
    """A session and its state. Every change is given to ``keep`` at once."""

    def __init__(
        self,
        guide: Guide,
        state: RoomState,
        keep: Callable[[RoomState], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.guide = guide
        self.plan: SessionPlan = guide.session[state.session]
        self.views = views(guide, self.plan)
        self.state = state
        self._keep = keep
        self._clock = clock
        self._index = index_of(self.views, state.at)
        self._since: float | None = None
        """When the clock was started, or when it last passed to another step."""

    @property
    def view(self) -> View:
        """What stands on the wall."""
        return self.views[self._index]

    @property
    def following(self) -> View | None:
        """What comes next, or None at the end."""
        return self.views[self._index + 1] if self._index + 1 < len(self.views) else None

    @property
    def step_number(self) -> int:
        """Which step it is at, from 1."""
        return self.plan.steps.index(self.view.step) + 1

    def move(self, by: int) -> bool:
        """Go on, or back; False at either end."""
        return self._go(self._index + by)

    def next_step(self) -> bool:
        """Pass over what is left of this step; False in the last one."""
        later = range(self._index, len(self.views))
        index = next((n for n in later if self.views[n].step is not self.view.step), None)
        return index is not None and self._go(index)

    def _go(self, index: int) -> bool:
        if not 0 <= index < len(self.views):
            return False
        self._bank()
        self._index = index
        self._change(at=self.view.name)
        return True

    def counted(self, view: View | None = None) -> Mapping[str, int]:
        """What was counted at a view, or at this one."""
        return self.state.counts.get((view or self.view).key, {})

    @property
    def gathering(self) -> bool:
        """Whether it stands at its beginning, where whoever leads says how many there are."""
        return self._index == 0

    def gather(self, people: int) -> None:
        """Set how many there are."""
        self._change(people=max(0, min(people, MOST_PEOPLE)))

    @property
    def total_before(self) -> int:
        """How many were counted the last time before this view; 0 if nobody was.

        Piles are counted by pairs, so they are held against piles only.
        """
        sorting = self.view.kind == "pile"
        for view in reversed(self.views[: self._index]):
            same = view.key != self.view.key and (view.kind == "pile") == sorting
            if same and (total := sum(self.counted(view).values())):
                return total
        return 0

    @property
    def uncounted(self) -> bool:
        """Whether what comes next tells what is right, and nobody was counted."""
        view, following = self.view, self.following
        told = view.rows and following and following.stage == "reveal" and following.key == view.key
        return bool(told) and view.stage == "ask" and not any(self.counted().values())

    def count(self, row: str, number: int) -> None:
        """Set how many hands went up for a row."""
        key, number = self.view.key, max(0, min(number, MOST_PEOPLE))
        counts = {**self.state.counts, key: {**self.counted(), row: number}}
        self._change(counts=counts)

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self._since is not None

    def start_or_pause(self) -> None:
        """Start the clock of the step, or stop it."""
        if self._since is None:
            self._since = self._clock()
        else:
            self._bank()
            self._since = None
        self._change()

    @property
    def left(self) -> int:
        """Seconds that the step still has; below 0 once it is over its time."""
        step = self.view.step
        spent = self.state.seconds.get(step.id, 0)
        if self._since is not None:
            spent += int(self._clock() - self._since)
        return step.minutes * 60 - spent

    @property
    def minutes(self) -> tuple[int, int]:
        """How many minutes the whole session took so far, and by how many it is behind its plan.

        A step that is under way is behind once it is over its own time; below 0 it is ahead.
        """
        steps = self.plan.steps[: self.step_number - 1]
        spent = sum(self.state.seconds.get(step.id, 0) for step in self.plan.steps)
        step = self.view.step
        here = step.minutes * 60 - self.left
        spent += here - self.state.seconds.get(step.id, 0)
        planned = sum(other.minutes * 60 for other in steps) + min(here, step.minutes * 60)
        behind = spent - planned
        return spent // 60, behind // 60 if behind >= 0 else -(-behind // 60)

    def tick(self) -> None:
        """Keep the clock: whatever closes the program costs a few seconds of it."""
        if self.running:
            self._bank()
            self._change()

    def note(self, text: str) -> None:
        """Keep something that was said."""
        if words := _line(text):
            note = RoomNote(self.view.key, words)
            self._change(notes=(*self.state.notes, note), latest="notes")

    def draft(self, typed: dict[str, str]) -> None:
        """Keep what was typed on a sheet and not handed in, by the field."""
        if typed != self.state.drafts:
            self._change(drafts=typed)

    def act(self, action: Action) -> None:
        """Keep what somebody will do."""
        action = Action(_line(action.what), _line(action.who), action.due)
        self._change(actions=(*self.state.actions, action), latest="actions")

    def take_back(self) -> str:
        """Take back the note or action written last, then those before it; its words, if any."""
        state = self.state
        notes = state.notes and (state.latest == "notes" or not state.actions)
        if notes:
            self._change(notes=state.notes[:-1])
            return state.notes[-1].text
        self._change(actions=state.actions[:-1])
        return state.actions[-1].what if state.actions else ""

    def _bank(self) -> None:
        """Add to the step what the clock has run so far, in whole seconds."""
        if self._since is None:
            return
        ran = int(self._clock() - self._since)
        self._since += ran
        step = self.view.step.id
        seconds = {**self.state.seconds, step: self.state.seconds.get(step, 0) + ran}
        self.state = replace(self.state, seconds=seconds)

    def _change(self, **fields: object) -> None:
        self.state = replace(self.state, **fields)
        self._keep(self.state)


def _line(text: str) -> str:
    """What was typed, on one line of printable characters."""
    folded = " ".join(text.split())
    return "".join(c for c in folded if c.isprintable())[:LONGEST]
