"""What is said of a fact: who claims it, when it was checked, what our check came to."""

import re

from guide.english import long_date, sentence
from guide.model.schema import Fact, Guide, Source

_EXPLAINED = re.compile(r" \(|, |; |: ")

VERDICTS = {
    "supported": "holds up",
    "refined": "right, but imprecise",
    "differs": "practice differs",
    "publisher": "not confirmed elsewhere",
    "judgement": "a judgement",
}
"""A fact's verdict in plain words."""


def fact_date(fact: Fact) -> str:
    """When a fact was verified, or that nobody recorded it."""
    if fact.verified is None:
        return "date of check not recorded"
    return f"verified {long_date(fact.verified)}"


def source_names(guide: Guide, ids: tuple[str, ...]) -> list[str]:
    """The name and address of each source: ``The lantern keeper (example.invalid/keeper)``."""
    sources = [guide.source[source] for source in ids if source in guide.source]
    return [f"{s.name} ({s.address})" if s.address else s.name for s in sources]


def source_words(guide: Guide, fact: Fact) -> str:
    """Who makes a claim: the names and addresses of its sources in one line."""
    return "; ".join(source_names(guide, fact.source))


def check_words(fact: Fact) -> str:
    """What our check found, with the verdict in plain words; empty where there is nothing."""
    verdict = VERDICTS[fact.verdict]
    if fact.check:
        return f"Our check ({verdict}): {sentence(fact.check)}"
    return "" if fact.verdict == "supported" else f"Our check: {verdict}."


def correction_words(fact: Fact) -> str:
    """What the facts that stand below this one do to it."""
    return f"{correction_verb(fact)} {fact.id}:"


def correction_verb(fact: Fact) -> str:
    """The verb of that."""
    return {"differs": "corrects", "refined": "refines"}.get(fact.verdict, "adds to")


def short_name(source: Source) -> str:
    """A source's name without what explains it: ``McKonly & Asbury LLP``."""
    return _EXPLAINED.split(source.name, maxsplit=1)[0]


def fact_lines(guide: Guide, fact: Fact) -> list[str]:
    """What stands below a claim that is shown alone: who, when, what our check found."""
    lines = [f"Source: {source_words(guide, fact) or 'not named'}; {fact_date(fact)}."]
    if check := check_words(fact):
        lines.append(check)
    if checked := source_names(guide, fact.checked_against):
        lines.append(f"Checked against: {'; '.join(checked)}.")
    return lines
