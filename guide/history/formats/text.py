"""Walks as lines for reading."""

from datetime import datetime

from guide.document.lines import wrapped
from guide.history.listing import Row
from guide.history.view import Listed, Record
from guide.history.words import Wording, first_line, short_id
from guide.journey.labels import scenario_words, step_line
from guide.journey.walk import walk

NONE = "No walks are kept yet. 'guide' or 'guide ask' begins one.\n"
NOT_FOUND = "No walk holds these words.\n"
_INDENT = "  "


def listing(listed: Listed, width: int) -> str:
    """Each walk with its id, when, name, scenario, code and the first line of its note."""
    if not listed.rows:
        return NOT_FOUND if listed.searched else NONE
    wording = Wording(listed.guides)
    return "\n".join(_entry(listed, wording, row, width) for row in listed.rows)


def record(record: Record, width: int) -> str:
    """Everything about one walk, and how to see its page."""
    kept, guide = record.kept, record.guide
    lines = [kept.id]
    if kept.name:
        lines += wrapped(kept.name, width)
    state = "finished" if kept.finished else "not finished"
    lines += [f"Begun {_when(kept.started)}, last touched {_when(kept.updated)}, {state}"]
    if guide is None:
        lines += [f"Guide: {kept.guide} (not on the shelf)", f"Code: {kept.code}", ""]
        lines += [f"{_INDENT}{question}: {option}" for question, option in kept.answers.items()]
    elif record.today is not None:
        now = walk(guide, record.today.answers)
        lines += wrapped(f"Guide: {guide.title}", width)
        lines += wrapped(scenario_words(guide, now.scenario), width)
        lines += wrapped(record.today.told, width) if record.today.told else []
        lines += [""]
        for step in record.trail:
            lines += wrapped(step_line(guide, step.question, step.option), width, _INDENT)
        command = "advise" if now.finished else "ask"
        words = "To see its page" if now.finished else "To go on with it"
        lines += ["", f"{words}: guide {command} {short_id(kept.id)}"]
    if kept.note:
        lines += ["", "Note:"]
        for line in kept.note.split("\n"):
            lines += wrapped(line, width, _INDENT) or [""]
    return "\n".join(lines) + "\n"


def _entry(listed: Listed, wording: Wording, row: Row, width: int) -> str:
    unfinished = "" if row.finished else ", not finished"
    lines = wrapped(
        f"{short_id(row.id)}  {_when(row.when)}{unfinished}: {wording.title(row)}", width
    )
    if row.name and row.guide in listed.guides:
        lines += wrapped(wording.words(row), width, _INDENT)
    lines.append(f"{_INDENT}{row.code}")
    if row.note:
        lines += wrapped(f"Note: {first_line(row.note)}", width, _INDENT)
    return "\n".join(lines) + "\n"


def _when(moment: datetime) -> str:
    """The reader's own time."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
