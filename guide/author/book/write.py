"""The whole book as one HTML file of a bounded size."""

from collections.abc import Iterator, Sequence
from datetime import date

from guide.author.book import front
from guide.author.book import parts as leaves
from guide.author.book.blocks import Paper
from guide.author.book.front import BookPart, HowMuch
from guide.author.book.main_pages import main_pages
from guide.author.book.readers import Readers
from guide.author.book.texts import texts_of
from guide.document import html_page
from guide.document.html_parts import escape, tag
from guide.document.html_sources import References, render
from guide.model.problems import Problem
from guide.model.schema import Guide

MOST = 4_500_000
"""Bytes of all parts together: with its front the file stays below 5 MB, so that any mail takes it.

What does not fit are pages, from the last one on: their texts stand in the book without them.
"""


def book(guide: Guide, today: date, problems: Sequence[Problem] = ()) -> str:
    """A guide as a book.

    Args:
        guide: the guide.
        today: the day printed on it.
        problems: what is wrong with the guide; listed on the first leaf.

    """
    readers = Readers(guide)
    sections = texts_of(readers)
    paper = Paper(guide, sections)
    unseen = [p for section in sections for p in section.passages if not p.who]
    named = tuple((f"section-{s.number}", leaves.heading(s)) for s in sections)
    texts = _part(_TEXTS, leaves.texts_part(sections, paper))
    rest = [_part(_FACTS, render(paper.evidence, References(paper.evidence)))]
    if unseen:
        rest.insert(0, _part(_UNSEEN, leaves.unseen_part(unseen, paper)))
    room = MOST - len("".join([texts, *rest]).encode())
    every = [*leaves.main_pages_part(main_pages(readers), sections, paper)]
    pages = _fitting(every, room)
    parts = [_TEXTS._replace(sections=named), _PAGES, *[_UNSEEN] * bool(unseen), _FACTS]
    figures = HowMuch(readers.sets.count(readers.all), sections, len(pages), len(every))
    return "".join(
        [
            front.opening(guide, today, parts),
            *front.title_leaf(guide, today, problems),
            front.contents(figures, parts),
            f"<main>\n{texts}",
            _part(_PAGES, pages),
            *rest,
            f"</main>\n{html_page.CLOSING}",
        ]
    )


def _fitting(pieces: list[str], room: int) -> list[str]:
    """The first pieces that fit."""
    fitting = []
    for piece in pieces:
        room -= len(piece.encode())
        if room < 0:
            break
        fitting.append(piece)
    return fitting


def _part(part: BookPart, pieces: Iterator[str] | list[str]) -> str:
    head = f"{tag('h2', escape(part.title))}\n{tag('p', escape(part.about))}"
    return f'<section class="part" id="{part.id}">\n{head}\n{"".join(pieces)}</section>\n'


_TEXTS = BookPart(
    "texts",
    "The texts",
    "Every word of advice stands here once, with the smallest condition that its readers fulfil "
    "and no others do, and the scenario code of one of them.",
)
_PAGES = BookPart(
    "pages",
    "Pages printed whole",
    "One page for each way of answering the main questions, as far as possible with nothing else "
    "answered. The numbers in brackets name the texts they are made of.",
)
_UNSEEN = BookPart("unseen", "What no reader sees", "Passages that no answers lead to.")
_FACTS = BookPart(
    "rests",
    "What it rests on",
    "The facts and judgements that the marks in square brackets name, and their sources.",
)
