"""Plain text: for a terminal, a pipe, a screen reader, an e-mail."""

from collections.abc import Iterator

from guide.document import words
from guide.document.body import Paragraph, Span, parts
from guide.document.context import Context
from guide.document.evidence import Claim, Evidence, evidence
from guide.document.layout import code_lines, drawn, wrapped
from guide.journey.advice import Advice, Shown
from guide.journey.code import write_code
from guide.model.schema import Fact, Guide

SUFFIX = ".txt"
TITLE = "Plain text"

_NO_BREAK = "\xa0"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def render(advice: Advice, context: Context) -> str:
    """The page as plain text in lines of ``context.width``, with headings underlined."""
    lines = [line.replace(_NO_BREAK, " ").rstrip() for line in _page(advice, context)]
    return "\n".join(lines).strip("\n") + "\n"


def _page(advice: Advice, context: Context) -> Iterator[str]:
    guide, width = advice.guide, context.width
    yield from _heading(guide.title, context, "=")
    for facet, value in words.scenario_pairs(guide, advice.scenario):
        yield from wrapped(f"{facet}: {value}", width, "", "  ")
    yield from code_lines(write_code(guide, advice.scenario), width, "Code: ")
    yield ""
    if still_open := words.open_line(advice):
        yield from wrapped(still_open, width)
        yield from wrapped(words.go_on_line(advice), width)
        yield ""
    found = evidence(advice) if context.sources else evidence(advice).bare()
    yield from wrapped(words.verified_line(guide, context.today), width)
    yield from wrapped(context.part, width)
    yield from wrapped(words.marks_line(found.marks), width)
    for section in advice.sections:
        yield ""
        yield from _heading(section.section.title, context)
        for number, shown in enumerate(section.blocks):
            yield from [""] * (number > 0)
            yield from _block(guide, shown, found, context)
    yield from _trail(context)
    yield from _sources(found, context)


def _heading(text: str, context: Context, line: str = "-") -> Iterator[str]:
    title = wrapped(text, context.width)
    yield from (f"{_BOLD}{part}{_PLAIN}" if context.bold else part for part in title)
    yield line * max(map(len, title), default=0)
    yield ""


def _block(guide: Guide, shown: Shown, found: Evidence, context: Context) -> Iterator[str]:
    body = parts(shown.block.body)
    marks = f"[{', '.join(found.marks[shown.block.id])}]" if found.marks[shown.block.id] else ""
    tone = guide.tone.get(shown.block.tone)
    if tone is not None:
        yield from wrapped(words.sentence(tone.label), context.width)
        yield ""
    if marks and body and isinstance(body[-1], Paragraph):
        yield from drawn((*body[:-1], _marked(body[-1], marks)), context.width)
        return
    yield from drawn(body, context.width)
    yield from ["", marks] if marks else []


def _marked(paragraph: Paragraph, marks: str) -> Paragraph:
    """The paragraph with the marks at its end, on one line with one another."""
    return Paragraph((*paragraph.spans, Span(f" {marks.replace(' ', _NO_BREAK)}")))


def _trail(context: Context) -> Iterator[str]:
    if not context.trail:
        return
    yield ""
    yield from _heading(words.TRAIL_TITLE, context)
    for number, step in enumerate(context.trail, 1):
        yield from wrapped(
            f"{step.question.text} {step.option.label}", context.width, f"{number}. "
        )


def _sources(found: Evidence, context: Context) -> Iterator[str]:
    width = context.width
    if found.claims or found.judgements:
        yield ""
        yield from _heading(words.CLAIMS_TITLE, context)
        yield from wrapped(words.CLAIMS_INTRO, width)
    for claim in found.claims:
        yield ""
        yield from _claim(found, claim, width)
    if found.judgements:
        yield ""
        yield from _heading(words.JUDGEMENTS_TITLE, context)
    for judgement in found.judgements:
        yield from wrapped(f"{judgement.section}: {judgement.why}", width, f"{judgement.mark}  ")
    if found.sources:
        yield ""
        yield from _heading(words.SOURCES_TITLE, context)
    for cited in found.sources.values():
        inset = f"{cited.mark}  "
        yield from wrapped(cited.source.name, width, inset)
        yield from wrapped(cited.source.address, width, " " * len(inset))


def _claim(found: Evidence, claim: Claim, width: int) -> Iterator[str]:
    fact = claim.fact
    yield from _fact(found, fact, f"{fact.id}  ", fact.says, width)
    inset = " " * (len(fact.id) + 2)
    for other in claim.elsewhere:
        yield from wrapped(f"See also {other}, under {found.under(other)}.", width, inset)
    for correction in claim.corrections:
        yield ""
        says = f"{words.correction_words(fact)} {correction.says}"
        yield from _fact(found, correction, f"{inset}{correction.id}  ", says, width)


def _fact(found: Evidence, fact: Fact, label: str, says: str, width: int) -> Iterator[str]:
    inset = " " * len(label)
    yield from wrapped(says, width, label)
    for line in found.lines(fact):
        yield from wrapped(line, width, inset, inset + "  ")
