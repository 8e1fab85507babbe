"""The first leaves: the head of the file, what the guide is, how large, how to read the book."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.author.book.texts import SectionTexts
from guide.document import html_page
from guide.document.html_parts import escape, tag
from guide.english import long_date
from guide.journey.verified import verified_line
from guide.model.problems import Problem
from guide.model.schema import Guide

_CSS = Path(__file__).parent / "book.css"


class BookPart(NamedTuple):
    """A part of the book, as the contents list it."""

    id: str
    title: str
    about: str
    sections: tuple[tuple[str, str], ...] = ()
    """The ids and titles of its sections, where each begins a sheet of its own."""


def opening(guide: Guide, today: date, parts: list[BookPart]) -> str:
    """The file up to the first line of the body; the running heads are in its style."""
    css = f"{html_page.style(_CSS)}\n{_running_heads(guide, today, parts)}"
    return html_page.opening(f"{guide.title} \N{EN DASH} book for review", css)


def _running_heads(guide: Guide, today: date, parts: list[BookPart]) -> str:
    """Boxes in the margins of each sheet; the titles of part and section stand on their sheets.

    The first section begins on the sheet of the part's own heading, so it shares that name.
    """
    left = css_string(guide.title)
    right = css_string(f"Content {guide.content_hash[:12] or 'not known'}, {long_date(today)}")
    font = "font: 8pt system-ui, sans-serif;"
    heads = [
        "@page { margin: 20mm 15mm 18mm; }",
        f"@page {{ @top-left {{ content: {left}; {font} }} }}",
        f"@page {{ @top-right {{ content: {right}; {font} }} }}",
        f'@page {{ @bottom-right {{ content: counter(page) " / " counter(pages); {font} }} }}',
    ]
    for part in parts:
        first, *others = part.sections or (("", ""),)
        for name, section in ((part.id, first[1]), *others):
            title = css_string(f"{part.title}, {section}" if section else part.title)
            heads.append(f"@page {name} {{ @bottom-left {{ content: {title}; {font} }} }}")
            heads.append(f"#{name} {{ page: {name}; }}")
    return "\n".join(heads)


def css_string(text: str) -> str:
    """Text as a string of CSS within a style element; nothing in it can end either."""
    return '"{}"'.format(
        "".join(c if c.isalnum() or c in " .,?-" else f"\\{ord(c):x} " for c in text)
    )


def title_leaf(guide: Guide, today: date, problems: Sequence[Problem]) -> Iterator[str]:
    """What the guide is, and what is wrong with it."""
    yield "<header>\n"
    yield tag("p", f"{escape(guide.head.kind)}: book for review", class_="kind")
    yield tag("h1", escape(guide.title))
    if guide.head.about:
        yield tag("p", escape(guide.head.about))
    yield tag("p", escape(verified_line(guide, today)))
    printed = f"This book was made on {long_date(today)} from the content with the hash "
    yield tag("p", printed + tag("code", guide.content_hash or "not known") + ".")
    yield tag("p", "Reviewed by: ______________________________ Date: ______________")
    yield "</header>\n"
    if problems:
        count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
        lines = "\n".join(tag("li", escape(problem.line())) for problem in problems)
        intro = f"{tag('strong', f'This guide has {count}')} that 'guide check' names:"
        yield tag("section", f"\n{tag('p', intro)}\n<ul>\n{lines}\n</ul>\n", class_="wrong")


class HowMuch(NamedTuple):
    """How much there is of everything."""

    scenarios: int
    sections: list[SectionTexts]
    pages: int
    """Pages printed whole."""
    ways: int
    """Pages that would be printed whole if there were room."""


def contents(figures: HowMuch, parts: list[BookPart]) -> str:
    """How much there is, and what stands where."""
    rows = [
        tag("tr", tag("td", f"{n:,}") + tag("td", escape(words))) for n, words in _rows(figures)
    ]
    lines = "\n".join(rows)
    table = tag("table", f"<tbody>\n{lines}\n</tbody>", class_="figures")
    items = [
        tag("li", f"{tag('a', escape(p.title), href=f'#{p.id}')}: {escape(p.about)}") for p in parts
    ]
    listed = "\n".join(items)
    nav = tag("nav", f"\n{tag('h2', 'What stands where')}\n<ol>\n{listed}\n</ol>\n")
    return f"\n{tag('h2', 'How much there is')}\n{table}\n{nav}"


def _rows(figures: HowMuch) -> Iterator[tuple[int, str]]:
    yield figures.scenarios, "scenarios that readers can come to"
    yield sum(len(s.passages) for s in figures.sections), "passages that the authors wrote"
    if all(section.texts is not None for section in figures.sections):
        texts = sum(len(section.texts or ()) for section in figures.sections)
        yield texts, f"different texts of the {len(figures.sections)} sections"
    yield figures.pages, "pages printed whole, chosen as the part about them says"
    if figures.ways > figures.pages:
        yield figures.ways - figures.pages, "more such pages, for which there was no room"
