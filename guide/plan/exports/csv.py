"""CSV: one row for each phase and task, for a spreadsheet.

It starts with a byte order mark: without one, Excel reads UTF-8 as Windows-1252 and shows "Zoë" as
"ZoÃ«". A cell that a spreadsheet would take for a formula gets an apostrophe in front.
"""

import csv
import io
from datetime import date

from guide.plan.export_items import ExportItem, items
from guide.plan.plan_words import grounds, why_open
from guide.plan.records import Plan

SUFFIX = ".csv"
TITLE = "Table (CSV)"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_HEAD = (
    *("kind", "id", "phase", "title", "owner", "proof", "rests on"),
    *("likely start", "likely end", "best start", "best end", "worst start", "worst end"),
    "note",
)


def write(plan: Plan) -> str:
    """The table, with a line of headings."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows([guarded(cell) for cell in _row(item)] for item in items(plan))
    for line in why_open(plan):
        row = ["note", "", "", line, *[""] * (len(_HEAD) - 4)]
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue()


def guarded(cell: str) -> str:
    """The cell, with an apostrophe where it would be taken for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _row(item: ExportItem) -> list[str]:
    task = item.owned.task if item.owned else None
    ground = task or (item.planned.estimate if item.planned else None)
    spans = item.planned.spans if item.planned else {}
    others = [
        _iso(day)
        for case in ("best", "worst")
        for day in ((spans[case].start, spans[case].end) if spans else (None, None))
    ]
    return [
        item.kind,
        item.id,
        item.planned.phase.title if item.planned else "",
        item.title,
        item.owned.owner if item.owned else "",
        task.evidence if task else "",
        grounds(ground).strip("[]") if ground else "",
        *(_iso(item.start), _iso(item.end)),
        *others,
        item.note,
    ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
