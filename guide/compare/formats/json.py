"""JSON: a contract that other programs read. Keys and their order do not change."""

import json

from guide.compare.reasons import Cause
from guide.compare.view import Change, View
from guide.document.context import Context
from guide.journey.advice import Advice
from guide.journey.code import write_code
from guide.model.schema import Block

SUFFIX = ".json"
TITLE = "JSON, for other programs"


def render(shown: View, context: Context) -> str:  # noqa: ARG001  no age is written
    """The comparison as one JSON object."""
    guide = shown.guide
    data = {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
        "pages": [_page(*pair) for pair in zip(shown.names, shown.pages, strict=True)],
        "changed": {
            name: [_cause(cause) for cause in causes]
            for name, causes in zip(shown.names[1:], shown.changed, strict=True)
        },
        "sections": [
            {
                "id": part.section.id,
                "title": part.section.title,
                "differences": {
                    name: [_change(change) for change in changes]
                    for name, changes in zip(shown.names[1:], part.changes, strict=True)
                },
            }
            for part in shown.parts
        ],
        "same": [row.section.id for row in shown.same],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _page(name: str, page: Advice) -> dict[str, object]:
    return {
        "name": name,
        "code": write_code(page.guide, page.scenario),
        "scenario": page.scenario,
        "open": page.open,
        "verdict": page.tone.id if page.tone else None,
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "old": _block(change.old),
        "new": _block(change.new),
        "because": [[_cause(cause) for cause in one] for one in change.reasons],
        "words": [
            {"lead": one.lead, "runs": [[piece.fate, piece.text] for piece in one.pieces]}
            for one in change.paragraphs
        ],
    }


def _block(block: Block | None) -> dict[str, object] | None:
    if block is None:
        return None
    return {
        "id": block.id,
        "body": block.body,
        "rests_on": block.rests_on,
        "judgement": block.judgement or None,
    }


def _cause(cause: Cause) -> dict[str, str | None]:
    return {"facet": cause.facet, "here": cause.here, "there": cause.there}
