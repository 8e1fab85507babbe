"""HTML: one self-contained file, for a phone, a printer or an e-mail. No script, no request."""

from collections.abc import Iterator
from pathlib import Path

from guide.document import html_sources, words
from guide.document.body import parts
from guide.document.context import Context
from guide.document.evidence import Evidence, evidence
from guide.document.html_page import document
from guide.document.html_parts import body, escape, tag
from guide.document.html_sources import References
from guide.journey.advice import Advice, Shown, ShownSection
from guide.journey.code import write_code
from guide.model.schema import Guide

SUFFIX = ".html"
TITLE = "Web page (HTML)"
_CSS = Path(__file__).parents[1] / "advice.css"


def render(advice: Advice, context: Context) -> str:
    """The page as HTML5: every text escaped, its style inside, nothing fetched."""
    title = f"{advice.guide.title} {_subtitle(advice)}".strip()
    return document(title, _lines(_page(advice, context)), _CSS)


def _subtitle(advice: Advice) -> str:
    values = [value for _, value in words.scenario_pairs(advice.guide, advice.scenario)]
    return f"({', '.join(values)})" if values else ""


def _page(advice: Advice, context: Context) -> Iterator[str]:
    guide = advice.guide
    found = evidence(advice) if context.sources else evidence(advice).bare()
    references = References(found)
    sections = [_section(guide, section, references) for section in advice.sections]
    answers = list(_trail(context))
    sources = list(html_sources.render(found, references))
    yield tag("header", f"\n{_lines(_header(advice, context))}\n")
    yield _contents(advice, found, has_trail=bool(answers))
    yield tag("main", f"\n{_lines([*sections, *answers, *sources])}\n")
    code = tag("code", escape(write_code(guide, advice.scenario)))
    yield tag("footer", tag("p", f"Code of this page: {code}", class_="code"))


def _header(advice: Advice, context: Context) -> Iterator[str]:
    guide = advice.guide
    yield tag("p", escape(guide.head.kind), class_="kind")
    yield tag("h1", escape(guide.title))
    pairs = words.scenario_pairs(guide, advice.scenario)
    rows = "\n".join(f"{tag('dt', escape(f))}{tag('dd', escape(v))}" for f, v in pairs)
    yield tag("dl", f"\n{rows}\n", class_="scenario") if pairs else ""
    if still_open := words.open_line(advice):
        yield tag("p", escape(still_open), class_="open")
        yield tag("p", escape(words.go_on_line(advice)), class_="open")
    yield tag("p", escape(words.verified_line(guide, context.today)), class_="verified")
    yield tag("p", escape(context.part), class_="open") if context.part else ""


def _contents(advice: Advice, found: Evidence, *, has_trail: bool) -> str:
    places = [(f"section-{s.section.id}", s.section.title) for s in advice.sections]
    places += [("answers", words.TRAIL_TITLE)] * has_trail
    places += [("claims", words.CLAIMS_TITLE)] * bool(found.claims or found.judgements)
    places += [("sources", words.SOURCES_TITLE)] * bool(found.sources)
    if not places:
        return ""
    items = "\n".join(tag("li", tag("a", escape(t), href=f"#{place}")) for place, t in places)
    heading = tag("h2", "On this page", id="contents")
    inner = f"\n{heading}\n<ol>\n{items}\n</ol>\n"
    return tag("nav", inner, aria_labelledby="contents")


def _section(guide: Guide, section: ShownSection, references: References) -> str:
    blocks = [_block(guide, shown, references) for shown in section.blocks]
    heading = tag("h2", escape(section.section.title))
    return tag("section", f"\n{_lines([heading, *blocks])}\n", id=f"section-{section.section.id}")


def _block(guide: Guide, shown: Shown, references: References) -> str:
    written = body(parts(shown.block.body), references.marks(shown.block.id))
    tone = guide.tone.get(shown.block.tone)
    if tone is None:
        return written
    label = tag("p", escape(tone.label), class_=f"tone tone-{tone.colour}")
    return f"{label}\n{written}"


def _trail(context: Context) -> Iterator[str]:
    if not context.trail:
        return
    rows = "\n".join(
        tag("li", f"{escape(step.question.text)} {tag('strong', escape(step.option.label))}")
        for step in context.trail
    )
    heading = tag("h2", escape(words.TRAIL_TITLE))
    yield tag("section", f"\n{heading}\n<ol>\n{rows}\n</ol>\n", id="answers")


def _lines(pieces: Iterator[str] | list[str]) -> str:
    return "\n".join(filter(None, pieces))
