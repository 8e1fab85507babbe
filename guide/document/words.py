"""The words that every format and every screen shares: dates, ages, scenario, sources."""

import re
from collections.abc import Mapping
from datetime import date

from guide.journey.advice import Advice
from guide.journey.code import write_code
from guide.model.schema import Fact, Guide, Scenario, Source

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_EXPLAINED = re.compile(r" \(|, |; |: ")

MARKS_HINT = "Marks such as [{mark}] name what a part rests on; they are explained at the end."
CLAIMS_TITLE = "Where this comes from"
CLAIMS_INTRO = (
    "A mark in square brackets in the text above names what that part rests on: "
    "a statement listed here, or the editors' judgement."
)
SOURCES_TITLE = "Sources"
JUDGEMENTS_TITLE = "The editors' judgement"
TRAIL_TITLE = "Your answers"

VERDICTS = {
    "supported": "holds up",
    "refined": "right, but imprecise",
    "differs": "practice differs",
    "publisher": "not confirmed elsewhere",
    "judgement": "a judgement",
}
"""A fact's verdict in plain words."""


def long_date(day: date) -> str:
    """A day in words, the same in every locale: 13 May 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def age(day: date, today: date) -> str:
    """How long ago a day was, in plain words: 6 months ago."""
    days = (today - day).days
    if days < 0:
        return "in the future"
    if days < 2:
        return ("today", "yesterday")[days]
    for length, unit in ((365.25, "year"), (30.44, "month"), (7, "week"), (1, "day")):
        count = int(days / length)
        if count >= (2 if unit == "week" else 1):
            return f"{count} {unit}{'s' * (count > 1)} ago"
    raise AssertionError


def verified_line(guide: Guide, today: date) -> str:
    """When the guide was last verified, whose date that is, and whether it is due for review."""
    head = guide.head
    by = f" by {head.verified_by}" if head.verified_by else ""
    line = f"Last verified{by} on {long_date(head.verified)}, {age(head.verified, today)}."
    if due_for_review(guide, today):
        line += f" Due for review: the date is more than {head.review_after_days} days old."
    return line


def due_for_review(guide: Guide, today: date) -> bool:
    """Whether the guide's date is older than its authors want it to get."""
    return guide.head.is_due(guide.head.verified, today)


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", '."', '?"', ".)")) else f"{text}."


def scenario_pairs(guide: Guide, scenario: Scenario) -> list[tuple[str, str]]:
    """The labels of the facets that are settled and of their values, in the guide's order."""
    pairs = []
    for facet in guide.facets:
        value = facet.value(scenario.get(facet.id, ""))
        if value is not None:
            pairs.append((facet.label, value.label))
    return pairs


def scenario_words(guide: Guide, scenario: Scenario) -> str:
    """The scenario by its labels: ``Opinion: Qualified · Exceptions: None``."""
    pairs = scenario_pairs(guide, scenario)
    return " · ".join(f"{facet}: {value}" for facet, value in pairs) or "Nothing settled yet"


def marks_line(marks: Mapping[str, tuple[str, ...]]) -> str:
    """What the marks in the text are, by the example of the first; empty if there is none."""
    first = next((mark for block in marks.values() for mark in block), "")
    return MARKS_HINT.format(mark=first) if first else ""


def open_line(advice: Advice) -> str:
    """What is still to be settled, as a sentence; empty if the page is complete."""
    labels = [facet.label for facet in advice.guide.facets if facet.id in advice.open]
    if not labels:
        return ""
    known = "only what holds whichever way that turns out" if advice.sections else "nothing yet"
    return f"Still open: {listed(labels)}. Until that is settled, this page shows {known}."


def go_on_line(advice: Advice) -> str:
    """The open questions, and the commands that ask them; empty if the page is complete."""
    if not advice.open:
        return ""
    guide = advice.guide
    asked = (_asked(guide, facet.id) for facet in guide.facets if facet.id in advice.open)
    code = write_code(guide, advice.scenario)
    questions = " ".join(filter(None, asked))
    still = f"Still to answer: {questions} " if questions else ""
    return f"{still}To go on: guide ask {code} (or guide open, with the same code)."


def _asked(guide: Guide, facet: str) -> str:
    """The question that asks for a facet most directly: most of its answers settle it."""
    counts = {q.text: sum(facet in o.settles for o in q.options) for q in guide.questions}
    best = max(counts, key=lambda text: counts[text], default="")
    return best if counts.get(best) else ""


def listed(words: list[str]) -> str:
    """Words in a row: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def fact_date(fact: Fact) -> str:
    """When a fact was verified, or that nobody recorded it."""
    if fact.verified is None:
        return "date of check not recorded"
    return f"verified {long_date(fact.verified)}"


def source_names(guide: Guide, ids: tuple[str, ...]) -> list[str]:
    """The name and address of each source: ``The lantern keeper (example.invalid/keeper)``."""
    found = [guide.source[source] for source in ids if source in guide.source]
    return [f"{s.name} ({s.address})" if s.address else s.name for s in found]


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
    does = {"differs": "corrects", "refined": "refines"}.get(fact.verdict, "adds to")
    return f"{does} {fact.id}:"


def short_name(source: Source) -> str:
    """A source's name without what explains it: ``McKonly & Asbury LLP``."""
    return _EXPLAINED.split(source.name, maxsplit=1)[0]


def fact_lines(guide: Guide, fact: Fact) -> list[str]:
    """What stands below a claim that is shown alone: who, when, what our check found."""
    lines = [f"Source: {source_words(guide, fact) or 'not named'}; {fact_date(fact)}."]
    if found := check_words(fact):
        lines.append(found)
    if checked := source_names(guide, fact.checked_against):
        lines.append(f"Checked against: {'; '.join(checked)}.")
    return lines
