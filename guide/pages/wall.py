"""What stands on the wall of a room, on a screen or in plain lines: nothing before its time."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from guide.document.blocks import Block, Entries, Entry, Line, Run, body_of
from guide.english import long_date, plural
from guide.model.practice import SessionStep
from guide.pages.case import situation
from guide.pages.spoken import answer_blocks, round_words
from guide.practice.debrief import Shift, debrief
from guide.practice.room import Action, Room
from guide.practice.views import View

_HOW = {
    "open": "Raise your hand for one answer. There is nothing to get right yet.",
    "vote": "Decide alone first. Then all cards go up at once.",
    "sort": "In pairs: lay each card on a pile.",
    "speak": "In pairs, all at once. Nobody watches.",
    "debrief": "",
}


class WallRow(NamedTuple):
    """A choice, as far as the room may see it."""

    label: str
    number: int
    """How many chose it."""
    right: bool | None = None
    """None until it is told."""
    reason: str = ""


class Wall(NamedTuple):
    """What stands there now."""

    heading: str
    blocks: tuple[Block, ...] = ()
    rows: tuple[WallRow, ...] = ()
    below: tuple[Block, ...] = ()
    """What stands below the rows."""


def wall(room: Room) -> Wall:
    """What stands on the wall."""
    view = room.view
    return _MAKERS[view.kind](room, view)


def place_words(room: Room) -> str:
    """How far along the session is."""
    view = room.view
    number, count = view.place
    item = f"{number} of {count} · " if count > 1 else ""
    return f"{item}step {room.step_number} of {len(room.plan.steps)}"


def session_words(room: Room) -> str:
    """How long the session takes so far, and whether it is behind; empty before a clock ran."""
    if not (any(room.state.seconds.values()) or room.running):
        return ""
    spent, behind = room.minutes
    late = f" · {abs(behind)} {'behind' if behind > 0 else 'ahead'}" if behind else ""
    return f"{spent} of {room.plan.minutes} min{late}"


def action_words(action: Action) -> tuple[str, ...]:
    """What stands below an action: who, and by when."""
    due = [f"By: {long_date(date.fromisoformat(action.due))}"] if action.due else []
    return (*[f"Owner: {action.who}"] * bool(action.who), *due)


def people_words(room: Room) -> str:
    """How many there are, or that it can be said."""
    people = room.state.people
    return f"{people} here." if people else "How many are here? Type the number."


def _opening(room: Room, view: View) -> Wall:
    step: SessionStep = view.step
    minutes = Line(plural(step.minutes, "minute"), "quiet")
    how = [Line(_HOW[step.kind])] * bool(_HOW[step.kind])
    shows = [body_of(step.shows)] if step.shows else how
    people = Line(people_words(room), "quiet")
    return Wall(step.title, (minutes, *shows, *(people,) * room.gathering))


def _hands(room: Room, view: View) -> Wall:
    assert view.hands is not None  # noqa: S101  a view of hands has its question
    rows = _rows(room, view)
    if view.stage != "reveal":
        return Wall(view.hands.text, (), rows, _counted(room))
    shifts = (s for s in debrief(room).shifts if s.question.id == view.hands.id)
    shift = next(shifts, None)
    below = [Line(view.hands.reason, "answer")]
    below += [Line(shift_words(shift), "quiet")] if shift else []
    return Wall(view.hands.text, (), rows, tuple(below))


def shift_words(shift: Shift) -> str:
    """What changed between the beginning and the end."""
    before, after = shift.before, shift.after
    return (
        f"At the beginning {before.right} of {before.total} said “{shift.question.right}”, "
        f"at the end {after.right} of {after.total}."
    )


def _case(room: Room, view: View) -> Wall:
    case = view.case
    assert case is not None  # noqa: S101  a view of a case has it
    described, *excerpt = situation(case)
    if view.stage == "read":
        return Wall(case.title, (described, *excerpt))
    if view.kind == "pile":
        heading, blocks = case.title, excerpt or [described]
    else:
        heading, blocks = case.question, excerpt
    if view.stage == "ask":
        return Wall(heading, tuple(blocks), _rows(room, view), _counted(room))
    take_away = Line((Run("To take away: ", "strong"), Run(case.teaches)))
    return Wall(heading, (), _rows(room, view), (take_away,))


def _round(room: Room, view: View) -> Wall:
    assert view.spoken is not None  # noqa: S101  a view of a round has it
    words = round_words(room.guide, view.step, view.spoken)
    asked = f"“{words.asked}”"
    if view.stage == "reveal":
        return Wall(asked, answer_blocks(words))
    how = Line("Answer aloud in under 45 seconds. Hear one thing to do better, and answer again.")
    sheet = [body_of(view.step.shows)] if view.step.shows else []
    return Wall(asked, (how, *sheet))


def _discuss(room: Room, view: View) -> Wall:  # noqa: ARG001  as all makers
    return Wall(view.step.discuss, (Line("Talk about it.", "quiet"),))


def _actions(room: Room, view: View) -> Wall:  # noqa: ARG001  as all makers
    actions = tuple(Entry(a.what, details=action_words(a)) for a in room.state.actions)
    if not actions:
        return Wall("Who does what by when?", (Line("Nothing yet.", "quiet"),))
    return Wall("Who does what by when?", (Entries(actions, "tasks"),))


def total_words(room: Room) -> str:
    """How many are counted at this view, and how many there are or were, if not as many."""
    total, people = sum(room.counted().values()), room.state.people
    if room.view.kind == "pile":  # those are counted by pairs
        return f"{plural(total, 'pair')} counted"
    if people:
        return f"{total} counted" + f", of {people} here" * (total != people)
    before = room.total_before
    return f"{total} counted" + f", and {before} the last time" * (before not in (0, total))


def _counted(room: Room) -> tuple[Block, ...]:
    words = total_words(room)
    line = Line(words) if "," in words else Line(words, "quiet")  # what differs is not quiet
    return (line,) * any(room.counted().values())


def _rows(room: Room, view: View) -> tuple[WallRow, ...]:
    counts = room.counted(view)
    revealed = view.stage == "reveal"
    return tuple(
        WallRow(
            row.label,
            counts.get(row.id, 0),
            row.right if revealed else None,
            row.reason if revealed else "",
        )
        for row in view.rows
    )


_MAKERS: dict[str, Callable[[Room, View], Wall]] = {
    "opening": _opening,
    "hands": _hands,
    "case": _case,
    "pile": _case,
    "round": _round,
    "discuss": _discuss,
    "actions": _actions,
}
