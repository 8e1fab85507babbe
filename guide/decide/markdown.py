"""The record as Markdown, with the fields of MADR 4 (adr.github.io/madr).

What a person typed and every label are escaped; the bodies of the guide stand as written.
"""

import json
from collections.abc import Iterator

from guide.advice import Advice, ShownSection
from guide.cleaning import clean_line, clean_text
from guide.compare.words import causes_words, verdict_words
from guide.decide.record import Option, Record
from guide.model.markdown import Paragraph, parts
from guide.output import words
from guide.output.escape import markdown as escaped
from guide.output.evidence import Claim, Evidence, evidence
from guide.scenario import write_code

SUFFIX = ".md"
BLANK_DECISION = "To be filled in: what was decided, and why."
BLANK_DECIDERS = "To be filled in"
ALONE = "No other scenario was compared with it."
NOTHING_FOLLOWS = "To be filled in: what follows. The page names no next steps."


def render(record: Record) -> str:
    """The record, ending with a line break."""
    return "\n\n".join(filter(None, _record(record))) + "\n"


def _record(record: Record) -> Iterator[str]:
    found = evidence(record.quoted)
    yield _front(record)
    yield f"# Decision: {escaped(record.guide.title)}"
    yield "## Context and Problem Statement"
    yield from _context(record, found)
    yield "## Decision Drivers"
    yield _drivers(record)
    yield "## Considered Options"
    yield "\n".join(f"* {_title(option)}" for option in record.options)
    yield "## Decision Outcome"
    yield _typed(record.typed.decision) or f"**{BLANK_DECISION}**"
    yield "### Consequences"
    yield from _consequences(record, found)
    yield "## Pros and Cons of the Options"
    for option in record.options:
        yield f"### {_title(option)}"
        yield from _pros_and_cons(record, option)
    yield "## More Information"
    yield from _more(record, found)


def _front(record: Record) -> str:
    """The metadata; a JSON string is a YAML string, whatever was typed."""
    deciders = clean_line(record.typed.deciders, 500) or BLANK_DECIDERS
    return "\n".join(
        [
            "---",
            f"status: {record.typed.status}",
            f"date: {record.typed.date.isoformat()}",
            f"decision-makers: {json.dumps(deciders, ensure_ascii=False)}",
            "---",
        ]
    )


def _typed(text: str) -> str:
    lines = (line for line in clean_text(text).split("\n") if line.strip())
    return "\n\n".join(escaped(line) for line in lines)


def _context(record: Record, found: Evidence) -> Iterator[str]:
    guide, page = record.guide, record.page
    yield f"{escaped(guide.title)} These are the answers that describe the situation:"
    given = [step for step in record.trail if not step.option.skip]
    yield "\n".join(
        f"{number}. {escaped(step.question.text)} **{escaped(step.option.label)}**"
        for number, step in enumerate(given, 1)
    )
    yield f"In short: {escaped(words.scenario_words(guide, page.scenario))}"
    yield f"**{escaped(verdict_words(page))}**"
    yield from _bodies(record.verdict, found)
    for section in record.notices:
        yield f"**{escaped(section.section.title)}**"
        yield from _bodies((section,), found)


def _drivers(record: Record) -> str:
    guide, page = record.guide, record.page
    lines = [verdict_words(page)]
    lines += [f"{facet}: {value}" for facet, value in words.scenario_pairs(guide, page.scenario)]
    if count := sum(len(section.blocks) for section in record.notices):
        lines.append(f"{count} notice{'s' * (count != 1)} to check first, quoted above.")
    for option in record.options[1:]:
        lines.append(f"{option.name} differs from A in {causes_words(guide, option.changed)}.")
    return "\n".join(f"* {escaped(line)}" for line in lines)


def _consequences(record: Record, found: Evidence) -> Iterator[str]:
    if not record.next_steps:
        yield f"**{NOTHING_FOLLOWS}**"
        return
    yield "For the situation above (A) the guide says what follows:"
    yield from _bodies(record.next_steps, found)


def _pros_and_cons(record: Record, option: Option) -> Iterator[str]:
    guide = record.guide
    yield f"Code: `{write_code(guide, option.page.scenario)}`"
    if option.name == record.options[0].name:
        others = [other.name for other in record.options[1:]]
        yield escaped(verdict_words(option.page))
        compared = f"{words.listed(others)} below {'is' if len(others) == 1 else 'are'}"
        yield f"{compared} compared with it." if others else ALONE
        return
    lines = [*_verdict(record, option)]
    lines += [f"Neutral, because it brings a notice to check: {text}" for text in option.gained]
    lines += [f"Neutral, because a notice goes: {text}" for text in option.lost]
    if option.sections:
        differs = ", ".join(option.sections)
        lines.append(f"Neutral, because these parts of the page read differently: {differs}.")
    else:
        lines.append("Neutral, because its page is the same, word for word.")
    yield "\n".join(f"* {escaped(line)}" for line in lines)


def _verdict(record: Record, option: Option) -> Iterator[str]:
    here, there = record.page.tone, option.page.tone
    if here is None or there is None:
        return
    if option.rank:
        good = "Good" if option.rank < 0 else "Bad"
        yield f"{good}, because the verdict is {there.label} instead of {here.label}."
    else:
        yield f"Neutral, because the verdict is {there.label}, as with A."


def _more(record: Record, found: Evidence) -> Iterator[str]:
    guide = record.guide
    lines = [
        escaped(f"Guide: {guide.title} ({guide.id})"),
        f"Content hash: `{guide.content_hash}`",
        escaped(words.verified_line(guide, record.typed.date)),
        f"This record is of {words.long_date(record.typed.date)}.",
        f"The page again: `guide advise {write_code(guide, record.page.scenario)}`",
    ]
    yield "\n".join(f"* {line}" for line in lines)
    if found.claims or found.judgements:
        yield f"### {words.CLAIMS_TITLE}"
        yield escaped(words.CLAIMS_INTRO)
        listed = [line for claim in found.claims for line in _claim(found, claim)]
        listed += [
            f"* **{j.mark}** {escaped(j.section)}: {escaped(j.why)}" for j in found.judgements
        ]
        yield "\n".join(listed)
    if found.sources:
        yield f"### {words.SOURCES_TITLE}"
        yield "\n".join(
            f"* **{cited.mark}** {escaped(cited.source.name)}"
            + (f": {escaped(cited.source.address)}" if cited.source.address else "")
            for cited in found.sources.values()
        )


def _claim(found: Evidence, claim: Claim) -> Iterator[str]:
    for fact in (claim.fact, *claim.corrections):
        corrects = "" if fact is claim.fact else f"{words.correction_words(claim.fact)} "
        yield f"* **{fact.id}** {corrects}{escaped(fact.says)}"
        yield from (f"  * {escaped(line)}" for line in found.lines(fact))


def _bodies(sections: tuple[ShownSection, ...], found: Evidence) -> Iterator[str]:
    for shown in (shown for section in sections for shown in section.blocks):
        body = shown.block.body.strip("\n")
        marks = f"[{', '.join(found.marks[shown.block.id])}]" * bool(found.marks[shown.block.id])
        last = parts(body)[-1:]
        together = marks and last and isinstance(last[0], Paragraph)
        yield f"{body} {marks}" if together else body
        yield "" if together else marks


def _title(option: Option) -> str:
    return f"{option.name}: {_scenario(option.page)}"


def _scenario(page: Advice) -> str:
    return escaped(words.scenario_words(page.guide, page.scenario))
