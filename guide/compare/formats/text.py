"""Plain text: one comparison below the other, or in columns where the terminal is wide."""

from collections.abc import Iterator

from guide.compare import words
from guide.compare.columns import MIN_WIDTH, side_by_side
from guide.compare.marking import Marked
from guide.compare.styling import styled
from guide.compare.view import Entry, Part, View
from guide.document.context import Context
from guide.document.lines import wrapped
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line

SUFFIX = ".txt"
TITLE = "Plain text"

READABLE = 88
"""Characters in a line that is no column."""
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def render(shown: View, context: Context) -> str:
    """The comparison in lines of ``context.width``; columns from 160 characters on."""
    return "\n".join(line.rstrip() for line in _page(shown, context)).strip("\n") + "\n"


def _page(shown: View, context: Context) -> Iterator[str]:
    width = min(context.width, READABLE)
    yield from _heading(f"{words.TITLE}: {shown.guide.title}", context, "=")
    for name, page in zip(shown.names, shown.pages, strict=True):
        inset = f"{name}  "
        for label, value in scenario_pairs(shown.guide, page.scenario):
            yield from wrapped(f"{label}: {value}", width, inset, "     ")
            inset = "   "
        yield f"{inset}{words.verdict_words(page)}"
        yield f"   Code: {write_code(shown.guide, page.scenario)}"
        yield ""
    lines = [*words.changed_lines(shown), *words.open_lines(shown)]
    lines += [words.signs_line(shown) if shown.parts else words.NOTHING]
    for line in [*lines, verified_line(shown.guide, context.today)]:
        yield from wrapped(line, width)
    for part in shown.parts:
        yield ""
        yield from _heading(part.section.title, context)
        yield from _part(shown, part, context, width)
    for line in filter(None, (words.same_line(shown), words.WHO_SAYS)):
        yield ""
        yield from wrapped(line, width)


def _heading(text: str, context: Context, line: str = "-") -> Iterator[str]:
    title = wrapped(text, min(context.width, READABLE))
    yield from (f"{_BOLD}{part}{_PLAIN}" if context.bold else part for part in title)
    yield line * max(map(len, title), default=0)
    yield ""


def _part(shown: View, part: Part, context: Context, width: int) -> Iterator[str]:
    if context.width >= MIN_WIDTH:
        columns = [
            lambda room, index=index: _column(shown, part, index, room, bold=context.bold)
            for index in range(len(shown.names))
        ]
        yield from side_by_side(columns, context.width)
    else:
        yield from _stacked(shown, part, width, bold=context.bold)
    if others := words.between_others(shown, part):
        yield ""
        for line in others:
            yield from wrapped(line, width)
    if line := words.alike_line(part):
        yield from ["", line]


def _stacked(shown: View, part: Part, width: int, *, bold: bool) -> Iterator[str]:
    first = True
    for index, changes in enumerate(part.changes):
        if not changes:
            continue
        if len(part.changes) > 1:
            yield from ([] if first else [""])
            yield f"{words.beside(shown, index)}:"
            first = False
        said = ""
        for change in changes:
            why = words.because(shown, change.reasons, index)
            yield from ([] if first else [""])
            if why != said:
                yield from wrapped(f"{why}:", width)
                yield ""
            first, said = False, why
            yield from paragraphs(change.paragraphs, width, bold=bold)


def _column(shown: View, part: Part, index: int, width: int, *, bold: bool) -> list[str]:
    lines = [shown.names[index]]
    said = ""
    for entry in part.columns[index]:
        why = _why(shown, entry, index)
        lines.append("")
        if why and why != said:
            lines += [*wrapped(f"{why}:", width), ""]
        said = why
        lines += paragraphs(entry.paragraphs, width, bold=bold)
    return lines if part.columns[index] else [*lines, "", words.nothing_own(shown, part, index)]


def _why(shown: View, entry: Entry, index: int) -> str:
    if index:
        return words.because(shown, entry.reasons, index - 1)
    return words.missing(shown.guide, entry)


def paragraphs(found: tuple[Marked, ...], width: int, *, bold: bool = False) -> Iterator[str]:
    """Paragraphs with signs around what differs, and on a terminal with style."""
    for index, one in enumerate(found):
        if index and not one.tight:
            yield ""
        lines = wrapped(one.signed, width, one.lead)
        yield from styled(one, lines) if bold else lines
