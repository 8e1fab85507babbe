"""Anki: a text file that its import reads, with the headers of Anki 2.1.54 and later.

Each note has an id of its own that follows from the guide and the case alone. Whoever imports the
file of an edited guide again has the new words on the old cards, and keeps when they are due.
"""

import csv
import io
from html import escape

from guide.document.body import plain
from guide.journey.code import write_code
from guide.model.practice import Case
from guide.model.schema import Guide

SUFFIX = ".txt"
TITLE = "Cards for Anki (text)"
_COLUMNS = ("GUID", "Front", "Back", "Tags")


def write(guide: Guide) -> str:
    """The headers, and a line for each case."""
    text = io.StringIO()
    deck = " ".join(guide.title.replace("::", ": ").split())
    text.write(f"#separator:Tab\n#html:true\n#notetype:Basic\n#deck:{deck}\n")
    columns = "\t".join(_COLUMNS)
    text.write(f"#columns:{columns}\n#guid column:1\n#tags column:4\n")
    writer = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(_note(guide, case) for case in guide.case.values())
    return text.getvalue()


def guid(guide: Guide, case: Case) -> str:
    """What Anki knows a case by."""
    return f"buyer-guide:{guide.id}:{case.id}"


def _note(guide: Guide, case: Case) -> list[str]:
    tags = f"{guide.id} {guide.id}::{case.topic} level::{case.level}"
    return [guid(guide, case), _front(case), _back(guide, case), tags]


def _front(case: Case) -> str:
    excerpt = "<br>".join(map(escape, case.excerpt))
    options = "".join(f"<li>{escape(option.label)}</li>" for option in case.options)
    return (
        f"<b>{escape(case.title)}</b><p>{escape(plain(case.situation))}</p>"
        f"{f'<blockquote>{excerpt}</blockquote>' if excerpt else ''}"
        f"<p><b>{escape(case.question)}</b></p><ol>{options}</ol>"
    )


def _back(guide: Guide, case: Case) -> str:
    reasons = "".join(
        f"<li><b>{'✓ Right' if option.right else '✕ Not right'}: {escape(option.label)}</b><br>"
        f"{escape(option.reason)}</li>"
        for option in case.options
    )
    page = write_code(guide, case.facets) if case.facets else ""
    more = f"<p>Its page: <code>guide advise {escape(page)}</code></p>" if page else ""
    return f"<ol>{reasons}</ol><p>{escape(case.teaches)}</p>{more}"
