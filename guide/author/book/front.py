"""The first leaves: the head of the file, what the guide is, how large, how to read the book."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.author.book.plan import Plan
from guide.document import html_page
from guide.document.html_parts import escape, tag
from guide.english import long_date
from guide.journey.verified import verified_line
from guide.model.problems import Problem
from guide.model.schema import Guide

_CSS = Path(__file__).parent / "book.css"


class Part(NamedTuple):
    """A part of the book, as the contents list it."""

    id: str
    title: str
    about: str
    sections: tuple[tuple[str, str], ...] = ()
    """The ids and titles of its sections, where each begins a sheet of its own."""


def opening(guide: Guide, today: date, parts: list[Part]) -> str:
    """The file up to the first line of the body; the running heads are in its style."""
    css = f"{html_page.style(_CSS)}\n{_running_heads(guide, today, parts)}"
    return html_page.opening(f"{guide.title} \N{EN DASH} book for review", css)


def _running_heads(guide: Guide, today: date, parts: list[Part]) -> str:
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


def title_leaf(
    plan: Plan, today: date, parts: list[Part], problems: Sequence[Problem], *, everything: bool
) -> Iterator[str]:
    """What the guide is, how large, and what stands where."""
    guide = plan.guide
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
        yield _wrong(problems)
    yield _figures(plan, everything=everything)
    items = [
        tag("li", f"{tag('a', escape(p.title), href=f'#{p.id}')}: {escape(p.about)}") for p in parts
    ]
    listed = "\n".join(items)
    yield tag("nav", f"\n{tag('h2', 'What stands where')}\n<ol>\n{listed}\n</ol>\n")


def _wrong(problems: Sequence[Problem]) -> str:
    """What is proven to be wrong, before anybody reads on."""
    count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
    lines = "\n".join(tag("li", escape(one.line())) for one in problems)
    said = tag("p", f"{tag('strong', f'This guide has {count}')} that 'guide check' names:")
    return tag("section", f"\n{said}\n<ul>\n{lines}\n</ul>\n", class_="wrong") + "\n"


def _figures(plan: Plan, *, everything: bool) -> str:
    rows = [
        tag("tr", tag("td", number) + tag("td", escape(words)))
        for number, words in _numbers(plan, everything=everything)
    ]
    lines = "\n".join(rows)
    table = tag("table", f"<tbody>\n{lines}\n</tbody>", class_="figures")
    return f"\n{tag('h2', 'How much there is')}\n{table}\n"


def _numbers(plan: Plan, *, everything: bool) -> Iterator[tuple[str, str]]:
    yield f"{plan.paths:,}", "different ways of answering"
    blocks = sum(len(section.passages) for section in plan.sections)
    yield f"{blocks:,}", "passages that the authors wrote"
    if all(section.texts is not None for section in plan.sections):
        texts = sum(len(section.texts or ()) for section in plan.sections)
        yield f"{texts:,}", f"different texts of the {len(plan.sections)} sections"
    total = plan.total
    if total is None:
        yield "too many", "distinct pages to be counted"
        yield f"{len(plan.spine):,}", "pages printed whole"
        return
    yield f"{total:,}", "distinct pages"
    if everything or plan.small:
        yield f"{total:,}", "pages printed whole: all of them"
        return
    whole = len(plan.spine)
    yield f"{whole:,}", "pages printed whole, chosen as the part about them says"
    groups = f"{len(plan.groups):,} groups"
    rest = f"other pages, made of the same texts; listed with these {whole:,} in {groups}"
    yield f"{total - whole:,}", rest
