"""JSON: everything that was found, for tools."""

import json
from typing import Any

from guide.author.diff.formats import Style
from guide.author.diff.result import BlockChange, Comparison, Crowd, Group
from guide.document.worddiff import Run
from guide.states.condition import Tables

SUFFIX = ".json"


def render(found: Comparison, style: Style) -> str:
    """The comparison as one JSON object."""
    return json.dumps(_whole(found, style), indent=2, ensure_ascii=False) + "\n"


def _whole(found: Comparison, style: Style) -> dict[str, Any]:
    return {
        "guide": found.new.id,
        "from": style.before,
        "to": style.after,
        "same": found.same,
        "scenarios": {
            "before": found.before,
            "after": found.after,
            "shared": found.shared,
            "changed": found.changed,
            "won": _crowd(found.won),
            "lost": _crowd(found.lost),
        },
        "pages": found.pages._asdict() if found.pages else None,
        "around": [one.what for one in found.around],
        "groups": [_group(group) for group in found.groups],
        "facts": [
            {
                "fact": one.fact,
                "pages": one.pages,
                "who": _crowd(one.who),
                "beside": list(one.beside),
                "text": _runs(one.text),
            }
            for one in found.facts
        ],
        "ways": [way._asdict() | {"who": _crowd(way.who)} for way in found.ways],
        "wordings": [{"what": one.what, "text": _runs(one.text)} for one in found.wordings],
        "renamed": [one._asdict() | {"breaks": one.breaks} for one in found.renamed],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "section": group.section,
        "title": group.title,
        "pages": group.pages,
        "who": _crowd(group.who),
        "changes": [_change(change) for change in group.changes],
    }


def _change(change: BlockChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": change.old or None,
        "new": change.new or None,
        "text": _runs(change.text),
        "evidence": [_runs(runs) for runs in change.evidence],
        "moved": change.moved or None,
        "colour": list(change.colour) if change.colour else None,
    }


def _crowd(who: Crowd | None) -> dict[str, Any] | None:
    if who is None:
        return None
    return {"scenarios": who.scenarios, "when": _tables(who.tables), "example": who.example}


def _tables(tables: Tables | None) -> list[dict[str, list[str]]] | None:
    if tables is None:
        return None
    return [{facet: list(values) for facet, values in table} for table in tables]


def _runs(runs: tuple[Run, ...]) -> list[dict[str, str]]:
    return [run._asdict() for run in runs]
