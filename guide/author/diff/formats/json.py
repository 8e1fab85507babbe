"""JSON: everything that was found, for tools."""

import json
from typing import Any

from guide.author.diff.formats import Style
from guide.author.diff.result import BlockChange, Crowd, GuideDiff, SectionChange
from guide.document.worddiff import Run
from guide.states.cover import Tables

SUFFIX = ".json"


def render(diff: GuideDiff, style: Style) -> str:
    """The comparison as one JSON object."""
    return json.dumps(_whole(diff, style), indent=2, ensure_ascii=False) + "\n"


def _whole(diff: GuideDiff, style: Style) -> dict[str, Any]:
    return {
        "guide": diff.new.id,
        "from": style.before,
        "to": style.after,
        "same": diff.same,
        "scenarios": {
            "before": diff.before,
            "after": diff.after,
            "shared": diff.shared,
            "changed": diff.changed,
            "won": _crowd(diff.won),
            "lost": _crowd(diff.lost),
        },
        "pages": diff.pages._asdict() if diff.pages else None,
        "around": [item.what for item in diff.around],
        "groups": [_group(group) for group in diff.groups],
        "facts": [
            {
                "fact": item.fact,
                "pages": item.pages,
                "who": _crowd(item.who),
                "beside": list(item.beside),
                "text": _runs(item.text),
            }
            for item in diff.facts
        ],
        "ways": [way._asdict() | {"who": _crowd(way.who)} for way in diff.ways],
        "wordings": [{"what": item.what, "text": _runs(item.text)} for item in diff.wordings],
        "renamed": [item._asdict() | {"breaks": item.breaks} for item in diff.renamed],
    }


def _group(group: SectionChange) -> dict[str, Any]:
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
