"""The page of a session that is over: what the room chose, what surprised, who does what."""

from collections.abc import Iterator
from datetime import date

from guide.document.blocks import Block, Document, Entries, Entry, Line, Pairs, Run, Section, Table
from guide.document.formats import Page, Target, write
from guide.english import long_date, plural
from guide.pages.case import to_repeat
from guide.pages.spoken import round_words
from guide.pages.wall import action_words, shift_words
from guide.practice.debrief import Debrief, Outcome
from guide.practice.debrief_files import as_csv, as_ics
from guide.practice.room import Room, RoomNote
from guide.practice.views import View


def write_debrief(debrief: Debrief, form: str, target: Target = Target()) -> str:  # noqa: B008  a tuple, never changed
    """The debrief in the format of this name.

    Raises:
        UserError: for a calendar without a day in it.

    """
    if form == "csv":
        return as_csv(debrief)
    if form == "ics":
        return as_ics(debrief)
    return write(debrief_page(debrief), form, target)


def debrief_page(debrief: Debrief) -> Page:
    """The debrief, in every format that a page has."""
    return Page(lambda: document(debrief), lambda: data(debrief))


def document(debrief: Debrief) -> Document:
    """The page for people."""
    plan = debrief.room.plan
    counted = max((outcome.total for outcome in debrief.outcomes), default=0)
    people = debrief.state.people or counted
    pairs = [("Session", plan.title), ("Date", long_date(_day(debrief)))]
    pairs += [("People", str(people))] if people else []
    return Document(
        f"Debrief: {plan.title}",
        (Pairs(tuple(pairs)),),
        tuple(_sections(debrief)),
        kind="Session",
        foot=f"{debrief.room.guide.title} Cases are invented.",
    )


def _day(debrief: Debrief) -> date:
    return debrief.state.started.date()


def _sections(debrief: Debrief) -> Iterator[Section]:
    yield Section("What we will do", tuple(_actions(debrief)))
    yield Section("What surprised", tuple(_surprises(debrief)))
    if debrief.outcomes:
        head = ("Question", "The room chose", "Right", "Had it right")
        again = {shift.after.view.key for shift in debrief.shifts}
        rows = (_row(outcome, again) for outcome in debrief.outcomes)
        table = Table(head, tuple(rows))
        yield Section("What the room chose", (table,))
    if debrief.uncounted:
        entries = tuple(_uncounted(debrief.room, view) for view in debrief.uncounted)
        yield Section("Not counted", (Entries(entries),))
    if pages := [*_pages(debrief)]:
        yield Section("Read again", (Entries(tuple(pages)),))
    if any(debrief.state.seconds.values()):
        times = Table(("Step", "Planned", "Took"), tuple(_times(debrief)))
        yield Section("Time", (times,))


def _actions(debrief: Debrief) -> Iterator[Block]:
    actions = debrief.state.actions
    if not actions:
        yield Line("No action was written down.", "quiet")
        return
    yield Entries(tuple(Entry(a.what, details=action_words(a)) for a in actions), "tasks")


def _surprises(debrief: Debrief) -> Iterator[Block]:
    entries = [Entry(_surprise(outcome)) for outcome in debrief.surprises]
    entries += [Entry(f"{each.question.text} {shift_words(each)}") for each in debrief.shifts]
    entries += [Entry((*_step_of(debrief, note), Run(note.text))) for note in debrief.state.notes]
    yield Entries(tuple(entries)) if entries else Line("Nothing was written down.", "quiet")


def _step_of(debrief: Debrief, note: RoomNote) -> list[Run]:
    """At which step a note was written."""
    step = note.at.partition("/")[0]
    titles = [each.title for each in debrief.room.plan.steps if each.id == step]
    return [Run(f"At “{title}”: ", "strong") for title in titles]


def _uncounted(room: Room, view: View) -> Entry:
    """What was told without a count: of a case the answer, of a line what it could sound like."""
    if view.spoken is not None:
        words = round_words(room.guide, view.step, view.spoken)
        return Entry(f"“{words.asked}”", details=(f"It could sound like this: {words.answer}",))
    assert view.case is not None  # noqa: S101  what is no line is a case
    right = " or ".join(row.label for row in view.rows if row.right)
    return Entry(
        (Run(view.case.title, "strong"), Run(f": {view.case.teaches}")),
        details=(f"Right: {right}",),
    )


def _who(outcome: Outcome) -> str:
    """How many were right, of whom: cards are laid on piles in pairs."""
    pairs = " pairs" if outcome.view.kind == "pile" else ""
    return f"{outcome.right} of {outcome.total}{pairs}"


def _surprise(outcome: Outcome) -> str:
    case, error = outcome.view.case, outcome.favorite_error
    words = f"{outcome.title}: {_who(outcome)} had it right."
    words += f" {error[1]} chose {_quoted(error[0].label)}." if error else ""
    return f"{words} {case.teaches}" if case else words


def _quoted(label: str) -> str:
    """A label in quotation marks, unless somebody says it already."""
    return label if label.startswith('"') else f"“{label}”"


def _row(outcome: Outcome, again: set[str]) -> tuple[str, ...]:
    title = f"{outcome.title} (at the end)" if outcome.view.key in again else outcome.title
    rows = outcome.view.rows
    chosen = sorted(rows, key=lambda row: -outcome.counts.get(row.id, 0))
    votes = [f"{outcome.counts[row.id]} {row.label}" for row in chosen if row.id in outcome.counts]
    right = " or ".join(row.label for row in outcome.right_rows)
    return (title, "; ".join(votes), right, _who(outcome))


def _pages(debrief: Debrief) -> Iterator[Entry]:
    """What over a quarter had wrong, the hardest first, with the page that teaches it, if any."""
    missed = [each for each in debrief.outcomes if each.right < each.total * 3 / 4]
    missed.sort(key=lambda outcome: outcome.right / outcome.total)
    for outcome in missed:
        if (case := outcome.view.case) is not None:
            yield to_repeat(debrief.room.guide, case)


def _times(debrief: Debrief) -> Iterator[tuple[str, ...]]:
    for step in debrief.room.plan.steps:
        seconds = debrief.state.seconds.get(step.id, 0)
        took = f"{seconds // 60}:{seconds % 60:02}" if seconds else "not timed"
        yield (step.title, plural(step.minutes, "minute"), took)


def data(debrief: Debrief) -> dict[str, object]:
    """The page for programs."""
    state = debrief.state
    return {
        "guide": state.guide,
        "session": state.session,
        "started": state.started.isoformat(),
        "outcomes": [
            {
                "step": outcome.view.step.id,
                "about": outcome.view.item,
                "title": outcome.title,
                "rows": [
                    {
                        "id": row.id,
                        "label": row.label,
                        "right": row.right,
                        "count": outcome.counts.get(row.id, 0),
                    }
                    for row in outcome.view.rows
                ],
            }
            for outcome in debrief.outcomes
        ],
        "uncounted": [view.item for view in debrief.uncounted],
        "surprises": [outcome.view.item for outcome in debrief.surprises],
        "notes": [{"at": note.at, "text": note.text} for note in state.notes],
        "actions": [
            {"what": action.what, "who": action.who or None, "due": action.due or None}
            for action in state.actions
        ],
        "seconds": state.seconds,
    }
