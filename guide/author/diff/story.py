"""A comparison told in pieces, the same for every format that is read by people."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from guide.author.diff.renaming import Renaming
from guide.author.diff.result import BlockChange, Comparison, Crowd, Group, WayChange
from guide.document.worddiff import Run
from guide.journey.condition_words import id_words
from guide.model.schema import ADVICE, Guide

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


def tell(found: Comparison, before: str, after: str) -> Iterator[Piece]:
    """Everything that was found; ``before`` and ``after`` name the two states."""
    yield Heading(1, f"What changed for readers: {found.new.title}")
    yield Line(f"From {before} to {after}")
    yield from _summary(found)
    yield from _groups(found)
    yield from _facts(found)
    yield from _part("On the way", (_way(found, change) for change in found.ways))
    if found.wordings:
        yield Heading(2, "Words beside the advice")
    for wording in found.wordings:
        yield Line(f"{wording.what[0].upper()}{wording.what[1:]}")
        yield Compared(wording.text)
    yield from _part("Renamed", map(_renamed, found.renamed))


def _part(title: str, texts: Iterator[str]) -> Iterator[Piece]:
    items = [Item(text) for text in texts]
    if items:
        yield Heading(2, title)
        yield from items


def _summary(found: Comparison) -> Iterator[Line]:
    if found.same:
        yield Line("No reader sees a difference.")
        return
    if not (found.groups or found.facts):
        what = ", and what stands around it does" if found.around else ""
        yield Line(f"No advice changes for who could reach it before{what}.")
    elif found.pages is not None and found.pages.changed is not None:
        yield Line(
            f"{found.pages.changed:,} of {_many(found.pages.old, 'page')} change, for "
            f"{found.changed:,} of {_many(found.shared, 'set')} of answers."
        )
    else:
        who = f"{found.changed:,} of {_many(found.shared, 'set')} of answers"
        yield Line(f"Another page for {who}. How many pages that is was not counted.")
    if found.pages is not None and any(one.pages is None for one in found.parts):
        yield Line("There are too many different changes to count the pages of each.")
    if found.around:
        told = ", ".join(one.what for one in found.around)
        yield Line(f"Around the advice, on every page that has it: {told}.")
    if found.pages is not None and found.pages.won:
        yield Line(f"{_many(found.pages.won, 'page')} only for who could not get there before.")
    if found.pages is not None and found.pages.lost:
        yield Line(f"{_many(found.pages.lost, 'page')} only for who cannot get there any more.")
    if found.won is not None:
        yield Line(f"Only now possible: {_crowd(found.new, found.won)}.")
    if found.lost is not None:
        yield Line(f"No longer possible: {_crowd(found.old, found.lost)}.")


def _groups(found: Comparison) -> Iterator[Piece]:
    last = None
    for group in found.groups:
        if group.section != last:
            yield Heading(2, group.title)
            last = group.section
        yield Line(_headline(found, group))
        for change in group.changes:
            yield Item(_change(change, group.title))
            if change.kind != "evidence" and any(run.fate != "same" for run in change.text):
                yield Compared(change.text)
            if change.evidence and change.kind == "text":
                yield Item("and what it rests on:")
            for runs in change.evidence:
                yield Compared(runs)


def _facts(found: Comparison) -> Iterator[Piece]:
    """Each fact once: on how many pages it stands, and what is told of it now."""
    if found.facts:
        yield Heading(2, "Facts and sources")
    for one in found.facts:
        pages = _pages(found, one.pages)
        count = _many(one.who.scenarios, "set")
        also = f", and beside the advice ({', '.join(one.beside)})" if one.beside else ""
        who = _who(found.new, one.who)
        told = f"{pages}fact {one.fact}; for {who}{also}. {count} of answers, as {one.who.example}"
        yield Line(told)
        yield Compared(one.text)


def _pages(found: Comparison, count: int | None) -> str:
    if count is None or found.pages is None:
        return ""
    verb = "change" if count != 1 else "changes"
    return f"{count:,} of {_many(found.pages.old, 'page')} {verb}; "


def _headline(found: Comparison, group: Group) -> str:
    pages = _pages(found, group.pages)
    who = _who(found.new, group.who)
    count = _many(group.who.scenarios, "set")
    return f"{pages}section {group.title}; for {who}. {count} of answers, as {group.who.example}"


def _change(change: BlockChange, title: str) -> str:
    renamed = f" (was {change.old})" if change.old not in ("", change.new) else ""
    match change.kind:
        case "text":
            words = any(run.fate != "same" for run in change.text)
            told = ["other words"] if words or not change.colour else []
            if change.colour:
                told.append(f"the colour of its tone: {' -> '.join(map(_colour, change.colour))}")
            return f"{change.new}{renamed}: {', and '.join(told)}"
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


def _colour(colour: str) -> str:
    return colour or "none"


def _way(found: Comparison, change: WayChange) -> str:
    name, option = change.question, f"{change.question}, option {change.option}"
    before, after = (_target(place) for place in (change.before, change.after))
    who = _who(found.new, change.who) if change.who else "everyone"
    told = {
        "start": f"The guide starts with {after}, not {before}",
        "asked": f"{name} is asked now",
        "not asked": f"{name} is not asked any more",
        "option": f"{name} has the new option {change.option}",
        "no option": f"{name} has no option {change.option} any more",
        "settles": f"{option} settles {after or 'nothing'}, not {before or 'nothing'}",
        "leads": f"{option} leads to {after}, not to {before}, for {who}",
    }
    return told[change.kind]


def _target(place: str) -> str:
    return "the advice" if place == ADVICE else place


def _renamed(one: Renaming) -> str:
    where = f"{one.within} " if one.within else ""
    told = f"{one.kind} {where}{one.old} -> {one.new}"
    if one.how == "declared":
        return f"{told} (declared)"
    if one.breaks:
        return (
            f"{told} ({one.how}). Old codes and answers lose it, unless guide.yaml says "
            f"renamed: {{{_row(one)}}}"
        )
    return f"{told} ({one.how})"


def _row(one: Renaming) -> str:
    """What declares a rename, as it stands in the table ``renamed``."""
    row = f"{{{_yaml(one.old)}: {_yaml(one.new)}}}"
    return f"{one.kind}s: {{{_yaml(one.within)}: {row}}}" if one.within else f"{one.kind}s: {row}"


def _yaml(name: str) -> str:
    """An id that no reader of YAML takes for a number or a yes."""
    return name if re.fullmatch(r"[A-Za-z][\w-]{3,}", name) and name not in _WORDS else f"'{name}'"


def _crowd(guide: Guide, who: Crowd) -> str:
    told = _who(guide, who)
    return f"{_many(who.scenarios, 'set')} of answers, for {told}, as {who.example}"


def _who(guide: Guide, who: Crowd) -> str:
    if who.everyone:
        return "everyone"
    if who.tables is None:
        return "combinations too many to list"
    return id_words(guide, who.tables, MOST_TABLES)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
