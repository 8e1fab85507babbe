"""Markdown (CommonMark): to paste into a document, a ticket or a chat."""

from collections.abc import Iterator

from guide.document import words
from guide.document.body import Paragraph, parts
from guide.document.context import Context
from guide.document.escape import markdown as escaped
from guide.document.evidence import Cited, Claim, Evidence, evidence
from guide.journey.advice import Advice, Shown
from guide.journey.code import write_code
from guide.model.schema import Fact, Guide

SUFFIX = ".md"
TITLE = "Markdown"


def render(advice: Advice, context: Context) -> str:
    """The page as Markdown: bodies as they were written, everything else escaped."""
    return "\n\n".join(_page(advice, context)) + "\n"


def _page(advice: Advice, context: Context) -> Iterator[str]:
    guide = advice.guide
    yield f"# {escaped(guide.title)}"
    pairs = words.scenario_pairs(guide, advice.scenario)
    code = f"- Code: `{write_code(guide, advice.scenario)}`"
    yield "\n".join([*(f"- {escaped(f)}: **{escaped(v)}**" for f, v in pairs), code])
    if still_open := words.open_line(advice):
        yield f"**{escaped(still_open)}**"
        yield escaped(words.go_on_line(advice))
    found = evidence(advice) if context.sources else evidence(advice).bare()
    yield escaped(words.verified_line(guide, context.today))
    if context.part:
        yield escaped(context.part)
    if hint := words.marks_line(found.marks):
        yield escaped(hint)
    for section in advice.sections:
        yield f"## {escaped(section.section.title)}"
        for shown in section.blocks:
            yield from _block(guide, shown, found)
    if context.trail:
        yield f"## {escaped(words.TRAIL_TITLE)}"
        yield "\n".join(
            f"{number}. {escaped(step.question.text)} **{escaped(step.option.label)}**"
            for number, step in enumerate(context.trail, 1)
        )
    yield from _sources(found)


def _block(guide: Guide, shown: Shown, found: Evidence) -> Iterator[str]:
    tone = guide.tone.get(shown.block.tone)
    if tone is not None:
        yield f"**{escaped(words.sentence(tone.label))}**"
    body = shown.block.body.strip("\n")
    marks = f"[{', '.join(found.marks[shown.block.id])}]" if found.marks[shown.block.id] else ""
    if marks and isinstance(parts(body)[-1], Paragraph):
        yield f"{body} {marks}"
        return
    yield body
    if marks:
        yield marks


def _sources(found: Evidence) -> Iterator[str]:
    if found.claims or found.judgements:
        yield f"## {escaped(words.CLAIMS_TITLE)}"
        yield escaped(words.CLAIMS_INTRO)
    if found.claims:
        yield "\n".join(line for claim in found.claims for line in _claim(found, claim))
    if found.judgements:
        yield f"## {escaped(words.JUDGEMENTS_TITLE)}"
        yield "\n".join(
            f"- **{one.mark}** {escaped(one.section)}: {escaped(one.why)}"
            for one in found.judgements
        )
    if found.sources:
        yield f"## {escaped(words.SOURCES_TITLE)}"
        yield "\n".join(map(_source, found.sources.values()))


def _claim(found: Evidence, claim: Claim) -> Iterator[str]:
    fact = claim.fact
    yield f"- **{fact.id}** {escaped(fact.says)}"
    yield from _details(found, fact, "  ")
    for other in claim.elsewhere:
        yield f"  - See also {other}, under {found.under(other)}."
    for correction in claim.corrections:
        does = words.correction_words(fact)
        yield f"  - **{correction.id}** {does} {escaped(correction.says)}"
        yield from _details(found, correction, "    ")


def _details(found: Evidence, fact: Fact, inset: str) -> Iterator[str]:
    for line in found.lines(fact):
        yield f"{inset}- {escaped(line)}"


def _source(cited: Cited) -> str:
    address = f": {escaped(cited.source.address)}" if cited.source.address else ""
    return f"- **{cited.mark}** {escaped(cited.source.name)}{address}"
