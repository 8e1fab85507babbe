"""JSON: a contract that other programs read. Keys and their order do not change."""

import json

from guide.document.context import Context
from guide.document.words import source_words
from guide.journey.advice import Advice, ShownSection
from guide.model.schema import Fact, Guide

SUFFIX = ".json"
TITLE = "JSON, for other programs"


def render(advice: Advice, context: Context) -> str:  # noqa: ARG001  no age is written, only dates
    """The page as one JSON object."""
    guide = advice.guide
    page = {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
        "scenario": advice.scenario,
        "open": advice.open,
        "sections": [_section(section) for section in advice.sections],
        "facts": {fact.id: _fact(guide, fact) for fact in advice.facts()},
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _section(section: ShownSection) -> dict[str, object]:
    return {
        "id": section.section.id,
        "title": section.section.title,
        "blocks": [
            {
                "id": shown.block.id,
                "body": shown.block.body,
                "because": shown.because,
                "rests_on": shown.block.rests_on,
                "judgement": shown.block.judgement or None,
            }
            for shown in section.blocks
        ],
    }


def _fact(guide: Guide, fact: Fact) -> dict[str, object]:
    return {
        "says": fact.says,
        "source": source_words(guide, fact),
        "verified": fact.verified.isoformat() if fact.verified else None,
    }
