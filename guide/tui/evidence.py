"""What a passage rests on, in words: the reader's answers, facts and sources, judgment."""

from collections.abc import Iterator

from guide.document.addresses import web_address
from guide.document.blocks import Block, Entries, Entry, Line, Run, Section, Text
from guide.english import listed, long_date, sentence
from guide.journey.advice import Passage, facts_under
from guide.journey.facts import VERDICTS, correction_verb, short_name
from guide.journey.labels import scenario_pairs
from guide.model.schema import UNSET, Fact, Guide

FOLD = "#fold"
"""Where the line of a check leads: it unfolds all of them, or folds them again."""
FOLDED, UNFOLDED = "▸", "▾"
TO_OTHERS = {"corrects": "Corrects", "refines": "More exact than", "adds to": "Adds to"}
"""What a claim does to others on the page."""


def because_words(guide: Guide, passage: Passage) -> str:
    """Why this reader sees the passage."""
    answers = [f"{facet}: {value}" for facet, value in scenario_pairs(guide, passage.because)]
    open_ = [
        facet.label
        for facet_id, value_id in passage.because.items()
        if value_id == UNSET and (facet := guide.facet.get(facet_id)) and facet.kind != "finding"
    ]
    words = f"Your answers: {'; '.join(answers)}." if answers else ""
    if open_:
        words = f"{words} Left open: {'; '.join(open_)}.".strip()
    return words or "Shown whatever the answers are."


def ground_blocks(guide: Guide, passage: Passage, *, unfolded: bool) -> Iterator[Block]:
    """Everything that the passage rests on: the claims, and behind each our check of it."""
    facts = facts_under(guide, passage.block)
    if facts:
        entries = tuple(_claim(guide, fact, facts, unfolded=unfolded) for fact in facts)
        yield Section("It rests on", (Entries(entries, "numbers"),))
    if passage.block.judgement:
        title = "And on the editors' judgment" if facts else "The editors' judgment"
        yield Section(title, (Line(passage.block.judgement),))
    yield Section("Why you see this", (Line(because_words(guide, passage), "quiet"),))


def _claim(guide: Guide, fact: Fact, facts: list[Fact], *, unfolded: bool) -> Entry:
    """What is claimed, who says so, how sure it is, and where it can be read."""
    names, addresses = _sources(guide, fact.source)
    on = f", {long_date(fact.verified)}" if fact.verified else ""
    details: list[Text] = [f"Source: {names or 'not named'}{on} ({fact.id})"]
    does: dict[str, list[str]] = {}
    for number, other in enumerate(facts, 1):
        if fact.id in other.corrected_by:
            does.setdefault(TO_OTHERS[correction_verb(other)], []).append(str(number))
    details += [f"{verb} {listed(numbers)}." for verb, numbers in does.items()]
    sure = f"{UNFOLDED if unfolded else FOLDED} How sure: {VERDICTS[fact.verdict]}."
    check = f" {sentence(fact.check)}" if unfolded and fact.check else ""
    details.append((Run(f"{sure}{check}", href=FOLD),) if fact.check else sure[2:])
    details += addresses
    if unfolded and fact.checked_against:
        names, addresses = _sources(guide, fact.checked_against)
        details += [f"Checked against: {names}.", *addresses]
    return Entry(fact.says, details=tuple(details))


def _sources(guide: Guide, ids: tuple[str, ...]) -> tuple[str, list[Text]]:
    """The names of sources, and their addresses, which lead there."""
    sources = [guide.source[source] for source in ids if source in guide.source]
    addresses = [
        (Run(s.address, "link" if web_address(s.address) else "", href=web_address(s.address)),)
        for s in sources
        if s.address
    ]
    return listed(map(short_name, sources)), [*addresses]
