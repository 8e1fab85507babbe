"""Sessions under way, one small file each: written whole after every key."""

import contextlib
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from guide.files import write_atomically
from guide.model.practice import SessionPlan
from guide.model.schema import Guide
from guide.places import rooms_folder
from guide.practice.room import Room, RoomState
from guide.practice.views import views
from guide.user_error import UserError

_STAMP = "%Y-%m-%d-%H%M%S"


class ReopenedRoom(NamedTuple):
    """A state to go on from."""

    state: RoomState
    fresh: bool
    """Whether nothing was kept."""
    notice: str = ""
    """What to tell the person; empty if nothing."""


class OpenRoom:
    """A room whose changes are written to its file."""

    def __init__(self, guide: Guide, plan: SessionPlan, reopened: ReopenedRoom) -> None:
        self._path = file_of(guide, plan)
        self.guide = guide
        self.fresh = reopened.fresh
        self.notice = reopened.notice
        """What to tell the person, once."""
        self.fault = ""
        """Why the last change is not in the file; empty where it is."""
        self.room = Room(guide, reopened.state, self._keep)

    def _keep(self, state: RoomState) -> None:
        self.fault = keep(self._path, state)
        self.notice = self.fault or self.notice

    def take_notice(self) -> str:
        """What is to be told, once."""
        notice, self.notice = self.notice, ""
        return notice


def file_of(guide: Guide, plan: SessionPlan) -> Path:
    """Where the session is kept."""
    return rooms_folder() / f"{guide.id}.{plan.id}.json"


def finished(guide: Guide, plan: SessionPlan) -> bool:
    """Whether a session is kept that was led to its end."""
    try:
        state = msgspec.json.decode(file_of(guide, plan).read_bytes(), type=RoomState)
    except (OSError, msgspec.MsgspecError, ValueError):
        return False
    return state.at == views(guide, plan)[-1].name


def led(guide: Guide, plan: SessionPlan) -> dict[str, RoomState]:
    """When a session was led -> what is kept of it, the first one first."""
    path = file_of(guide, plan)
    states = []
    for file in (*path.parent.glob(f"{path.stem}.*.json"), path):
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
            states.append(msgspec.json.decode(file.read_bytes(), type=RoomState))
    states.sort(key=lambda state: state.started)
    return {state.started.strftime(_STAMP): state for state in states}


def room_of(guide: Guide, plan: SessionPlan, day: str) -> Room:
    """A session that was led on a day, as far as that was named; the last one of them.

    Raises:
        UserError: with the days there are.

    """
    states = led(guide, plan)
    stamps = [stamp for stamp in states if stamp.startswith(day)]
    if not stamps:
        message = f"{plan.id} was not led on {day[:40]!r}; 'guide room' lists when it was"
        raise UserError(message)
    return Room(guide, states[stamps[-1]], lambda _: None)


def open_room(guide: Guide, plan: SessionPlan, now: datetime, *, again: bool = False) -> OpenRoom:
    """The session where it was left, or afresh; see ``reopen``."""
    return OpenRoom(guide, plan, reopen(guide, plan, now, again=again))


def reopen(guide: Guide, plan: SessionPlan, now: datetime, *, again: bool = False) -> ReopenedRoom:
    """The session where it was left, or afresh.

    Args:
        guide: whose session it is.
        plan: the session.
        now: when a fresh one begins.
        again: whether to begin afresh; the one before is kept beside it, by its day.

    """
    path = file_of(guide, plan)
    fresh = RoomState(guide.id, plan.id, now)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ReopenedRoom(fresh, fresh=True)
    except OSError as error:
        why = error.strerror or error
        return ReopenedRoom(
            fresh, fresh=True, notice=f"{path} can't be read: {why}. It begins afresh."
        )
    try:
        state = msgspec.json.decode(data, type=RoomState)
    except (msgspec.MsgspecError, ValueError):
        aside = _aside(path, f"damaged-{now.strftime(_STAMP)}")
        notice = f"What was kept of this session is damaged; it lies in {aside}. It begins afresh."
        return ReopenedRoom(fresh, fresh=True, notice=notice)
    if again:
        aside = _aside(path, state.started.strftime(_STAMP))
        return ReopenedRoom(fresh, fresh=True, notice=f"The session before lies in {aside}.")
    return ReopenedRoom(state, fresh=False)


def keep(path: Path, state: RoomState) -> str:
    """Write the state; why it could not be written, or nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, msgspec.json.encode(state))
    except OSError as error:
        return f"Not kept: {path} can't be written: {error.strerror or error}."
    return ""


def forget(guide: Guide, plan: SessionPlan) -> int:
    """Erase what is kept of a session, of those before it, too; how many files that were.

    Raises:
        OSError: if one can't be erased.

    """
    path = file_of(guide, plan)
    files = [file for file in (path, *path.parent.glob(f"{path.stem}.*.json")) if file.is_file()]
    for file in files:
        file.unlink()
    return len(files)


def _aside(path: Path, name: str) -> Path:
    aside = path.with_name(f"{path.stem}.{name}.json")
    with contextlib.suppress(OSError):
        path.replace(aside)
    return aside
