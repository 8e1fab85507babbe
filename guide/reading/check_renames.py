"""Checks of ``renamed``: that every old name leads, in one step, to something that is there."""

from collections.abc import Iterable
from typing import NamedTuple

from guide.model.codes import Code
from guide.model.problems import did_you_mean
from guide.model.schema import Facet, Guide, Question, Rename
from guide.reading.collector import Problems


class _Table(NamedTuple):
    kind: str
    file: str
    """Where things of this kind stand; nothing is said about a file that could not be read."""
    rows: tuple[Rename, ...]
    known: tuple[str, ...]


def check_renames(guide: Guide, problems: Problems) -> None:
    """Report old names that lead nowhere, lead on, lead in a loop, or are still in use."""
    for table in _tables(guide, problems):
        if table.file not in problems.unread:
            _check(table, problems)


def _tables(guide: Guide, problems: Problems) -> Iterable[_Table]:
    renamed = guide.head.renamed
    blocks = tuple(block.id for blocks in guide.blocks.values() for block in blocks)
    file = "an advice file"
    unread = [name for name in problems.unread if name.startswith("advice/")]
    yield _Table("facet", "facets.yaml", renamed.facets, tuple(guide.facet))
    yield _Table("question", "questions.yaml", renamed.questions, tuple(guide.question))
    yield _Table("block", unread[0] if unread else file, renamed.blocks, blocks)
    yield from _within("value", "facets.yaml", renamed.values, guide.facet, problems)
    yield from _within("option", "questions.yaml", renamed.options, guide.question, problems)


def _within(
    kind: str,
    file: str,
    rows: tuple[Rename, ...],
    owners: dict[str, Facet] | dict[str, Question],
    problems: Problems,
) -> Iterable[_Table]:
    for name in dict.fromkeys(row.within for row in rows):
        here = tuple(row for row in rows if row.within == name)
        owner = owners.get(name)
        if owner is not None:
            parts = owner.values if isinstance(owner, Facet) else owner.options
            yield _Table(f"{name} {kind}", file, here, tuple(part.id for part in parts))
        elif name not in problems.broken and file not in problems.unread:
            what = "facet" if kind == "value" else "question"
            code = Code.UNKNOWN_FACET if kind == "value" else Code.UNKNOWN_QUESTION
            message = f"no {what} {name!r}{did_you_mean(name, owners)}"
            problems.add(code, here[0].at, message)


def _check(table: _Table, problems: Problems) -> None:
    to = {row.old: row.new for row in table.rows}
    looping: set[str] = set()
    for row in table.rows:
        way = _way(row.old, to)
        if way[-1] in way[:-1]:
            if row.old == way[-1] and row.old not in looping:  # else a row that leads to the loop
                message = f"{' -> '.join(way)} is a loop; name each old {table.kind} once"
                problems.add(Code.RENAMED_IN_A_LOOP, row.at, message)
                looping |= {*way}
        elif row.old in table.known:
            message = f"{row.old!r} is still the name of a {table.kind}; remove this row"
            problems.add(Code.OLD_NAME_IN_USE, row.at, message)
        elif len(way) > 2:
            message = f"{row.new!r} was renamed too; write {row.old}: {way[-1]}"
            problems.add(Code.RENAMED_TWICE, row.at, message)
        elif row.new not in table.known and row.new not in problems.broken:
            message = f"no {table.kind} {row.new!r}{did_you_mean(row.new, table.known)}"
            problems.add(Code.RENAMED_TO_NOTHING, row.at, message)


def _way(old: str, to: dict[str, str]) -> list[str]:
    """Where a name leads, up to its end or the first name that comes again."""
    way = [old]
    while way[-1] in to:
        way.append(to[way[-1]])
        if way[-1] in way[:-1]:
            break
    return way
