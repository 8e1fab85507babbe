"""Walks as text and as JSON: how what ``view`` holds is written."""

from collections.abc import Iterator
from datetime import datetime

from guide.document.formats import json_text
from guide.document.lines import wrapped
from guide.history.exchange import entry_of, iso
from guide.history.listing import Row
from guide.history.view import Listed, Record, Wording, first_line, scenario_of, short_id
from guide.journey.labels import scenario_words, step_line

NONE = "No walks are kept yet. 'guide' or 'guide ask' begins one.\n"
NOT_FOUND = "No walk holds these words.\n"
_INDENT = "  "


def write_listing(listed: Listed, form: str, width: int) -> str:
    """A part of the list in a format, ending with a line break."""
    return json_text(_listing(listed)) if form == "json" else _text_listing(listed, width)


def write_record(record: Record, form: str, width: int) -> str:
    """One walk in a format, ending with a line break."""
    return json_text(_record(record)) if form == "json" else _text_record(record, width)


def _text_listing(listed: Listed, width: int) -> str:
    """Each walk with its id, when, name, scenario, code and the first line of its note."""
    if not listed.rows:
        return NOT_FOUND if listed.searched else NONE
    wording = Wording(listed.guides)
    return "\n".join(_entry(listed, wording, row, width) for row in listed.rows)


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


def _text_record(record: Record, width: int) -> str:
    """Everything about one walk, and how to see its page."""
    kept = record.kept
    lines = [kept.id]
    if kept.name:
        lines += wrapped(kept.name, width)
    state = "finished" if kept.finished else "not finished"
    lines += [f"Begun {_when(kept.started)}, last touched {_when(kept.updated)}, {state}"]
    lines += _standing(record, width)
    if kept.note:
        lines += ["", "Note:"]
        for line in kept.note.split("\n"):
            lines += wrapped(line, width, _INDENT) or [""]
    if kept.typed:
        names = ", ".join(kept.typed)
        lines += ["", *wrapped(f"Typed into letters: {names}", width, "", _INDENT)]
    return "\n".join(lines) + "\n"


def _standing(record: Record, width: int) -> Iterator[str]:
    """The answers, as the guide of today has them."""
    kept, guide, today, now = record
    if guide is None or today is None or now is None:
        yield from (f"Guide: {kept.guide} (not on the shelf)", f"Code: {kept.code}", "")
        yield from (f"{_INDENT}{question}: {option}" for question, option in kept.answers.items())
        return
    yield from wrapped(f"Guide: {guide.title}", width)
    yield from wrapped(scenario_words(guide, now.scenario), width)
    if today.notice:
        yield from wrapped(today.notice, width)
    yield ""
    for step in now.trail:
        yield from wrapped(step_line(guide, step.question, step.option), width, _INDENT)
    command, words = ("advise", "To see its page") if now.finished else ("ask", "To go on with it")
    yield from ("", f"{words}: guide {command} {short_id(kept.id)}")


def _listing(listed: Listed) -> list[dict[str, object]]:
    """A list of objects, newest first. What is meant to be read back in is the export."""
    wording = Wording(listed.guides)
    return [
        {
            "id": row.id,
            "guide": row.guide,
            "name": row.name,
            "note": row.note,
            "code": row.code,
            "scenario": wording.words(row),
            "finished": bool(row.finished),
            "updated": iso(row.when),
        }
        for row in listed.rows
    ]


def _record(record: Record) -> dict[str, object]:
    """One object: the walk as it is exported, and how it stands today."""
    today, guide = record.today, record.guide
    return entry_of(record.kept) | {
        "on_the_shelf": guide is not None,
        "scenario": {} if guide is None else scenario_of(guide, record.kept.code),
        "answers_today": today.answers if today else {},
        "changed": today.notice if today else "",
    }


def _when(moment: datetime) -> str:
    """The reader's own time."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
