"""In words: the answers in which pages differ, and why something on them does."""

from guide.compare.reasons import Cause, Reasons, Together
from guide.english import listed, sentence
from guide.journey.advice import Advice
from guide.model.schema import UNSET, Guide

STILL_OPEN = "still open"
"""An answer that can still be given."""
NO_ANSWER = "no answer"
"""An answer that is not there, and nobody waits for: its question was skipped, or never came."""
EACH_ENOUGH = "each enough alone"
"""Of several reasons: putting one of the answers back would change nothing."""


def cause_words(guide: Guide, cause: Cause) -> str:
    """An answer that differs: ``Opinion: Qualified → Adverse``."""
    facet = guide.facet.get(cause.facet)
    label = facet.label if facet else cause.facet
    here, there = (value_words(guide, cause.facet, value) for value in (cause.here, cause.there))
    return f"{label}: {here} → {there}"


def causes_words(guide: Guide, causes: Together) -> str:
    """Answers that differ, in a row."""
    return listed([cause_words(guide, cause) for cause in causes])


def reasons_words(guide: Guide, reasons: Reasons) -> str:
    """Why two pages differ in something."""
    ways = dict.fromkeys(causes_words(guide, causes) for causes in reasons)
    if len(ways) == 1:
        return next(iter(ways))
    return f"{', or '.join(ways)} ({EACH_ENOUGH})"


def verdict_words(page: Advice) -> str:
    """The verdict's tone as a sentence."""
    return f"Verdict: {sentence(page.tone.label)}" if page.tone else "No verdict yet."


def value_words(guide: Guide, facet_id: str, value_id: str | None) -> str:
    """What a page knows of a facet."""
    if value_id is None:
        return STILL_OPEN
    if value_id == UNSET:
        return NO_ANSWER
    facet = guide.facet.get(facet_id)
    value = facet.value(value_id) if facet else None
    return value.label if value else value_id
