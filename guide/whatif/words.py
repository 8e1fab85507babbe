"""The words that every form of a what-if shares."""

from collections.abc import Iterator

from guide.compare.neighbours import Neighbour
from guide.naming import step_line
from guide.output.words import listed, sentence
from guide.whatif.view import Asked, Effect, View

TITLE = "What would change this?"
ALL_MATTER = "Every question matters here: at least one other answer changes the page, or leads on."
_FEW = 3
"""Sections that are named even if they are all there are."""
SKIPPED = "Optional questions that another answer brings up count as skipped."


def summary(shown: View) -> list[str]:
    """What helps most, what hurts most, and what makes no difference."""
    tone = shown.page.tone
    lines = [f"The verdict now: {sentence(tone.label)}"] if tone else []
    lines.append(
        f"Helps most: {single(shown, shown.helps)}"
        if shown.helps
        else "No single answer would make the verdict better."
    )
    lines.append(
        f"Hurts most: {single(shown, shown.hurts)}"
        if shown.hurts
        else "No single answer would make it worse."
    )
    idle = "; ".join(shown.without_effect)
    lines.append(f"Makes no difference here: {sentence(idle)}" if idle else ALL_MATTER)
    return lines


def single(shown: View, effect: Effect) -> str:
    """One change in words: ``Opinion: Adverse. Verdict: Grave instead of Guarded, worse``."""
    line = step_line(shown.guide, shown.asked_of(effect).step.question, effect.neighbour.option)
    return f"{sentence(line)} Verdict: {sentence(effect.verdict)}"


def heading(effect: Effect) -> str:
    """The other answer, and whether it is the best or the worst of all."""
    return f"{effect.label} ({effect.note})" if effect.note else effect.label


def details(effect: Effect) -> Iterator[tuple[str, str]]:
    """What an answer changes: a label and the words for it."""
    yield "Verdict", sentence(effect.verdict)
    every = effect.every and len(effect.sections) > _FEW
    titles = f"all {len(effect.sections)} sections" if every else ", ".join(effect.sections)
    yield "Changes", sentence(titles)
    yield from (("New notice", text) for text in effect.gained)
    yield from (("Notice gone", text) for text in effect.lost)
    if effect.dropped:
        yield "No longer applies", sentence("; ".join(effect.dropped))


def rest(asked: Asked) -> Iterator[str]:
    """The answers that change nothing, and those that lead on, as sentences."""
    if asked.idle:
        yield f"The same page: {sentence('; '.join(_labels(asked.idle)))}"
    if asked.further:
        leads = listed([f"{one.option.label} ({_next(one)})" for one in asked.further])
        yield f"Leads on to further questions: {sentence(leads)}"


def _labels(neighbours: tuple[Neighbour, ...]) -> list[str]:
    return [one.option.label for one in neighbours]


def _next(neighbour: Neighbour) -> str:
    question = neighbour.walked.next
    return question.text if question else ""
