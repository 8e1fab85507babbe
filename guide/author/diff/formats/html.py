"""HTML: one self-contained file; ``del`` and ``ins`` with signs, so that colour is never needed."""

from collections.abc import Iterator
from itertools import groupby

from guide.author.diff.formats import Style
from guide.author.diff.formats.text import SIGNS, paragraphs, shortened
from guide.author.diff.result import GuideDiff
from guide.author.diff.story import Compared, Heading, Item, Line, Piece, tell
from guide.document.html_page import document
from guide.document.html_parts import escape, tag
from guide.document.worddiff import Run

SUFFIX = ".html"

_OWN_CSS = """
del { color: var(--error); background: var(--error-page); text-decoration: line-through; }
ins { color: var(--success); background: var(--success-page); font-weight: 700; }
"""


def render(diff: GuideDiff, style: Style) -> str:
    """The comparison as HTML5: every text escaped, nothing fetched."""
    pieces_by_kind = groupby(tell(diff, *style[:2]), key=type)
    pieces = (part for kind, some in pieces_by_kind for part in _drawn(kind, [*some]))
    body = tag("main", f"\n{chr(10).join(pieces)}\n")
    return document(f"What changed for readers: {diff.new.title}", body, more=_OWN_CSS)


def _drawn(kind: type[Piece], pieces: list[Piece]) -> Iterator[str]:
    """Pieces of one kind in a row; items are one list."""
    if kind is Item:
        items = "\n".join(_piece(piece) for piece in pieces)
        yield tag("ul", f"\n{items}\n")
    else:
        yield from map(_piece, pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case Heading(level, text):
            return tag(f"h{level}", escape(text))
        case Line(text):
            return tag("p", escape(text))
        case Item(text):
            return tag("li", escape(text))
        case Compared(runs):
            lines = [tag("p", " ".join(map(_run, some))) for some in paragraphs(shortened(runs))]
            return tag("blockquote", "\n".join(lines))


def _run(run: Run) -> str:
    start, end = SIGNS[run.fate]
    text = escape(f"{start}{run.text}{end}", quote=False)
    return text if run.fate == "same" else tag("del" if run.fate == "gone" else "ins", text)
