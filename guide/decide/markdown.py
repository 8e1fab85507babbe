"""The record as Markdown, with the fields of MADR 4 (adr.github.io/madr).

What a person typed and every label are escaped; the bodies of the guide stand as written.
"""

import json
import re
from collections.abc import Iterator

from guide.compare.words import causes_words, verdict_words
from guide.decide.dates import plan_lines
from guide.decide.record import Option, Record, steps_of
from guide.document.blocks import plain
from guide.document.body import Paragraph, parts
from guide.document.escape import markdown as escaped
from guide.english import listed, long_date
from guide.journey.advice import Advice, ShownSection
from guide.journey.code import write_code
from guide.journey.evidence import Claim, Evidence, evidence
from guide.journey.facts import correction_words
from guide.journey.labels import scenario_pairs, scenario_words
from guide.journey.verified import verified_line
from guide.pages import advice as words

SUFFIX = ".md"
BLANK_DECISION = "To be filled in: what was decided, and why."
BLANK_CHOICE = "To be filled in: which of the options was chosen."
BLANK_CONFIRMATION = "To be filled in: how it will be seen that this was done."
BLANK_DECIDERS = "To be filled in"
LONGEST_NAME = 80
"""Characters of a name taken from the decision itself."""
_YAML = re.compile("[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""What YAML 1.1 takes as it is."""
SITUATION = "the situation above"
ALONE = "No other scenario was compared with it."
NOTHING_FOLLOWS = "To be filled in: what follows. The page names no next steps."


def render(record: Record) -> str:
    """The record, ending with a line break."""
    return "\n\n".join(filter(None, _record(record))) + "\n"


def _record(record: Record) -> Iterator[str]:
    found = evidence(record.quoted)
    yield _front(record)
    yield f"# {escaped(_name(record))}"
    yield "## Context and Problem Statement"
    yield from _context(record, found)
    yield "## Decision Drivers"
    yield _drivers(record)
    yield "## Considered Options"
    yield "\n".join(f"* {option.name}: {_scenario(option.page)}" for option in record.options)
    yield "## Decision Outcome"
    yield _outcome(record)
    yield _typed(record.typed.decision) or f"**{BLANK_DECISION}**"
    yield "### Consequences"
    yield from _consequences(record, found)
    yield "### Confirmation"
    yield f"**{BLANK_CONFIRMATION}**"
    yield "\n".join(f"* {escaped(line)}" for line in plan_lines(record.plan))
    yield "## Pros and Cons of the Options"
    for option in record.options:
        yield f"### {_title(record, option)}"
        yield from _pros_and_cons(record, option)
    yield "## More Information"
    yield from _more(record, found)


def _front(record: Record) -> str:
    """The metadata; a JSON string is a YAML string, whatever was typed."""
    typed = record.typed
    people = {
        "decision-makers": typed.deciders or BLANK_DECIDERS,
        "consulted": typed.consulted,
        "informed": typed.informed,
    }
    lines = ["---", f"status: {typed.status}", f"date: {typed.date.isoformat()}"]
    lines += [f"{key}: {_string(who)}" for key, who in people.items() if who]
    return "\n".join([*lines, "---"])


def _string(text: str) -> str:
    """Letters that YAML does not take as they are (noncharacters, say) are written as escapes."""
    plain = json.dumps(text, ensure_ascii=False)
    return plain if _YAML.fullmatch(plain) else json.dumps(text)


def _name(record: Record) -> str:
    """What the record is called: as somebody named it, by the decision, or by the situation."""
    typed = record.typed
    if typed.title:
        return typed.title
    first = typed.decision.partition("\n")[0]
    if first:
        return first if len(first) <= LONGEST_NAME else f"{_cut(first)}…"
    return f"{record.guide.title} {scenario_words(record.guide, record.page.scenario)}"


def _cut(text: str) -> str:
    return text[:LONGEST_NAME].rpartition(" ")[0] or text[:LONGEST_NAME]


def _outcome(record: Record) -> str:
    if record.chosen is None:
        return f"**{BLANK_CHOICE}**" if len(record.options) > 1 else ""
    return f'Chosen option: "{_title(record, record.chosen)}", because:'


def _typed(text: str) -> str:
    lines = (line for line in text.split("\n") if line.strip())
    return "\n\n".join(escaped(line) for line in lines)


def _context(record: Record, found: Evidence) -> Iterator[str]:
    guide, page = record.guide, record.page
    yield f"{escaped(guide.title)} These are the answers that describe the situation:"
    given = [step for step in record.trail if not step.option.skip]
    yield "\n".join(
        f"{number}. {escaped(step.question.text)} **{escaped(step.option.label)}**"
        for number, step in enumerate(given, 1)
    )
    yield f"In short: {escaped(scenario_words(guide, page.scenario))}"
    yield f"**{escaped(verdict_words(page))}**"
    yield from _bodies(record.verdict, found)
    for section in record.notices:
        yield f"**{escaped(section.section.title)}**"
        yield from _bodies((section,), found)


def _drivers(record: Record) -> str:
    guide, page = record.guide, record.page
    lines = [verdict_words(page)]
    lines += [f"{facet}: {value}" for facet, value in scenario_pairs(guide, page.scenario)]
    if count := sum(len(section.blocks) for section in record.notices):
        lines.append(f"{count} notice{'s' * (count != 1)} to check first, quoted above.")
    for option in record.options[1:]:
        lines.append(f"{option.name} differs from A in {causes_words(guide, option.changed)}.")
    return "\n".join(f"* {escaped(line)}" for line in lines)


def _consequences(record: Record, found: Evidence) -> Iterator[str]:
    """What follows: with the option chosen, if that is another than the first, and with that."""
    chosen = record.chosen
    if chosen is not None and chosen is not record.options[0]:
        yield from _consequences_of(chosen)
    if not record.next_steps:
        yield f"**{NOTHING_FOLLOWS}**"
        return
    yield "For the situation above (A) the guide says what follows:"
    yield from _bodies(record.next_steps, found)


def _consequences_of(option: Option) -> Iterator[str]:
    steps = steps_of(option.page)
    code = write_code(option.page.guide, option.page.scenario)
    if not steps:
        yield f"**{NOTHING_FOLLOWS}**"
        return
    yield f"With {option.name}, the option chosen, the guide says what follows:"
    yield from (shown.block.body.strip("\n") for section in steps for shown in section.blocks)
    yield f"What this rests on: `guide advise {code}`."


def _pros_and_cons(record: Record, option: Option) -> Iterator[str]:
    guide = record.guide
    yield f"Code: `{write_code(guide, option.page.scenario)}`"
    if option.name == record.options[0].name:
        others = [other.name for other in record.options[1:]]
        yield escaped(verdict_words(option.page))
        compared = f"{listed(others)} below {'is' if len(others) == 1 else 'are'}"
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
        order = "better" if option.rank < 0 else "worse"
        yield (
            f"Neutral, because nobody chooses a verdict: it would be {there.label} (with A it is "
            f"{here.label}), the {order} of the two in the guide's own order."
        )
    else:
        yield f"Neutral, because the verdict is {there.label}, as with A."


def _more(record: Record, found: Evidence) -> Iterator[str]:
    guide = record.guide
    lines = [
        escaped(f"Guide: {guide.title} ({guide.id})"),
        f"Content hash: `{guide.content_hash}`",
        escaped(verified_line(guide, record.typed.date)),
        f"This record is of {long_date(record.typed.date)}.",
        f"The page again: `guide advise {write_code(guide, record.page.scenario)}`",
    ]
    yield "\n".join(f"* {line}" for line in lines)
    if record.note:
        yield "Noted on this walk:"
        yield "\n".join(f"> {escaped(line)}" for line in record.note.split("\n") if line.strip())
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
        corrects = "" if fact is claim.fact else f"{correction_words(claim.fact)} "
        yield f"* **{fact.id}** {corrects}{escaped(fact.says)}"
        yield from (f"  * {escaped(plain(line))}" for line in found.lines(fact))


def _bodies(sections: tuple[ShownSection, ...], found: Evidence) -> Iterator[str]:
    for shown in (shown for section in sections for shown in section.blocks):
        body = shown.block.body.strip("\n")
        marks = f"[{', '.join(found.marks[shown.block.id])}]" * bool(found.marks[shown.block.id])
        last = parts(body)[-1:]
        together = marks and last and isinstance(last[0], Paragraph)
        yield f"{body} {marks}" if together else body
        yield "" if together else marks


def _title(record: Record, option: Option) -> str:
    """An option's name and what tells it from A; the whole of it stands in the list of options."""
    if option.name == record.options[0].name:
        return f"{option.name}: {SITUATION}"
    if not option.changed:
        return f"{option.name}: {_scenario(option.page)}"
    return f"{option.name}: {escaped(causes_words(record.guide, option.changed))}"


def _scenario(page: Advice) -> str:
    return escaped(scenario_words(page.guide, page.scenario))
