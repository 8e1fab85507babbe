"""Checks that the glance and the glossary hold together: ids, tables, words."""

from guide.model.codes import Code
from guide.model.glance import GlanceTable
from guide.model.schema import Guide
from guide.reading.collector import Named, Problems


def check_glance(guide: Guide, problems: Problems) -> None:
    """Report what is wrong with ``glance.yaml`` and ``terms.yaml``, as far as they are there."""
    sections = guide.glance.sections if guide.glance else ()
    tables = [section.table for section in sections]
    passages = [block for section in sections for block in section.blocks]
    rows = [row for table in tables if table for row in table.rows]
    named: list[Named] = [*sections, *passages, *rows]
    problems.unique(named)
    problems.unique(guide.terms)
    for table in filter(None, tables):
        _whole(table, problems)
    owners: dict[str, str] = {}
    for term in guide.terms:
        for word in (term.term, *term.also):
            owner = owners.setdefault(word.casefold(), term.id)
            if owner != term.id:
                message = f"{word!r} is a word of {owner!r} already; a word has one meaning here"
                problems.add(Code.DUPLICATE_ID, problems.spot(term.at, "also", words=word), message)


def _whole(table: GlanceTable, problems: Problems) -> None:
    for row in table.rows:
        if len(row.cells) != len(table.head):
            message = f"{row.id!r} has {len(row.cells)} cells, and the head {len(table.head)}"
            problems.add(Code.BAD_VALUE, row.at, f"{message}; give each column one")
