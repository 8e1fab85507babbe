"""HTML: one self-contained file, for a phone, a printer or an e-mail. No script, no request."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from guide.document.blocks import (
    Block,
    Body,
    Changed,
    ChangedParagraph,
    Chart,
    Code,
    Columns,
    Document,
    Entries,
    Entry,
    Line,
    Pairs,
    Piece,
    Run,
    Section,
    Table,
    Text,
    Tone,
    front_pairs,
    runs,
    sections,
)
from guide.document.body import Items, Paragraph, Part, Quote, Span
from guide.document.chart_svg import chart_svg
from guide.document.formats import Target

SUFFIX = ".html"
TITLE = "Web page (HTML)"

_CSS = Path(__file__).parents[1] / "page.css"
_SHEET_CSS = _CSS.with_name("sheet.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LISTS = {
    "bullets": ("ul", ""),
    "numbers": ("ol", ""),
    "options": ("ol", ""),
    "tasks": ("ul", "tasks"),
    "terms": ("ul", "listing"),
}
_BESIDE = 3
"""Columns of a table that a phone has room for."""
_ROLES = {"quiet": "verified"}


def write(document: Document, target: Target) -> str:
    """The document as HTML5: every text escaped, its style inside, nothing fetched."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(document.window or document.title)}</title>
<style>
{style(sheet=document.sheet)}
</style>
</head>
<body{_class(document)}>
{page(document, target)}
</body>
</html>
"""


def _class(document: Document) -> str:
    """How it is laid out on paper, for the style."""
    names = ["parted"] * document.parted + ["sheet"] * document.sheet
    return f' class="{" ".join(names)}"' if names else ""


def style(*, sheet: bool = False, papers: bool = True) -> str:
    """The style of every page, of papers that no website has, and of one to print on one sheet."""
    files = (_CSS, *[_SHEET_CSS] * sheet)
    page, *others = (file.read_text(encoding="utf-8").strip() for file in files)
    return "\n".join([page if papers else page.partition("/* Papers")[0].rstrip(), *others])


def page(document: Document, target: Target, *, main: bool = True) -> str:
    """What stands on the page, without the file around it, and its own ``main`` if asked for."""
    return _lines(_page(document, target, main=main))


def _page(document: Document, target: Target, *, main: bool) -> Iterable[str]:
    kind = tag("p", escape(document.kind), class_="kind") if document.kind else ""
    title = tag("h1", escape(document.title))
    head = [kind, title, *_blocks((*front_pairs(document), *document.head), 2)]
    yield tag("header", f"\n{_lines(head)}\n")
    if document.contents:
        yield _contents(document)
    blocks = _blocks(document.blocks, 2, "open" if target.sources else "")
    yield tag("main", f"\n{_lines(blocks)}\n") if main else _lines(blocks)
    foot = escape(document.foot)
    if document.code:
        foot = f"{foot} Code: {tag('code', escape(document.code))}".strip()
    if foot:
        yield tag("footer", tag("p", foot, class_="code"))


def _contents(document: Document) -> str:
    """Where one can jump to: sections that have an anchor."""
    links = [
        tag("li", tag("a", _text(section.title), href=f"#{section.anchor}"))
        for section in sections(document.blocks)
        if section.anchor
    ]
    if not links:
        return ""
    heading = tag("h2", "On this page", id="contents")
    inner = f"\n{heading}\n<ol>\n{_lines(links)}\n</ol>\n"
    return tag("nav", inner, aria_labelledby="contents")


def blocks_html(blocks: tuple[Block, ...]) -> str:
    """Some blocks of a page."""
    return _lines(_blocks(blocks, 2))


def _blocks(blocks: tuple[Block, ...], level: int, folds: str = "") -> Iterable[str]:
    return (_block(block, level, folds) for block in blocks)


def _block(block: Block, level: int, folds: str) -> str:  # noqa: C901, PLR0911  a case for each kind of block
    match block:
        case Section(title, inner, anchor, instead) if instead:
            summary = tag("summary", tag(f"h{level}", _text(title)) + _line(instead))
            pieces = [summary, *_blocks(inner, level + 1, folds)]
            return tag("details", f"\n{_lines(pieces)}\n", id=anchor, open=folds)
        case Section(title, inner, anchor):
            heading = tag(f"h{level}", _text(title))
            return tag(
                "section", f"\n{_lines([heading, *_blocks(inner, level + 1, folds)])}\n", id=anchor
            )
        case Line(text, role):
            return _line(text, role)
        case Pairs(rows):
            return _pairs(rows)
        case Tone(label, color):
            return tag("p", escape(label), class_=f"tone tone-{color}")
        case Body(parts, marks):
            return passage(parts, marks)
        case Entries(entries, role):
            return _entries(entries, role)
        case Table():
            return _table(block)
        case Chart():
            return chart_svg(block)
        case Changed(paragraphs):
            quoted = all(paragraph.lead == "> " for paragraph in paragraphs)
            texts = f"\n{_lines(map(_changed, paragraphs))}\n"
            return tag("div", texts, class_="" if quoted else "change")
        case Code():
            return tag("pre", tag("code", escape("\n".join(block.numbered))), class_="wide")
        case Columns(_, stacked):
            return _lines(_blocks(stacked, level))


def _line(text: Text, role: str = "quiet") -> str:
    return tag("p", _text(text), class_=_ROLES.get(role, role))


def _pairs(rows: Iterable[tuple[str, Text]]) -> str:
    inner = _lines(f"{tag('dt', escape(label))}{tag('dd', _text(value))}" for label, value in rows)
    return tag("dl", f"\n{inner}\n", class_="pairs") if inner else ""


def _text(text: Text) -> str:
    return "".join(map(_run, runs(text)))


def _run(run: Run) -> str:
    names = {"strong": "strong", "emphasis": "em", "code": "code", "gone": "del", "new": "ins"}
    words = escape(run.text, quote=False)
    if run.style in names:
        words = tag(names[run.style], words)
    elif run.style == "quiet":
        words = tag("small", words)
    if run.href:
        # Whoever is asked for a source need not learn which page asked.
        rel = "noreferrer noopener nofollow" if "://" in run.href else ""
        return tag("a", words, href=run.href, id=run.anchor, rel=rel, aria_label=run.label)
    return tag("span", words, id=run.anchor) if run.anchor else words


def passage(parts: tuple[Part, ...], marks: tuple[Run, ...] = ()) -> str:
    """A passage; its marks stand at the end of its last paragraph."""
    small = tag("sup", f"[{', '.join(map(_run, marks))}]", class_="marks") if marks else ""
    if small and isinstance(parts[-1], Paragraph):
        last = tag("p", f"{_spans(parts[-1])} {small}")
        return _lines([*map(_part, parts[:-1]), last])
    return _lines([*map(_part, parts), tag("p", small, class_="after") if small else ""])


def _spans(paragraph: Paragraph) -> str:
    return "".join(map(_span, paragraph.spans))


def _span(span: Span) -> str:
    text = escape(span.text, quote=False)
    for on, name in ((span.code, "code"), (span.emphasis, "em"), (span.strong, "strong")):
        text = tag(name, text) if on else text
    return tag("a", text, href=span.href, class_="term") if span.href else text


def _part(part: Part) -> str:
    match part:
        case Paragraph():
            return tag("p", _spans(part))
        case Quote(inner):
            return tag("blockquote", _lines(map(_part, inner)))
        case Items(items, start):
            rows = f"\n{_lines(tag('li', _item(item)) for item in items)}\n"
            first = str(start) if start not in (None, 1) else ""
            return tag("ul", rows) if start is None else tag("ol", rows, start=first)


def _item(item: tuple[Part, ...]) -> str:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return _spans(item[0])
    return _lines(map(_part, item))


def _entries(entries: tuple[Entry, ...], role: str) -> str:
    name, class_ = _LISTS.get(role, ("ul", "listing"))
    return tag(name, f"\n{_lines(map(_entry, entries))}\n", class_=class_)


def _entry(entry: Entry) -> str:
    lead = f"{tag('span', escape(entry.lead), class_='id')} " if entry.lead else ""
    if not (lead or entry.details or entry.entries):
        return tag("li", _text(entry.text), id=entry.anchor)
    inner = [tag("p", f"{lead}{_text(entry.text)}")]
    inner += [tag("p", _text(detail), class_="detail") for detail in entry.details]
    inner += [tag("p", _text(entry.back), class_="detail back")] if entry.back else []
    inner += [tag("ul", f"\n{_lines(map(_entry, entry.entries))}\n")] if entry.entries else []
    return tag("li", f"\n{_lines(inner)}\n", id=entry.anchor)


def _table(table: Table) -> str:
    head = "".join(tag("th", escape(text), scope="col") for text in table.head)
    # On a phone the cells of a wide one stand below each other, so each says what it is.
    labels = table.head[1:] if len(table.head) > _BESIDE else [""] * len(table.head)
    rows = _lines(
        tag("tr", tag("th", _text(name), scope="row") + "".join(map(_cell, cells, labels)))
        for name, *cells in table.rows
    )
    inner = f"\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n"
    class_ = "wide stacked" if len(table.head) > _BESIDE else "wide"
    return tag("div", tag("table", inner), class_=class_, tabindex="0")  # it scrolls by keyboard


def _cell(text: Text, label: str) -> str:
    return tag("td", _text(text), data_label=label)


def _changed(paragraph: ChangedParagraph) -> str:
    text = " ".join(map(_piece, paragraph.pieces))
    if paragraph.lead == "> ":
        return tag("blockquote", tag("p", text))
    lead = paragraph.lead.replace("- ", "• ").removeprefix("> ")
    return tag("p", f"{escape(lead)}{text}", class_="item" if lead else "")


def _piece(piece: Piece) -> str:
    return _run(Run(piece.signed, "" if piece.fate == "same" else piece.fate))


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element around HTML that is safe already; ``class_`` writes ``class``."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>{inner}</{name}>"


def _lines(pieces: Iterable[str]) -> str:
    return "\n".join(filter(None, pieces))
