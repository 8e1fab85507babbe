"""HTML: one self-contained file, to print or to mail. No script, no request."""

from collections.abc import Iterator
from pathlib import Path

from guide.compare import whatif_words as words
from guide.compare.whatif import Asked, Effect, View
from guide.document.context import Context
from guide.document.html_page import document
from guide.document.html_parts import escape, tag
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line

SUFFIX = ".html"
TITLE = "Web page (HTML)"

_SHEET = Path(__file__).parents[1] / "whatif.css"


def render(shown: View, context: Context) -> str:
    """All neighbours as HTML5: every text escaped, its style inside, nothing fetched."""
    return document(f"{words.TITLE} {shown.guide.title}", _lines(_page(shown, context)), _SHEET)


def _page(shown: View, context: Context) -> Iterator[str]:
    guide, page = shown.guide, shown.page
    yield tag("p", words.TITLE, class_="kind")
    yield tag("h1", escape(guide.title))
    pairs = scenario_pairs(guide, page.scenario)
    rows = "\n".join(f"{tag('dt', escape(f))}{tag('dd', escape(v))}" for f, v in pairs)
    yield tag("dl", f"\n{rows}\n", class_="scenario") if rows else ""
    lines = "\n".join(tag("li", escape(line)) for line in words.summary(shown))
    yield tag("ul", f"\n{lines}\n", class_="summary")
    about = f"{words.ABOUT} {verified_line(guide, context.today)}"
    yield tag("p", escape(about), class_="verified")
    yield tag("main", f"\n{_lines(_asked(asked) for asked in shown.asked)}\n")
    code = tag("code", escape(write_code(guide, page.scenario)))
    yield tag("footer", tag("p", f"Code of this scenario: {code}", class_="code"))


def _asked(asked: Asked) -> str:
    inner = [tag("h2", escape(asked.title)), *map(_effect, asked.told)]
    inner += [tag("p", escape(line), class_="rest") for line in words.rest(asked)]
    return tag("section", f"\n{_lines(inner)}\n", id=f"question-{asked.step.question.id}")


def _effect(effect: Effect) -> str:
    note = f" {tag('strong', escape(effect.note), class_='note')}" if effect.note else ""
    rows = [
        f"{tag('dt', escape(label))}{tag('dd', escape(text))}"
        for label, text in words.details(effect)
    ]
    if effect.code:
        rows.append(f"{tag('dt', 'Code')}{tag('dd', tag('code', escape(effect.code)))}")
    inner = [
        tag("h3", f"{escape(effect.label)}{note}"),
        tag("dl", "\n{}\n".format("\n".join(rows)), class_="effect"),
    ]
    return "\n".join(inner)


def _lines(pieces: "Iterator[str] | list[str]") -> str:
    return "\n".join(filter(None, pieces))
