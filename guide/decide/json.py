"""The record as JSON, for other programs. Keys and their order do not change."""

import json

from guide.decide.dates import plan_lines
from guide.decide.record import Option, Record
from guide.journey.advice import Advice, ShownSection
from guide.journey.code import write_code


def render(record: Record) -> str:
    """The record as one JSON object; null where only a person can say it, and nobody did."""
    typed = record.typed
    data = {
        "guide": record.guide.id,
        "content_hash": record.guide.content_hash,
        "title": typed.title or None,
        "status": typed.status,
        "date": typed.date.isoformat(),
        "decision_makers": typed.deciders or None,
        "consulted": typed.consulted or None,
        "informed": typed.informed or None,
        "decision": typed.decision or None,
        "chosen": record.chosen.name if record.chosen else None,
        "answers": {step.question.id: step.option.id for step in record.trail},
        "options": [_option(option) for option in record.options],
        "notices": _blocks(record.notices),
        "next_steps": _blocks(record.next_steps),
        "days": [*plan_lines(record.plan)],
        "note": record.note or None,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _option(option: Option) -> dict[str, object]:
    """What was considered; all but the first are compared with the first."""
    return {
        "name": option.name,
        "code": write_code(option.page.guide, option.page.scenario),
        "scenario": option.page.scenario,
        "verdict": _verdict(option.page),
        "rank": option.rank,
        "sections": option.sections,
        "notices_gained": option.gained,
        "notices_lost": option.lost,
    }


def _verdict(page: Advice) -> str | None:
    return page.tone.id if page.tone else None


def _blocks(sections: tuple[ShownSection, ...]) -> list[dict[str, object]]:
    return [
        {"id": shown.block.id, "body": shown.block.body, "rests_on": shown.block.rests_on}
        for section in sections
        for shown in section.blocks
    ]
