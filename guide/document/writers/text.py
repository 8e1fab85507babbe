"""Plain text: for a terminal, a pipe, a screen reader, an e-mail."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from guide.cleaning import harmless
from guide.document.blocks import Block, Document, Line, front_pairs, with_code
from guide.document.formats import Target
from guide.document.layout import NO_BREAK, Layout, Look
from guide.document.wrap import Row

SUFFIX = ".txt"
TITLE = "Plain text"

_ANSI = {
    "heading": ("\x1b[1m", "\x1b[22m"),
    "gone": ("\x1b[9m", "\x1b[29m"),
    "new": ("\x1b[4m", "\x1b[24m"),
}
"""What begins and ends a style. The signs stay: not every terminal can strike a word."""


def write(document: Document, target: Target) -> str:
    """The document in lines of ``target.width``, with headings underlined."""
    layout = Layout(target.width, Look(sources=target.sources))
    layout.heading(document.title, 1)
    layout.add(front_pairs(document))
    layout.add(with_code(document))
    layout.add(document.blocks)
    layout.add([Line(document.foot)] * bool(document.foot))
    return _text(layout, target)


def write_blocks(blocks: Iterable[Block], target: Target) -> str:
    """Blocks alone, for a dialogue in plain lines."""
    layout = Layout(target.width, Look(sources=target.sources))
    layout.add(blocks)
    return _text(layout, target)


def _text(layout: Layout, target: Target) -> str:
    lines = (_line(row, target).replace(NO_BREAK, " ").rstrip() for row in layout.rows)
    return "\n".join(lines).strip("\n") + "\n"


def _line(row: Row, target: Target) -> str:
    """Words of one style are set apart together: an escape within them would be heard by some."""
    words = []
    for (style, href), group in groupby(row, key=attrgetter("style", "href")):
        text = harmless("".join(run.text for run in group))
        before, after = _ANSI.get(style, ("", "")) if target.bold else ("", "")
        text = f"{before}{text}{after}"
        if target.links and href and not href.startswith("#"):
            text = f"\x1b]8;;{harmless(href)}\x1b\\{text}\x1b]8;;\x1b\\"
        words.append(text)
    return "".join(words)
