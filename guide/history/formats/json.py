"""Walks as JSON, for scripts. What is meant to be read back in is the export, not this."""

import json

from guide.history.exchange import entry
from guide.history.view import Listed, Record
from guide.history.words import Wording, scenario_of


def listing(listed: Listed, width: int) -> str:  # noqa: ARG001 - a form for reading needs it
    """A list of objects, newest first."""
    wording = Wording(listed.guides)
    found = [
        {
            "id": row.id,
            "guide": row.guide,
            "name": row.name,
            "note": row.note,
            "code": row.code,
            "scenario": wording.words(row),
            "finished": bool(row.finished),
            "updated": f"{row.when:%Y-%m-%dT%H:%M:%S.%f}Z",
        }
        for row in listed.rows
    ]
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def record(record: Record, width: int) -> str:  # noqa: ARG001
    """One object: the walk as it is exported, and how it stands today."""
    today = record.today
    guide = record.guide
    found = entry(record.kept) | {
        "on_the_shelf": guide is not None,
        "scenario": {} if guide is None else scenario_of(guide, record.kept.code),
        "answers_today": today.answers if today else {},
        "changed": today.told if today else "",
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
