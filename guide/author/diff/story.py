"""A comparison told in pieces, the same for every format that is read by people."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from guide.author.diff.renaming import Renaming
from guide.author.diff.result import BlockChange, Crowd, GuideDiff, SectionChange, WayChange
from guide.document.worddiff import Run
from guide.model.schema import ADVICE, UNSET, Guide
from guide.states.cover import Table, Tables

MOST_TABLES = 6
"""Tables of one condition that are told; the others are counted."""


_WORDS = {"true", "false", "null"}


class Heading(NamedTuple):
    """A title: 1 of the whole, 2 of a part."""

    level: int
    text: str


class Line(NamedTuple):
    """A sentence or two."""

    text: str


class Item(NamedTuple):
    """One of several short things."""

    text: str


class Compared(NamedTuple):
    """A text before and now."""

    runs: tuple[Run, ...]


Piece: TypeAlias = Heading | Line | Item | Compared


def tell(diff: GuideDiff, before: str, after: str) -> Iterator[Piece]:
    """Everything that was found; ``before`` and ``after`` name the two states."""
    yield Heading(1, f"What changed for readers: {diff.new.title}")
    yield Line(f"From {before} to {after}")
    yield from _summary(diff)
    yield from _groups(diff)
    yield from _facts(diff)
    yield from _part("On the way", (_way(diff, change) for change in diff.ways))
    if diff.wordings:
        yield Heading(2, "Words beside the advice")
    for wording in diff.wordings:
        yield Line(f"{wording.what[0].upper()}{wording.what[1:]}")
        yield Compared(wording.text)
    yield from _part("Renamed", map(_renamed, diff.renamed))


def _part(title: str, texts: Iterator[str]) -> Iterator[Piece]:
    items = [Item(text) for text in texts]
    if items:
        yield Heading(2, title)
        yield from items


def _summary(diff: GuideDiff) -> Iterator[Line]:
    if diff.same:
        yield Line("No reader sees a difference.")
        return
    if not (diff.groups or diff.facts):
        what = ", and what stands around it does" if diff.around else ""
        yield Line(f"No advice changes for who could reach it before{what}.")
    elif diff.pages is not None and diff.pages.changed is not None:
        yield Line(
            f"{diff.pages.changed:,} of {_many(diff.pages.old, 'page')} change, for "
            f"{diff.changed:,} of {_many(diff.shared, 'set')} of answers."
        )
    else:
        who = f"{diff.changed:,} of {_many(diff.shared, 'set')} of answers"
        yield Line(f"Another page for {who}. How many pages that is was not counted.")
    if diff.pages is not None and any(part.pages is None for part in diff.parts):
        yield Line("There are too many different changes to count the pages of each.")
    if diff.around:
        names = ", ".join(part.what for part in diff.around)
        yield Line(f"Around the advice, on every page that has it: {names}.")
    if diff.pages is not None and diff.pages.won:
        yield Line(f"{_many(diff.pages.won, 'page')} only for who could not get there before.")
    if diff.pages is not None and diff.pages.lost:
        yield Line(f"{_many(diff.pages.lost, 'page')} only for who cannot get there any more.")
    if diff.won is not None:
        yield Line(f"Only now possible: {_crowd(diff.new, diff.won)}.")
    if diff.lost is not None:
        yield Line(f"No longer possible: {_crowd(diff.old, diff.lost)}.")


def _groups(diff: GuideDiff) -> Iterator[Piece]:
    last = None
    for group in diff.groups:
        if group.section != last:
            yield Heading(2, group.title)
            last = group.section
        yield Line(_headline(diff, group))
        for change in group.changes:
            yield Item(_change(change, group.title))
            if change.kind != "evidence" and any(run.fate != "same" for run in change.text):
                yield Compared(change.text)
            if change.evidence and change.kind == "text":
                yield Item("and what it rests on:")
            for runs in change.evidence:
                yield Compared(runs)


def _facts(diff: GuideDiff) -> Iterator[Piece]:
    """Each fact once: on how many pages it stands, and what is told of it now."""
    if diff.facts:
        yield Heading(2, "Facts and sources")
    for change in diff.facts:
        pages = _pages(diff, change.pages)
        count = _many(change.who.scenarios, "set")
        also = f", and beside the advice ({', '.join(change.beside)})" if change.beside else ""
        who = _who(diff.new, change.who)
        example = change.who.example
        yield Line(f"{pages}fact {change.fact}; for {who}{also}. {count} of answers, as {example}")
        yield Compared(change.text)


def _pages(diff: GuideDiff, count: int | None) -> str:
    if count is None or diff.pages is None:
        return ""
    verb = "change" if count != 1 else "changes"
    return f"{count:,} of {_many(diff.pages.old, 'page')} {verb}; "


def _headline(diff: GuideDiff, group: SectionChange) -> str:
    pages = _pages(diff, group.pages)
    who = _who(diff.new, group.who)
    count = _many(group.who.scenarios, "set")
    return f"{pages}section {group.title}; for {who}. {count} of answers, as {group.who.example}"


def _change(change: BlockChange, title: str) -> str:
    renamed = f" (was {change.old})" if change.old not in ("", change.new) else ""
    match change.kind:
        case "text":
            words = any(run.fate != "same" for run in change.text)
            changes = ["other words"] if words or not change.colour else []
            if change.colour:
                colors = " -> ".join(color or "none" for color in change.colour)
                changes.append(f"the colour of its tone: {colors}")
            return f"{change.new}{renamed}: {', and '.join(changes)}"
        case "replaced":
            return f"{change.new} instead of {change.old}"
        case "evidence":
            return f"{change.new}{renamed}: the same words, resting on something else"
        case "appears":
            moved = change.moved and change.moved != title
            return (
                f"{change.new} comes from section {change.moved}"
                if moved
                else f"{change.new} appears"
            )
        case "goes":
            moved = change.moved and change.moved != title
            return f"{change.old} goes to section {change.moved}" if moved else f"{change.old} goes"
        case "order":
            return "the same blocks in another order"


def _way(diff: GuideDiff, change: WayChange) -> str:
    name, option = change.question, f"{change.question}, option {change.option}"
    before, after = (_target(place) for place in (change.before, change.after))
    who = _who(diff.new, change.who) if change.who else "everyone"
    sentences = {
        "start": f"The guide starts with {after}, not {before}",
        "asked": f"{name} is asked now",
        "not asked": f"{name} is not asked any more",
        "option": f"{name} has the new option {change.option}",
        "no option": f"{name} has no option {change.option} any more",
        "settles": f"{option} settles {after or 'nothing'}, not {before or 'nothing'}",
        "leads": f"{option} leads to {after}, not to {before}, for {who}",
    }
    return sentences[change.kind]


def _target(place: str) -> str:
    return "the advice" if place == ADVICE else place


def _renamed(renaming: Renaming) -> str:
    where = f"{renaming.within} " if renaming.within else ""
    words = f"{renaming.kind} {where}{renaming.old} -> {renaming.new}"
    if renaming.how == "declared":
        return f"{words} (declared)"
    if renaming.breaks:
        return (
            f"{words} ({renaming.how}). Old codes and answers lose it, unless guide.yaml says "
            f"renamed: {{{_row(renaming)}}}"
        )
    return f"{words} ({renaming.how})"


def _row(renaming: Renaming) -> str:
    """What declares a rename, as it stands in the table ``renamed``."""
    row = f"{{{_yaml(renaming.old)}: {_yaml(renaming.new)}}}"
    return (
        f"{renaming.kind}s: {{{_yaml(renaming.within)}: {row}}}"
        if renaming.within
        else f"{renaming.kind}s: {row}"
    )


def _yaml(name: str) -> str:
    """An id that no reader of YAML takes for a number or a yes."""
    return name if re.fullmatch(r"[A-Za-z][\w-]{3,}", name) and name not in _WORDS else f"'{name}'"


def _crowd(guide: Guide, who: Crowd) -> str:
    names = _who(guide, who)
    return f"{_many(who.scenarios, 'set')} of answers, for {names}, as {who.example}"


def _who(guide: Guide, who: Crowd) -> str:
    if who.everyone:
        return "everyone"
    if who.tables is None:
        return "combinations too many to list"
    return condition_words(guide, who.tables)


def condition_words(guide: Guide, tables: Tables) -> str:
    """A condition on one line: ``opinion=qualified and report not draft``."""
    words = [_table(guide, table) for table in tables[:MOST_TABLES]]
    more = len(tables) - MOST_TABLES
    if more > 0:
        words.append(f"{more:,} more such cases")
    return ", or ".join(words)


def _table(guide: Guide, table: Table) -> str:
    return " and ".join(_test(guide, facet, values) for facet, values in table)


def _test(guide: Guide, facet: str, values: tuple[str, ...]) -> str:
    known = guide.facet.get(facet)
    every = [*(value.id for value in known.values), UNSET] if known else [*values]
    others = [value for value in every if value not in values]
    if others == [UNSET] and len(values) > 1:
        return f"{facet} settled"
    if others and UNSET in values and len(others) < len(values):
        return f"{facet} not {'|'.join(others)}"
    return f"{facet}={'|'.join(sorted(values, key=every.index))}"


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
