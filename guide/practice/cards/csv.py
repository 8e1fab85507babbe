"""CSV: a row for each option of each case, for a spreadsheet or another program for cards.

It starts with a byte order mark and guards formulas, as the table of a plan does.
"""

import csv
import io
from collections.abc import Iterator

from guide.document.body import plain
from guide.journey.code import write_code
from guide.model.practice import Case
from guide.model.schema import Guide
from guide.plan.exports.csv import guarded

SUFFIX = ".csv"
TITLE = "Table (CSV)"
_HEAD = (
    *("case", "title", "topic", "level", "minutes", "situation", "excerpt", "question"),
    *("option", "right", "reason", "teaches", "page"),
)


def write(guide: Guide) -> str:
    """The table, with a line of headings."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for case in guide.case.values():
        writer.writerows([guarded(cell) for cell in row] for row in _rows(guide, case))
    return text.getvalue()


def _rows(guide: Guide, case: Case) -> Iterator[list[str]]:
    page = write_code(guide, case.facets) if case.facets else ""
    about = [case.id, case.title, case.topic, case.level, str(case.minutes)]
    asked = [plain(case.situation), " / ".join(case.excerpt), case.question]
    for option in case.options:
        right = "yes" if option.right else "no"
        yield [*about, *asked, option.label, right, option.reason, case.teaches, page]
