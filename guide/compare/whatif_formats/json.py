"""JSON: a contract that other programs read. Keys and their order do not change."""

import json

from guide.compare.neighbors import Neighbour
from guide.compare.whatif import Asked, Effect, View
from guide.document.context import Context
from guide.journey.code import write_code
from guide.model.schema import Guide

SUFFIX = ".json"
TITLE = "JSON, for other programs"


def render(shown: View, context: Context) -> str:  # noqa: ARG001  no age is written
    """All neighbours as one JSON object."""
    guide, page = shown.guide, shown.page
    data = {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
        "code": write_code(guide, page.scenario),
        "verdict": page.tone.id if page.tone else None,
        "helps_most": _named(shown.found.helps_most),
        "hurts_most": _named(shown.found.hurts_most),
        "could_help": _named(shown.found.could_help),
        "could_hurt": _named(shown.found.could_hurt),
        "no_difference": [step.question.id for step in shown.found.without_effect],
        "questions": [_asked(guide, asked) for asked in shown.asked],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _named(neighbours: tuple[Neighbour, ...]) -> list[dict[str, str]]:
    return [{"question": one.step.question.id, "option": one.option.id} for one in neighbours]


def _asked(guide: Guide, asked: Asked) -> dict[str, object]:
    return {
        "id": asked.step.question.id,
        "text": asked.step.question.text,
        "answer": asked.step.option.id,
        "changes": [_effect(effect) for effect in asked.effects],
        "same_page": [one.option.id for one in asked.idle],
        "leads_on": [_leading_on(guide, effect.neighbour) for effect in asked.further],
    }


def _leading_on(guide: Guide, one: Neighbour) -> dict[str, object]:
    return {
        "option": one.option.id,
        "question": one.walked.next.id if one.walked.next else None,
        "verdicts": [guide.head.tones[rank].id for rank in sorted(one.ranks)],
    }


def _effect(effect: Effect) -> dict[str, object]:
    one = effect.neighbour
    return {
        "option": one.option.id,
        "code": effect.code,
        "verdict": one.page.tone.id if one.page and one.page.tone else None,
        "sections": {
            section.id: {
                "gained": [only.block.id for only in difference.only if not only.on_first],
                "lost": [only.block.id for only in difference.only if only.on_first],
            }
            for section, difference in one.changes
        },
        "no_longer_applies": [step.question.id for step in one.dropped],
    }
