"""A letter, with what was typed into it; and the list of letters that can be written."""

from collections.abc import Iterator

from guide.document.blocks import Block, Body, Document, Line, Pairs, Section, Table
from guide.document.formats import Page
from guide.english import plural
from guide.journey.evidence import grounds_of
from guide.model.conditions import applies
from guide.pages.advice import Marks, evidence_sections
from guide.pages.advice_data import grounds_data
from guide.sales.form import LetterForm
from guide.sales.letters import LetterPassage, fill, passages

DRAFT = "DRAFT"
_IN_COLUMNS = 7
"""Columns of a table that a page has room for; with more, each row is a list of its own."""


def letter_page(form: LetterForm, *, sources: bool = False) -> Page:
    """The letter, in every format; with what it rests on, for whoever checks it."""
    return Page(lambda: document(form, sources=sources), lambda: data(form))


def document(form: LetterForm, *, sources: bool = False) -> Document:
    """The letter for people."""
    letter, guide = form.wanted.letter, form.wanted.guide
    standing = passages(form)
    grounds = grounds_of(guide, [p.paragraph for p in standing], letter.title)
    marks = Marks(grounds)
    body = tuple(_blocks(form, standing, marks if sources else None))
    evidence = evidence_sections(guide, grounds, marks, form.today) if sources else ()
    heading = fill(letter.heading, form)
    return Document(heading, tuple(_head(form)), (*body, *evidence), window=heading)


def _head(form: LetterForm) -> Iterator[Block]:
    if line := draft_line(form):
        yield Line(line, "open")
    lines = [line for line in form.wanted.letter.head if applies(line, form.wanted.scenario)]
    if lines:
        yield Pairs(tuple((line.label, fill(line.text, form)) for line in lines))


def draft_line(form: LetterForm) -> str:
    """That a letter is not finished, and how much is missing; empty if nothing is."""
    return f"{DRAFT}: {plural(len(form.open), 'blank')} still open" if form.open else ""


def _blocks(
    form: LetterForm, standing: tuple[LetterPassage, ...], marks: Marks | None
) -> Iterator[Block]:
    """The passages under their headings; one without a heading goes on under the last."""
    title, below = "", list[Block]()
    for passage in standing:
        paragraph = passage.paragraph
        if paragraph.title and paragraph.title != title:
            yield from _closed(title, below)
            title, below = paragraph.title, []
        cited = marks.of(paragraph.id) if marks else ()
        below.append(Body(passage.parts, cited, paragraph.id, passage.source))
        if paragraph.rows:
            below += _rows(form, paragraph.rows, paragraph.columns)
    yield from _closed(title, below)


def _closed(title: str, blocks: list[Block]) -> Iterator[Block]:
    if title:
        yield Section(title, tuple(blocks))
    else:
        yield from blocks


def _rows(form: LetterForm, name: str, only: tuple[str, ...]) -> Iterator[Block]:
    columns = form.columns(name, only)
    rows = [
        tuple(_cell(form, f"{name}.{row}.{column.id}", column.label) for column in columns)
        for row in range(1, form.rows(name) + 1)
    ]
    labels = tuple(column.label for column in columns)
    if len(columns) <= _IN_COLUMNS:
        yield Table(labels, tuple(rows))
        return
    for number, row in enumerate(rows, 1):
        pairs = Pairs(tuple(zip(labels, row, strict=True)))
        yield Section(f"Finding {number}", (pairs,)) if len(rows) > 1 else pairs


def _cell(form: LetterForm, key: str, label: str) -> str:
    entry = form.entries.get(key)
    return entry.words if entry else f"[{label}]"


def data(form: LetterForm) -> dict[str, object]:
    """The letter for programs."""
    letter = form.wanted.letter
    return {
        "guide": form.wanted.guide.id,
        "letter": letter.id,
        "title": fill(letter.heading, form),
        "draft": bool(form.open),
        "fields": [
            {
                "name": slot.key,
                "label": slot.label,
                "kind": slot.blank.kind,
                "value": form.entries[slot.key].kept if slot.key in form.entries else None,
                "problem": form.troubles.get(slot.key),
            }
            for slot in form.slots
        ],
        "paragraphs": [
            {
                "id": passage.paragraph.id,
                "must": passage.paragraph.must,
                "body": passage.source,
                **grounds_data(passage.paragraph),
            }
            for passage in passages(form)
        ],
    }
