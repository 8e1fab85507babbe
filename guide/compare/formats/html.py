"""HTML: one self-contained file. What differs is signed, struck or underlined, and coloured."""

from collections.abc import Iterator
from pathlib import Path

from guide.compare import words
from guide.compare.marking import Marked, Piece
from guide.compare.view import Change, Part, View
from guide.document.context import Context
from guide.document.html_page import document
from guide.document.html_parts import escape, tag
from guide.journey.advice import Advice
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line

SUFFIX = ".html"
TITLE = "Web page (HTML)"

SHEET = Path(__file__).parents[1] / "compare.css"


def render(shown: View, context: Context) -> str:
    """The comparison as HTML5: every text escaped, its style inside, nothing fetched."""
    return document(f"{words.TITLE}: {shown.guide.title}", lines(_page(shown, context)), SHEET)


def _page(shown: View, context: Context) -> Iterator[str]:
    guide = shown.guide
    yield tag("p", words.TITLE, class_="kind")
    yield tag("h1", escape(guide.title))
    cards = [_card(*pair) for pair in zip(shown.names, shown.pages, strict=True)]
    yield tag("div", f"\n{lines(cards)}\n", class_="pages")
    yield from (tag("p", escape(line)) for line in words.changed_lines(shown))
    yield from (tag("p", escape(line), class_="open") for line in words.open_lines(shown))
    yield tag("p", escape(words.signs_line(shown) if shown.parts else words.NOTHING))
    yield tag("p", escape(verified_line(guide, context.today)), class_="verified")
    yield tag("main", f"\n{lines(_section(shown, part) for part in shown.parts)}\n")
    if same := words.same_line(shown):
        yield tag("p", escape(same), class_="same")
    yield tag("footer", tag("p", escape(words.WHO_SAYS), class_="code"))


def _card(name: str, page: Advice) -> str:
    pairs = scenario_pairs(page.guide, page.scenario)
    rows = "\n".join(f"{tag('dt', escape(f))}{tag('dd', escape(v))}" for f, v in pairs)
    colour = page.tone.colour if page.tone else "neutral"
    inner = [
        tag("h2", name),
        tag("dl", f"\n{rows}\n", class_="scenario") if rows else "",
        tag("p", escape(words.verdict_words(page)), class_=f"tone tone-{colour}"),
        tag("p", tag("code", escape(write_code(page.guide, page.scenario))), class_="code"),
    ]
    return tag("section", f"\n{lines(inner)}\n")


def _section(shown: View, part: Part) -> str:
    inner = [tag("h2", escape(part.section.title))]
    for index, changes in enumerate(part.changes):
        if changes and len(part.changes) > 1:
            inner.append(tag("h3", words.beside(shown, index)))
        inner += _changes(shown, changes, index)
    inner += [tag("p", escape(line), class_="why") for line in words.between_others(shown, part)]
    if line := words.alike_line(part):
        inner.append(tag("p", escape(line), class_="same"))
    return tag("section", f"\n{lines(inner)}\n", id=f"section-{part.section.id}")


def _changes(shown: View, changes: tuple[Change, ...], index: int) -> Iterator[str]:
    said = ""
    for change in changes:
        why = words.because(shown, change.reasons, index)
        if why != said:
            yield tag("p", f"{escape(why)}:", class_="why")
        said = why
        yield tag("div", f"\n{lines(map(paragraph, change.paragraphs))}\n", class_="change")


def paragraph(one: Marked) -> str:
    """A paragraph with what is gone and what is new in it."""
    text = " ".join(map(_piece, one.pieces))
    if one.lead == "> ":
        return tag("blockquote", tag("p", text))
    lead = one.lead.replace("- ", "• ").removeprefix("> ")
    return tag("p", f"{escape(lead)}{text}", class_="item" if lead else "")


def _piece(piece: Piece) -> str:
    text = escape(piece.signed, quote=False)
    return text if piece.fate == "same" else tag("del" if piece.fate == "gone" else "ins", text)


def lines(pieces: "Iterator[str] | list[str]") -> str:
    """Pieces of HTML, one on each line."""
    return "\n".join(filter(None, pieces))
