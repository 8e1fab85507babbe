"""The words that every form of a comparison shares."""

from guide.advice import Advice
from guide.compare.difference import Cause
from guide.compare.view import View
from guide.model.schema import UNSET, Guide
from guide.output.words import listed, open_line, sentence
from guide.wording import NOT_SETTLED

TITLE = "What differs"
UNFINISHED = "one of the pages is not finished"
NOTHING = "The pages are the same, word for word."
WHO_SAYS = "What each part rests on stands on its page: guide advise CODE."


def cause_words(guide: Guide, cause: Cause) -> str:
    """An answer that differs: ``Opinion: Qualified → Adverse``."""
    facet = guide.facet.get(cause.facet)
    label = facet.label if facet else cause.facet
    return f"{label}: {_value(guide, cause.facet, cause.here)} → " + _value(
        guide, cause.facet, cause.there
    )


def causes_words(guide: Guide, causes: tuple[Cause, ...]) -> str:
    """Answers that differ, in a row."""
    return listed([cause_words(guide, cause) for cause in causes])


def because(guide: Guide, causes: tuple[Cause, ...]) -> str:
    """Why something differs."""
    return f"Because {causes_words(guide, causes) or UNFINISHED}"


def missing(guide: Guide, other: str, causes: tuple[Cause, ...]) -> str:
    """Why something stands here and not on another page."""
    return f"Not on {other}, because {causes_words(guide, causes) or UNFINISHED}"


def verdict_words(page: Advice) -> str:
    """The verdict's tone as a sentence."""
    return f"Verdict: {sentence(page.tone.label)}" if page.tone else "No verdict yet."


def changed_lines(shown: View) -> list[str]:
    """For each other page, the answers in which it is not the first."""
    return [
        f"{name} differs from {shown.names[0]} in {causes_words(shown.guide, causes)}."
        for name, causes in zip(shown.names[1:], shown.changed, strict=True)
    ]


def signs_line(shown: View) -> str:
    """What the signs mean."""
    first, *others = shown.names
    if len(others) == 1:
        return f"[-Words-] stand only on {first}, {{+words+}} only on {others[0]}."
    return f"[-Words-] stand on {first} and not on the other; {{+words+}} only on the other."


def open_lines(shown: View) -> list[str]:
    """For each page that is not finished, what is open."""
    lines = []
    for name, page in zip(shown.names, shown.pages, strict=True):
        if line := open_line(page):
            lines.append(f"{name} is not finished. {line}")
    return lines


def alike_line(count: int) -> str:
    """How much of a section is the same on all pages; empty: nothing is."""
    if not count:
        return ""
    return f"{count} other passage{' is' if count == 1 else 's are'} the same."


def same_line(shown: View) -> str:
    """The sections that are equal, on one line; empty if there are none."""
    titles = [row.section.title for row in shown.same]
    pages = "both pages" if len(shown.pages) == 2 else f"all {len(shown.pages)} pages"
    return f"The same on {pages}: {', '.join(titles)}." if titles else ""


def beside(shown: View, index: int) -> str:
    """The heading of one comparison where there are several: ``B beside A``."""
    return f"{shown.names[index + 1]} beside {shown.names[0]}"


def _value(guide: Guide, facet_id: str, value_id: str) -> str:
    if value_id == UNSET:
        return NOT_SETTLED
    facet = guide.facet.get(facet_id)
    value = facet.value(value_id) if facet else None
    return value.label if value else value_id
