"""The page that says what changed for readers between two states of a guide."""

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    bullets,
)
from guide.document.formats import Page
from guide.english import plural
from guide.journey.condition_words import facet_words
from guide.model.schema import ADVICE, Guide
from guide.states.condition import Tables

MOST_TABLES = 6
"""Tables of one condition that are written out; the others are counted."""
AROUND = 12
"""Unchanged words that are shown on either side of a change."""
_SPARED = 6
"""Unchanged words that are worth an ellipsis."""
_WORDS_OF_YAML = {"true", "false", "null"}


class States(NamedTuple):
    """What the two states of the guide are called."""

    before: str
    after: str


def diff_page(diff: GuideDiff, states: States) -> Page:
    """The page of a comparison, in every format."""
    return Page(lambda: document(diff, states), lambda: data(diff, states))


def document(diff: GuideDiff, states: States) -> Document:
    """The page for people."""
    return Document(
        f"What changed for readers: {diff.new.title}",
        (Line(f"From {states.before} to {states.after}"), *map(Line, _summary(diff))),
        (
            *_groups(diff),
            *_facts(diff),
            *_listing("On the way", (_way(diff, change) for change in diff.ways)),
            *_wordings(diff),
            *_listing("Renamed", map(_renamed, diff.renamed)),
        ),
    )


def _summary(diff: GuideDiff) -> Iterator[str]:
    if diff.same:
        yield "No reader sees a difference."
        return
    pages = diff.pages
    who = f"{diff.changed:,} of {plural(diff.shared, 'set')} of answers"
    if not (diff.groups or diff.facts):
        what = ", and what stands around it does" if diff.around else ""
        yield f"No advice changes for who could reach it before{what}."
    elif pages is not None and pages.changed is not None:
        yield f"{pages.changed:,} of {plural(pages.old, 'page')} change, for {who}."
    else:
        yield f"Another page for {who}. How many pages that is was not counted."
    if pages is not None and any(part.pages is None for part in diff.parts):
        yield "There are too many different changes to count the pages of each."
    if diff.around:
        places = ", ".join(wording.what for wording in diff.around)
        yield f"Around the advice, on every page that has it: {places}."
    if pages is not None and pages.won:
        yield f"{plural(pages.won, 'page')} only for who could not get there before."
    if pages is not None and pages.lost:
        yield f"{plural(pages.lost, 'page')} only for who cannot get there any more."
    if diff.won is not None:
        yield f"Only now possible: {_crowd(diff.new, diff.won)}."
    if diff.lost is not None:
        yield f"No longer possible: {_crowd(diff.old, diff.lost)}."


def _groups(diff: GuideDiff) -> Iterator[Section]:
    """The sections of the advice, each with the groups of readers who see it changed."""
    titles = {group.section: group.title for group in diff.groups}
    for section, title in titles.items():
        groups = (group for group in diff.groups if group.section == section)
        yield Section(title, tuple(block for group in groups for block in _group(diff, group)))


def _group(diff: GuideDiff, group: SectionChange) -> Iterator[Block]:
    who = _who(diff.new, group.who)
    count = plural(group.who.scenarios, "set")
    yield Line(
        f"{_pages(diff, group.pages)}section {group.title}; for {who}. "
        f"{count} of answers, as {group.who.example}"
    )
    items: list[str] = []
    for change in group.changes:
        items.append(_change(change, group.title))
        if change.kind != "evidence" and any(piece.fate != "same" for piece in change.text):
            yield bullets(items)
            yield compared(change.text)
            items = []
        if change.evidence and change.kind == "text":
            items.append("and what it rests on:")
        if change.evidence:
            yield bullets(items)
            yield from map(compared, change.evidence)
            items = []
    if items:
        yield bullets(items)


def _facts(diff: GuideDiff) -> Iterator[Section]:
    """Each fact once: on how many pages it stands, and what is said of it now."""
    blocks: list[Block] = []
    for change in diff.facts:
        count = plural(change.who.scenarios, "set")
        also = f", and beside the advice ({', '.join(change.beside)})" if change.beside else ""
        blocks += [
            Line(
                f"{_pages(diff, change.pages)}fact {change.fact}; for "
                f"{_who(diff.new, change.who)}{also}. {count} of answers, as {change.who.example}"
            ),
            compared(change.text),
        ]
    if blocks:
        yield Section("Facts and sources", tuple(blocks))


def _wordings(diff: GuideDiff) -> Iterator[Section]:
    blocks: list[Block] = []
    for wording in diff.wordings:
        blocks += [Line(wording.what[0].upper() + wording.what[1:]), compared(wording.text)]
    if blocks:
        yield Section("Words beside the advice", tuple(blocks))


def _listing(title: str, texts: Iterator[str]) -> Iterator[Section]:
    if entries := tuple(map(Entry, texts)):
        yield Section(title, (Entries(entries),))


def compared(pieces: tuple[Piece, ...]) -> Changed:
    """A text before and now, as a quotation; long unchanged stretches are cut."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in _shortened(pieces):
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                paragraphs.append([])
            if text.strip():
                paragraphs[-1].append(Piece(piece.fate, text.strip()))
    return Changed(tuple(ChangedParagraph("> ", tuple(some)) for some in paragraphs if some))


def _shortened(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        words = piece.text.split(" ")
        start = AROUND if number else 0
        end = AROUND if number < len(pieces) - 1 else 0
        if piece.fate != "same" or len(words) <= start + end + _SPARED:
            yield piece
        else:
            yield Piece("same", " ".join([*words[:start], "…", *words[len(words) - end :]]))


def _pages(diff: GuideDiff, count: int | None) -> str:
    if count is None or diff.pages is None:
        return ""
    verb = "change" if count != 1 else "changes"
    return f"{count:,} of {plural(diff.pages.old, 'page')} {verb}; "


def _change(change: BlockChange, title: str) -> str:
    was = f" (was {change.old})" if change.old not in ("", change.new) else ""
    moved = change.moved if change.moved != title else ""
    match change.kind:
        case "text":
            words = any(piece.fate != "same" for piece in change.text)
            what = ["other words"] if words or not change.colour else []
            if change.colour:
                colors = " -> ".join(color or "none" for color in change.colour)
                what.append(f"the colour of its tone: {colors}")
            return f"{change.new}{was}: {', and '.join(what)}"
        case "replaced":
            return f"{change.new} instead of {change.old}"
        case "evidence":
            return f"{change.new}{was}: the same words, resting on something else"
        case "appears":
            return f"{change.new} {f'comes from section {moved}' if moved else 'appears'}"
        case "goes":
            return f"{change.old} goes{f' to section {moved}' if moved else ''}"
        case "order":
            return "the same blocks in another order"


def _way(diff: GuideDiff, change: WayChange) -> str:
    name, option = change.question, f"{change.question}, option {change.option}"
    before, after = (
        "the advice" if place == ADVICE else place for place in (change.before, change.after)
    )
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
    row = f"{{{_yaml(renaming.within)}: {row}}}" if renaming.within else row
    return f"{renaming.kind}s: {row}"


def _yaml(name: str) -> str:
    """An id that no reader of YAML takes for a number or a yes."""
    plain = re.fullmatch(r"[A-Za-z][\w-]{3,}", name) and name not in _WORDS_OF_YAML
    return name if plain else f"'{name}'"


def _crowd(guide: Guide, who: Crowd) -> str:
    count = plural(who.scenarios, "set")
    return f"{count} of answers, for {_who(guide, who)}, as {who.example}"


def _who(guide: Guide, who: Crowd) -> str:
    if who.everyone:
        return "everyone"
    if who.tables is None:
        return "combinations too many to list"
    tables = [
        " and ".join(facet_words(guide, facet, values) for facet, values in table)
        for table in who.tables[:MOST_TABLES]
    ]
    more = len(who.tables) - MOST_TABLES
    return ", or ".join([*tables, *[f"{more:,} more such cases"] * (more > 0)])


def data(diff: GuideDiff, states: States) -> dict[str, object]:
    """The comparison for programs: a contract. Keys and their order do not change."""
    return {
        "guide": diff.new.id,
        "from": states.before,
        "to": states.after,
        "same": diff.same,
        "scenarios": {
            "before": diff.before,
            "after": diff.after,
            "shared": diff.shared,
            "changed": diff.changed,
            "won": _crowd_data(diff.won),
            "lost": _crowd_data(diff.lost),
        },
        "pages": diff.pages._asdict() if diff.pages else None,
        "around": [wording.what for wording in diff.around],
        "groups": [_group_data(group) for group in diff.groups],
        "facts": [
            {
                "fact": change.fact,
                "pages": change.pages,
                "who": _crowd_data(change.who),
                "beside": list(change.beside),
                "text": _pieces_data(change.text),
            }
            for change in diff.facts
        ],
        "ways": [way._asdict() | {"who": _crowd_data(way.who)} for way in diff.ways],
        "wordings": [
            {"what": wording.what, "text": _pieces_data(wording.text)} for wording in diff.wordings
        ],
        "renamed": [renaming._asdict() | {"breaks": renaming.breaks} for renaming in diff.renamed],
    }


def _group_data(group: SectionChange) -> dict[str, object]:
    return {
        "section": group.section,
        "title": group.title,
        "pages": group.pages,
        "who": _crowd_data(group.who),
        "changes": [_change_data(change) for change in group.changes],
    }


def _change_data(change: BlockChange) -> dict[str, object]:
    return {
        "kind": change.kind,
        "old": change.old or None,
        "new": change.new or None,
        "text": _pieces_data(change.text),
        "evidence": [_pieces_data(pieces) for pieces in change.evidence],
        "moved": change.moved or None,
        "colour": list(change.colour) if change.colour else None,
    }


def _crowd_data(who: Crowd | None) -> dict[str, object] | None:
    if who is None:
        return None
    return {"scenarios": who.scenarios, "when": _tables_data(who.tables), "example": who.example}


def _tables_data(tables: Tables | None) -> list[dict[str, list[str]]] | None:
    if tables is None:
        return None
    return [{facet: list(values) for facet, values in table} for table in tables]


def _pieces_data(pieces: tuple[Piece, ...]) -> list[dict[str, str]]:
    return [piece._asdict() for piece in pieces]
