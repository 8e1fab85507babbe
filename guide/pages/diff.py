"""What changed for readers between two states of a guide."""

import re
from collections.abc import Iterator
from itertools import groupby

from guide.author.diff.data import diff_data
from guide.author.diff.renaming import Renaming
from guide.author.diff.result import BlockChange, Crowd, GuideDiff, SectionChange, WayChange
from guide.document.blocks import (
    Block,
    Changed,
    ChangedParagraph,
    Document,
    Entries,
    Entry,
    Line,
    Piece,
    Section,
)
from guide.document.formats import Page
from guide.document.worddiff import Run
from guide.english import plural
from guide.model.schema import ADVICE, UNSET, Guide
from guide.states.cover import Table, Tables

MOST_TABLES = 6
"""Tables of one condition that are told; the others are counted."""
AROUND = 12
"""Unchanged words that are shown on either side of a change."""

_WORDS = {"true", "false", "null"}


def diff_page(diff: GuideDiff, before: str, after: str) -> Page:
    """The comparison in every format; ``before`` and ``after`` name the two states."""
    return Page(lambda: document(diff, before, after), lambda: diff_data(diff, before, after))


def document(diff: GuideDiff, before: str, after: str) -> Document:
    """Everything that was found."""
    title = f"What changed for readers: {diff.new.title}"
    head = (Line(f"From {before} to {after}"), *map(Line, _summary(diff)))
    return Document(title, head, tuple(_sections(diff)))


def _sections(diff: GuideDiff) -> Iterator[Section]:
    for _, groups in groupby(diff.groups, key=lambda group: group.section):
        changes = [*groups]
        parts = (block for change in changes for block in _section(diff, change))
        yield Section(changes[0].title, tuple(parts))
    if diff.facts:
        yield Section("Facts and sources", tuple(_facts(diff)))
    if diff.ways:
        yield Section("On the way", (_list([_way(diff, change) for change in diff.ways]),))
    if diff.wordings:
        yield Section("Words beside the advice", tuple(_wordings(diff)))
    if diff.renamed:
        yield Section("Renamed", (_list([_renamed(renaming) for renaming in diff.renamed]),))


def _wordings(diff: GuideDiff) -> Iterator[Block]:
    for wording in diff.wordings:
        yield Line(f"{wording.what[0].upper()}{wording.what[1:]}")
        yield _changed(wording.text)


def _list(texts: list[str]) -> Entries:
    return Entries(tuple(map(Entry, texts)))


def _summary(diff: GuideDiff) -> Iterator[str]:
    if diff.same:
        yield "No reader sees a difference."
        return
    yield _how_much(diff)
    pages = diff.pages
    if pages is not None and any(part.pages is None for part in diff.parts):
        yield "There are too many different changes to count the pages of each."
    if diff.around:
        names = ", ".join(wording.what for wording in diff.around)
        yield f"Around the advice, on every page that has it: {names}."
    if pages is not None and pages.won:
        yield f"{plural(pages.won, 'page')} only for who could not get there before."
    if pages is not None and pages.lost:
        yield f"{plural(pages.lost, 'page')} only for who cannot get there any more."
    if diff.won is not None:
        yield f"Only now possible: {_crowd(diff.new, diff.won)}."
    if diff.lost is not None:
        yield f"No longer possible: {_crowd(diff.old, diff.lost)}."


def _how_much(diff: GuideDiff) -> str:
    sets = f"{diff.changed:,} of {plural(diff.shared, 'set')} of answers"
    if not (diff.groups or diff.facts):
        what = ", and what stands around it does" if diff.around else ""
        return f"No advice changes for who could reach it before{what}."
    if diff.pages is None or diff.pages.changed is None:
        return f"Another page for {sets}. How many pages that is was not counted."
    return f"{diff.pages.changed:,} of {plural(diff.pages.old, 'page')} change, for {sets}."


def _section(diff: GuideDiff, group: SectionChange) -> Iterator[Block]:
    yield Line(_headline(diff, f"section {group.title}", group.who, group.pages))
    for change in group.changes:
        yield _list([_change(change, group.title)])
        if change.kind != "evidence" and _differs(change.text):
            yield _changed(change.text)
        if change.evidence and change.kind == "text":
            yield _list(["and what it rests on:"])
        yield from map(_changed, change.evidence)


def _facts(diff: GuideDiff) -> Iterator[Block]:
    """Each fact once: on how many pages it stands, and what is told of it now."""
    for change in diff.facts:
        also = f", and beside the advice ({', '.join(change.beside)})" if change.beside else ""
        yield Line(_headline(diff, f"fact {change.fact}", change.who, change.pages, also))
        yield _changed(change.text)


def _headline(diff: GuideDiff, what: str, who: Crowd, pages: int | None, also: str = "") -> str:
    count = plural(who.scenarios, "set")
    readers = _who(diff.new, who)
    return f"{_pages(diff, pages)}{what}; for {readers}{also}. {count} of answers, as {who.example}"


def _differs(runs: tuple[Run, ...]) -> bool:
    return any(run.fate != "same" for run in runs)


def _changed(runs: tuple[Run, ...]) -> Changed:
    """A text before and now, a paragraph for each of its lines."""
    lines: list[list[Piece]] = [[]]
    for run in _shortened(runs):
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if part.strip():
                lines[-1].append(Piece(run.fate, part.strip()))
    return Changed(tuple(ChangedParagraph("> ", tuple(line)) for line in lines if line))


def _shortened(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs with long unchanged stretches cut to what surrounds the changes."""
    for number, run in enumerate(runs):
        words = run.text.split(" ")
        start = 0 if number == 0 else AROUND
        end = 0 if number == len(runs) - 1 else AROUND
        if run.fate == "same" and len(words) > start + end + 6:
            kept = [*words[:start], "\u2026", *words[len(words) - end :]]
            run = Run("same", " ".join(kept))  # noqa: PLW2901
        yield run


def _pages(diff: GuideDiff, count: int | None) -> str:
    if count is None or diff.pages is None:
        return ""
    verb = "change" if count != 1 else "changes"
    return f"{count:,} of {plural(diff.pages.old, 'page')} {verb}; "


def _change(change: BlockChange, title: str) -> str:
    renamed = f" (was {change.old})" if change.old not in ("", change.new) else ""
    moved = change.moved if change.moved != title else ""
    match change.kind:
        case "text":
            words = _differs(change.text) or not change.colour
            changes = ["other words"] if words else []
            if change.colour:
                colors = " -> ".join(color or "none" for color in change.colour)
                changes.append(f"the colour of its tone: {colors}")
            return f"{change.new}{renamed}: {', and '.join(changes)}"
        case "replaced":
            return f"{change.new} instead of {change.old}"
        case "evidence":
            return f"{change.new}{renamed}: the same words, resting on something else"
        case "appears":
            return f"{change.new} comes from section {moved}" if moved else f"{change.new} appears"
        case "goes":
            return f"{change.old} goes to section {moved}" if moved else f"{change.old} goes"
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
    kind, old, new, how, within = renaming
    words = f"{kind} {f'{within} ' if within else ''}{old} -> {new} ({how})"
    if not renaming.breaks:
        return words
    row = f"{{{_yaml(old)}: {_yaml(new)}}}"
    row = f"{{{_yaml(within)}: {row}}}" if within else row
    way_out = f"unless guide.yaml says renamed: {{{kind}s: {row}}}"
    return f"{words}. Old codes and answers lose it, {way_out}"


def _yaml(name: str) -> str:
    """An id that no reader of YAML takes for a number or a yes."""
    return name if re.fullmatch(r"[A-Za-z][\w-]{3,}", name) and name not in _WORDS else f"'{name}'"


def _crowd(guide: Guide, who: Crowd) -> str:
    readers = _who(guide, who)
    return f"{plural(who.scenarios, 'set')} of answers, for {readers}, as {who.example}"


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
