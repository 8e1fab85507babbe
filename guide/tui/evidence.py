"""What a passage rests on, in words: the reader's answers, facts and sources, judgement."""

from collections.abc import Iterator

from guide.document.addresses import web_address
from guide.document.blocks import Block, Entries, Entry, Line, Run, Section, Text
from guide.english import listed
from guide.journey.advice import Passage, facts_under
from guide.journey.facts import VERDICTS, check_words, correction_verb, fact_date, short_name
from guide.model.schema import UNSET, Fact, Guide, Scenario, Source

FOLD = "#fold"
"""Where the line of a check leads: it unfolds all of them, or folds them again."""
FOLDED, UNFOLDED = "▸", "▾"


def because_words(guide: Guide, passage: Passage) -> str:
    """Why this reader sees the passage."""
    answers = settled_words(guide, passage.because)
    open_ = [
        facet.label
        for facet_id, value_id in passage.because.items()
        if value_id == UNSET and (facet := guide.facet.get(facet_id)) and facet.kind != "finding"
    ]
    words = f"Your answers: {'; '.join(answers)}." if answers else ""
    if open_:
        words = f"{words} Left open: {'; '.join(open_)}.".strip()
    return words or "Shown whatever the answers are."


def settled_words(guide: Guide, scenario: Scenario) -> list[str]:
    """Each settled facet with its value, by their labels."""
    return [
        f"{facet.label}: {value.label}"
        for facet_id, value_id in scenario.items()
        if (facet := guide.facet.get(facet_id)) and (value := facet.value(value_id))
    ]


def ground_blocks(guide: Guide, passage: Passage, *, unfolded: bool) -> Iterator[Block]:
    """Everything that the passage rests on: the claims, and behind each our check of it."""
    facts = facts_under(guide, passage.block)
    if facts:
        entries = tuple(_claim(guide, fact, facts, unfolded=unfolded) for fact in facts)
        yield Section("It rests on", (Entries(entries, "listing"),))
    if passage.block.judgement:
        title = "And on the editors' judgment" if facts else "The editors' judgment"
        yield Section(title, (Line(passage.block.judgement),))
    yield Section("Why you see this", (Line(because_words(guide, passage), "quiet"),))


def _claim(guide: Guide, fact: Fact, facts: list[Fact], *, unfolded: bool) -> Entry:
    corrects = [other for other in facts if fact.id in other.corrected_by]
    sources = [guide.source[source] for source in fact.source if source in guide.source]
    names = listed(short_name(source) for source in sources) or "not named"
    details: list[Text] = [f"Source: {names}; {fact_date(fact)}.", *_addresses(sources)]
    if check := check_words(fact):
        sign, words = (
            (UNFOLDED, check) if unfolded else (FOLDED, f"Our check: {VERDICTS[fact.verdict]}")
        )
        details.append((Run(f"{sign} {words}", href=FOLD),))
        if unfolded and fact.checked_against:
            against = [guide.source[s] for s in fact.checked_against if s in guide.source]
            details.append(f"Checked against: {listed(map(short_name, against))}.")
            details += _addresses(against)
    return Entry(f"{_corrects(corrects)}{fact.says}", fact.id, tuple(details))


def _corrects(facts: list[Fact]) -> str:
    """What a claim does to others on the page: ``(corrects F2 and F3) ``."""
    does: dict[str, list[str]] = {}
    for fact in facts:
        does.setdefault(correction_verb(fact), []).append(fact.id)
    words = listed(f"{verb} {listed(ids)}" for verb, ids in does.items())
    return f"({words}) " if words else ""


def _addresses(sources: list[Source]) -> Iterator[Text]:
    """The address of each source, which leads there."""
    for source in sources:
        if source.address:
            address = web_address(source.address)
            yield (Run(source.address, "link" if address else "", href=address),)
