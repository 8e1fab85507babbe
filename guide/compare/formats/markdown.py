"""Markdown (CommonMark): to paste into a document, a ticket or a chat."""

from collections.abc import Iterator

from guide.compare import words
from guide.compare.marking import Marked, Piece
from guide.compare.view import Part, View
from guide.document.context import Context
from guide.document.escape import markdown as escaped
from guide.journey.code import write_code
from guide.journey.labels import scenario_words
from guide.journey.verified import verified_line

SUFFIX = ".md"
TITLE = "Markdown"


def render(shown: View, context: Context) -> str:
    """The comparison as Markdown: one page below the other, every text escaped."""
    return "\n\n".join(filter(None, _page(shown, context))) + "\n"


def _page(shown: View, context: Context) -> Iterator[str]:
    guide = shown.guide
    yield f"# {escaped(f'{words.TITLE}: {guide.title}')}"
    yield "\n".join(
        f"- **{name}** {escaped(scenario_words(guide, page.scenario))}\n"
        f"  - {escaped(words.verdict_words(page))}\n"
        f"  - Code: `{write_code(guide, page.scenario)}`"
        for name, page in zip(shown.names, shown.pages, strict=True)
    )
    yield "\n".join(f"- {escaped(line)}" for line in words.changed_lines(shown))
    yield from (f"**{escaped(line)}**" for line in words.open_lines(shown))
    yield escaped(words.signs_line(shown) if shown.parts else words.NOTHING)
    yield escaped(verified_line(guide, context.today))
    for part in shown.parts:
        yield f"## {escaped(part.section.title)}"
        yield from _part(shown, part)
    yield escaped(words.same_line(shown))
    yield escaped(words.WHO_SAYS)


def _part(shown: View, part: Part) -> Iterator[str]:
    for index, changes in enumerate(part.changes):
        if changes and len(part.changes) > 1:
            yield f"### {words.beside(shown, index)}"
        said = ""
        for change in changes:
            why = words.because(shown, change.reasons, index)
            if why != said:
                yield f"{escaped(why)}:"
            said = why
            yield paragraphs(change.paragraphs)
    yield from map(escaped, words.between_others(shown, part))
    yield escaped(words.alike_line(part))


def paragraphs(found: tuple[Marked, ...]) -> str:
    """Paragraphs with signs around what differs, set in emphasis and in strong."""
    lines: list[str] = []
    before = ""
    for one in found:
        # A number is written out: a list would count on its own, past what is gone and new.
        lead = f"{escaped(one.lead)} " if one.lead[:1].isdigit() else one.lead
        if lines and not (one.tight and before == lead == "- "):
            lines.append("")
        lines.append(lead + " ".join(map(_piece, one.pieces)))
        before = lead
    return "\n".join(lines)


def _piece(piece: Piece) -> str:
    if piece.fate == "same":
        return escaped(piece.text)
    mark = "*" if piece.fate == "gone" else "**"
    return f"{mark}{escaped(piece.signed)}{mark}"
