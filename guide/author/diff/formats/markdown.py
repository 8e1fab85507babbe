"""Markdown: struck out what is gone, strong what is new; to paste into a review or a ticket."""

from collections.abc import Iterator

from guide.author.diff.formats import Style
from guide.author.diff.formats.text import paragraphs, shortened
from guide.author.diff.result import GuideDiff
from guide.author.diff.story import Compared, Heading, Item, Line, Piece, tell
from guide.document.escape import markdown as escaped
from guide.document.worddiff import Run

SUFFIX = ".md"


def render(diff: GuideDiff, style: Style) -> str:
    """The comparison as Markdown, every text escaped."""
    return "\n\n".join(part for piece in tell(diff, *style[:2]) for part in _drawn(piece)) + "\n"


def _drawn(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading(level, text):
            yield f"{'#' * level} {escaped(text)}"
        case Line(text):
            yield escaped(text)
        case Item(text):
            yield f"- {escaped(text)}"
        case Compared(runs):
            for paragraph in paragraphs(shortened(runs)):
                yield "> " + " ".join(map(_run, paragraph))


def _run(run: Run) -> str:
    marks = {"same": ("", ""), "gone": ("~~[-", "-]~~"), "new": ("**{+", "+}**")}[run.fate]
    signs = marks[0].replace("[", "\\["), marks[1].replace("]", "\\]")
    return f"{signs[0]}{escaped(run.text)}{signs[1]}"
