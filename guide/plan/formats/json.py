"""JSON: a contract that other programs read. Keys and their order do not change."""

import json
from collections.abc import Mapping
from datetime import date

from guide.journey.code import write_code
from guide.journey.facts import source_words
from guide.model.recovery import Remark
from guide.plan import words
from guide.plan.due_dates import due_days
from guide.plan.records import Plan, Planned, Route

SUFFIX = ".json"
TITLE = "JSON, for other programs"


def render(plan: Plan, width: int) -> str:  # noqa: ARG001
    """The plan as one JSON object; days as ISO, the last day included, null where open."""
    inputs = plan.inputs
    gap, beside = plan.uncovered, plan.beside
    page = {
        "guide": plan.guide.id,
        "code": write_code(plan.guide, plan.scenario),
        "content_hash": plan.guide.content_hash,
        "made": plan.today.isoformat(),
        "inputs": {
            "report_date": _iso(inputs.report_date),
            "fixes_done": _iso(inputs.fixes_done),
            "observe_from": _iso(inputs.observe_from),
            "period_end": _iso(inputs.period_end),
            "months": plan.months,
            "by": _iso(inputs.by),
            "owners": dict(inputs.owners),
        },
        "nothing": _remark(plan.nothing),
        "no_end": _remark(plan.no_end),
        "missing": plan.missing,
        "warnings": plan.warnings,
        "phases": [_phase(plan, one) for one in plan.phases],
        "ways": [_way(route) for route in plan.routes],
        "typical": beside
        and {
            "says": beside.typical.says,
            "first": _iso(beside.first),
            "last": _iso(beside.last),
            "verdict": beside.verdict or None,
            "rests_on": beside.typical.rests_on,
        },
        "uncovered": gap
        and {
            "since": _iso(gap.since),
            "counted_from_report": gap.counted_from_report,
            "new_window": _days(gap.windows),
            "new_report": _days(gap.reports),
            "bridge_end": _iso(gap.bridge_end),
            "old_period": gap.old_period,
        },
        "occasions": [
            {"control": one.title, "every_months": one.every, "times": one.times}
            | {"warning": one.warning or None}
            for one in plan.occasions
        ],
        "parts": [{"title": part.title, "lines": part.lines} for part in words.parts(plan)],
        "notes": [_remark(note) for note in plan.notes],
        "facts": {
            fact.id: {
                "says": fact.says,
                "source": source_words(plan.guide, fact),
                "verified": _iso(fact.verified),
            }
            for fact in plan.facts
        },
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _phase(plan: Plan, one: Planned) -> dict[str, object]:
    estimate = one.estimate
    return {
        "id": one.phase.id,
        "title": one.phase.title,
        "beside": one.phase.beside and one.phase.beside.text,
        "done_before": one.done_before,
        "cases": {
            case: {
                "length": span.length and span.length.words,
                "start": _iso(span.start),
                "end": _iso(span.end),
            }
            for case, span in one.spans.items()
        },
        "rests_on": estimate.rests_on if estimate else (),
        "judgement": (estimate.judgement or None) if estimate else None,
        "tasks": [
            {
                "id": owned.task.id,
                "title": owned.task.title,
                "role": owned.task.owner.text,
                "owner": owned.owner,
                "evidence": owned.task.evidence or None,
                "rests_on": owned.task.rests_on,
                "judgement": owned.task.judgement or None,
                "due": [_iso(day) for day in due_days(plan, one, owned.task)],
            }
            for owned in one.tasks
        ],
    }


def _way(route: Route) -> dict[str, object]:
    return {
        "id": route.way.id,
        "title": route.way.title,
        "phases": [one.phase.id for one in route.phases],
        "ends": _days(route.ends),
        "latest_starts": {one.phase.id: _days(one.starts) for one in route.latest},
    }


def _remark(remark: Remark | None) -> dict[str, object] | None:
    if remark is None:
        return None
    return {
        "says": remark.says,
        "rests_on": remark.rests_on,
        "judgement": remark.judgement or None,
    }


def _days(days: Mapping[str, date]) -> dict[str, str | None] | None:
    return {case: _iso(day) for case, day in days.items()} if days else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
