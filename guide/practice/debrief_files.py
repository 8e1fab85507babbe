"""A debrief for other programs, beside the formats of its page: a table, and a calendar."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime

from guide.plan.calendar_file import AllDay, CalendarHead, calendar_text
from guide.plan.exports.csv import guarded
from guide.practice.debrief import Debrief, Outcome
from guide.user_error import UserError

_HEAD = ("kind", "step", "about", "choice", "right", "count", "owner", "due")


def as_csv(debrief: Debrief) -> str:
    """The table: a row for each choice, note and action, safe in a spreadsheet as a plan's is."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows([guarded(cell) for cell in row] for row in _rows(debrief))
    return text.getvalue()


def _rows(debrief: Debrief) -> Iterator[tuple[str, ...]]:
    for outcome in debrief.outcomes:
        yield from _votes(outcome)
    titles = {step.id: step.title for step in debrief.room.plan.steps}
    for note in debrief.state.notes:
        step = note.at.partition("/")[0]
        yield ("note", titles.get(step, step), note.text, "", "", "", "", "")
    for action in debrief.state.actions:
        yield ("action", "", action.what, "", "", "", action.who, action.due)


def _votes(outcome: Outcome) -> Iterator[tuple[str, ...]]:
    view = outcome.view
    for row in view.rows:
        count = str(outcome.counts.get(row.id, 0))
        right = "yes" if row.right else "no"
        yield (view.kind, view.step.title, outcome.title, row.label, right, count, "", "")


def as_ics(debrief: Debrief) -> str:
    """The actions that have a day, as a calendar.

    Raises:
        UserError: if none has.

    """
    state = debrief.state
    begun = state.started.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    events = [
        AllDay(
            f"action.{number}.{state.guide}.{state.session}.{begun}@buyer-guide.invalid",
            f"Due: {action.what}",
            date.fromisoformat(action.due),
            date.fromisoformat(action.due),
            (*[f"Owner: {action.who}"] * bool(action.who), f"From: {debrief.room.plan.title}"),
            "action",
        )
        for number, action in enumerate(state.actions, 1)
        if action.due
    ]
    if not events:
        message = "no action has a day yet, so there is nothing for a calendar; add one in the room"
        raise UserError(message)
    name = f"Actions: {debrief.room.plan.title}"
    return calendar_text(CalendarHead("practice", name, datetime.now(UTC)), events)
