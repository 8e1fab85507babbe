"""Markdown (CommonMark, with tables): to paste into a document, a ticket, a wiki or a chat."""

import json
import re
from collections.abc import Iterable, Iterator

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
    plain,
    runs,
    with_code,
)
from guide.document.body import Paragraph
from guide.document.chart_rows import chart_rows
from guide.document.escape import markdown as escaped
from guide.document.formats import Target
from guide.english import sentence

SUFFIX = ".md"
TITLE = "Markdown"
CHART_WIDTH = 76

_YAML = re.compile("[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What YAML 1.1 takes as it is."""
_BARE = re.compile(r"(?!(y|n|yes|no|on|off|true|false|null)$)[a-z]+")
"""Of the front matter: words that need no quotation marks, and are no value of another kind."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SIGNS = {"gone": "*", "new": "**", "strong": "**", "emphasis": "*"}


def write(document: Document, target: Target) -> str:
    """The document as Markdown: bodies as they were written, everything else escaped."""
    return "\n\n".join(filter(None, _pieces(document, target))) + "\n"


def _pieces(document: Document, target: Target) -> Iterator[str]:
    if document.front:
        lines = (f"{key}: {_yaml(key, value)}" for key, value in document.front)
        yield "\n".join(["---", *lines, "---"])
    yield f"# {escaped(document.title)}"
    yield from _blocks(with_code(document), 2, target)
    yield from _blocks(document.blocks, 2, target)
    yield escaped(document.foot)


def _yaml(key: str, text: str) -> str:
    """A JSON string is a YAML string; letters that YAML does not take are written as escapes."""
    if _BARE.fullmatch(text) or (key == "date" and _DAY.fullmatch(text)):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if _YAML.fullmatch(quoted) else json.dumps(text)


def _blocks(blocks: tuple[Block, ...], level: int, target: Target) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, level, target)


def _block(  # noqa: C901, PLR0912  a case for each kind
    block: Block, level: int, target: Target
) -> Iterator[str]:
    match block:
        case Section(instead=instead) if instead and not target.sources:
            yield _text(instead)
        case Section(title, inner):
            yield f"{'#' * level} {_text(title)}"
            yield from _blocks(inner, level + 1, target)
        case Line(_, "marks") if not target.sources:
            return
        case Line(text, role):
            yield from _line(text, role)
        case Pairs(rows):
            yield "\n".join(f"- {escaped(label)}: {_value(value)}" for label, value in rows)
        case Tone(label):
            yield f"**{escaped(sentence(label))}**"
        case Body():
            yield from _body(block if target.sources else block._replace(marks=()))
        case Entries(entries, role):
            yield "\n".join(_entries(entries, role, ""))
        case Table():
            yield "\n".join(_table(block))
        case Changed(paragraphs):
            yield "\n".join(_changed(paragraphs))
        case Columns(_, stacked):
            yield from _blocks(stacked, level, target)
        case Chart():
            # Set in: no title on it can end that, as it could end a fence.
            drawn = ("".join(run.text for run in row) for row in chart_rows(block, CHART_WIDTH))
            yield _set_in(drawn)
        case Code():
            yield _set_in(block.numbered)


def _set_in(lines: Iterable[str]) -> str:
    return "\n".join(f"    {line}".rstrip() for line in lines)


def _line(text: Text, role: str) -> Iterator[str]:
    if role == "back":
        return
    yield f"**{escaped(plain(text))}**" if role in ("open", "answer") else _text(text)


def _value(value: Text) -> str:
    return f"**{escaped(value)}**" if isinstance(value, str) else _text(value)


def _text(text: Text) -> str:
    return "".join(map(_run, runs(text)))


def _run(run: Run) -> str:
    if run.style == "code":
        return f"`{run.text}`"
    sign = _SIGNS.get(run.style, "")
    words = escaped(run.text)
    before = " " * (run.text[:1] == " ")
    after = " " * (run.text[-1:] == " " and bool(words))
    return f"{before}{sign}{words}{sign}{after}" if words else run.text


def _body(body: Body) -> Iterator[str]:
    text = body.source.strip("\n")
    marks = f"[{', '.join(mark.text for mark in body.marks)}]" if body.marks else ""
    if marks and isinstance(body.parts[-1], Paragraph):
        yield f"{text} {marks}"
        return
    yield text
    yield marks


def _entries(entries: tuple[Entry, ...], role: str, inset: str) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        numbered = role in ("numbers", "options")
        sign = f"{number}. " if numbered else "- [ ] " if role == "tasks" else "- "
        lead = f"**{escaped(entry.lead)}** " if entry.lead else ""
        yield f"{inset}{sign}{lead}{_text(entry.text)}"
        inner = inset + ("   " if numbered else "  ")
        yield from (f"{inner}- {_text(detail)}" for detail in entry.details)
        yield from _entries(entry.entries, role, inner)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(_cell, table.head))} |"
    yield f"|{'---|' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(text: Text) -> str:
    """A text within a table: a bar would end its cell."""
    return _text(text).replace("|", "\\|")


def _changed(paragraphs: tuple[ChangedParagraph, ...]) -> Iterator[str]:
    before = ""
    for number, paragraph in enumerate(paragraphs):
        # A number is written out: a list would count on its own, past what is gone and new.
        lead = paragraph.lead
        lead = f"{escaped(lead)} " if lead[:1].isdigit() else lead
        if number and not (paragraph.tight and before == lead == "- "):
            yield ""
        yield lead + " ".join(map(_piece, paragraph.pieces))
        before = lead


def _piece(piece: Piece) -> str:
    sign = _SIGNS.get(piece.fate, "")
    return f"{sign}{escaped(piece.signed)}{sign}"
