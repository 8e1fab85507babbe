"""The words that every form of a comparison shares."""

from guide.compare.reasons import Cause, Reasons, Together
from guide.compare.view import NAMES, Entry, Part, View
from guide.english import listed, sentence
from guide.journey.advice import Advice
from guide.model.schema import UNSET, Guide

TITLE = "What differs"
STILL_OPEN = "still open"
"""An answer on a page that is not finished."""
NO_ANSWER = "no answer"
"""An answer that is not there on a finished page: its question was skipped, or never came."""
EACH_ENOUGH = "each enough alone"
"""Of several reasons: putting one of the answers back would change nothing."""
NOTHING = "The pages are the same, word for word."
WHO_SAYS = "What each part rests on stands on its page: guide advise CODE."


def cause_words(guide: Guide, cause: Cause) -> str:
    """An answer that differs: ``Opinion: Qualified → Adverse``."""
    facet = guide.facet.get(cause.facet)
    label = facet.label if facet else cause.facet
    return f"{label}: {_value(guide, cause.facet, cause.here)} → " + _value(
        guide, cause.facet, cause.there
    )


def causes_words(guide: Guide, causes: Together) -> str:
    """Answers that differ, in a row."""
    return listed([cause_words(guide, cause) for cause in causes])


def because(shown: View, reasons: Reasons, index: int) -> str:
    """Why something differs between the first page and another, by its place after it."""
    return f"Because {_reasons(shown.guide, reasons, (shown.names[0], shown.names[index + 1]))}"


def missing(guide: Guide, entry: Entry) -> str:
    """Why something stands on the first page and not on others; empty: it does."""
    whose: dict[str, list[str]] = {}
    for name, reasons in entry.missing:
        whose.setdefault(_reasons(guide, reasons, (NAMES[0], name)), []).append(name)
    said = [f"Not on {listed(names)}, because {why}" for why, names in whose.items()]
    return ". ".join(said)


def between_others(shown: View, part: Part) -> list[str]:
    """Where two pages differ from the first: whether, and why, they differ from each other."""
    if part.others is None:
        return []
    second, third = shown.names[1:]
    if not part.others:
        return [f"{second} and {third} are the same here."]
    why = [_reasons(shown.guide, reasons, (second, third)) for reasons in part.others]
    first, *others = dict.fromkeys(why)
    return [
        f"{third} also differs from {second} here, because {first}.",
        *(f"In another passage, because {one}." for one in others),
    ]


def nothing_own(shown: View, part: Part, index: int) -> str:
    """What to say in a column without an entry."""
    if not index:
        return "Nothing that another page lacks."
    first = shown.names[0]
    differs = part.changes[index - 1]
    return f"Nothing beyond what {first} has." if differs else f"The same as {first} here."


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
        labels = [facet.label for facet in shown.guide.facets if facet.id in page.open]
        if labels:
            certain = "only what holds whichever way that turns out"
            lines.append(
                f"{name} is not finished. Still open: {listed(labels)}. Until that is settled, "
                f"{name} shows {certain if page.sections else 'nothing yet'}."
            )
    return lines


def alike_line(part: Part) -> str:
    """How much of a section is the same on all pages; empty: nothing is."""
    count = len(part.alike)
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


def _reasons(guide: Guide, reasons: Reasons, pair: tuple[str, str]) -> str:
    found = dict.fromkeys(_together(guide, one, pair) for one in reasons)
    if len(found) == 1:
        return next(iter(found))
    return f"{', or '.join(found)} ({EACH_ENOUGH})"


def _together(guide: Guide, causes: Together, pair: tuple[str, str]) -> str:
    said = [cause_words(guide, cause) for cause in causes if not cause.unfinished]
    said += [
        f"{pair[0] if cause.here is None else pair[1]} is not finished"
        for cause in causes
        if cause.unfinished
    ]
    return listed([*dict.fromkeys(said)])


def _value(guide: Guide, facet_id: str, value_id: str | None) -> str:
    if value_id is None:
        return STILL_OPEN
    if value_id == UNSET:
        return NO_ANSWER
    facet = guide.facet.get(facet_id)
    value = facet.value(value_id) if facet else None
    return value.label if value else value_id
