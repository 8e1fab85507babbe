"""Taskwarrior: what ``task import`` reads, one task for each task of the plan.

UUIDs name the report and the task, never its days, so that a second import updates.
"""

import json
from datetime import date

from guide.plan.calendar import FIRST
from guide.plan.export_items import ExportItem, details, items, stable_uuid
from guide.plan.records import Plan

SUFFIX = ".tasks.json"
TITLE = "Task list (Taskwarrior)"
CAUTION = (
    "Importing a later file writes over the tasks that both have: one marked as done is open "
    "again, and your own notes, tags and priorities are lost. Keep a copy first: task export. "
    "Where the date of the report was changed, it adds all tasks anew."
)


def write(plan: Plan) -> str:
    """A JSON list, a task on each line."""
    tasks = [_task(plan, item) for item in items(plan) if item.kind == "task"]
    lines = ",\n".join(json.dumps(task, ensure_ascii=False) for task in tasks)
    return f"[\n{lines}\n]\n" if tasks else "[]\n"


def is_empty(plan: Plan) -> bool:
    """Whether there is no task to write."""
    return not plan.tasks


def _task(plan: Plan, item: ExportItem) -> dict[str, object]:
    stamp = f"{plan.made:%Y%m%dT%H%M%SZ}"
    task: dict[str, object] = {
        "uuid": stable_uuid(plan, item),
        "status": "pending",
        "entry": stamp,
        "modified": stamp,
        "description": item.title,
        "project": f"{plan.guide.id}.{item.planned.phase.id if item.planned else ''}",
        "tags": ["recovery"],
    }
    if item.start:
        task["scheduled"] = _moment(item.start)
    if item.end and (item.start or FIRST) <= item.end:
        task["due"] = _moment(item.end)
    # An annotation is known by its second: each line gets its own, the same in every export.
    task["annotations"] = [
        {"entry": f"{FIRST:%Y%m%d}T0000{number:02}Z", "description": line}
        for number, line in enumerate(details(item, plan))
    ]
    return task


def _moment(day: date) -> str:
    """Ten in the morning UTC: the same day from Honolulu to Wellington in winter."""
    return f"{day:%Y%m%d}T100000Z"
