"""The words that every form of a what-if shares."""

from collections.abc import Iterable, Iterator

from guide.compare.whatif import Asked, Effect, View
from guide.english import sentence

TITLE = "What would change this?"
ALL_MATTER = "Every question matters here: at least one other answer changes the page, or leads on."
_FEW = 3
"""Sections that are named even if they are all there are."""
SOME_IDLE = (
    "Every question matters here, but not every answer: those that give the same page are named "
    "below their question."
)
KEEPS_VERDICT = " An answer there that leads on may change parts of the page, not the verdict."
MOST_NAMED = 2
"""Later answers that are named; of more it says how many."""
ABOUT = (
    "This says what the page would be with another answer. It does not mean that you can still "
    "change it. Optional questions that another answer brings up count as skipped."
)


def summary(shown: View) -> list[str]:
    """What helps most, what hurts most, and what makes no difference."""
    tone = shown.page.tone
    lines = [f"The verdict now: {sentence(tone.label)}"] if tone else []
    lines += _best("help", "better", shown.helps, shown.could_help)
    lines += _best("hurt", "worse", shown.hurts, shown.could_hurt)
    return [*lines, _idle(shown)]


def _idle(shown: View) -> str:
    """The answers that make no difference."""
    if shown.without_effect:
        on = any(asked.further for asked in shown.asked if asked.title in shown.without_effect)
        said = sentence("; ".join(shown.without_effect))
        return f"Makes no difference here: {said}{KEEPS_VERDICT if on else ''}"
    return SOME_IDLE if any(asked.idle for asked in shown.asked) else ALL_MATTER


def _best(
    verb: str, way: str, sure: tuple[Effect, ...], could: tuple[Effect, ...]
) -> Iterator[str]:
    if sure:
        verdicts = dict.fromkeys(effect.verdict for effect in sure)
        said = (
            f"{sentence(_answers(e for e in sure if e.verdict == one))} Verdict: {sentence(one)}"
            for one in verdicts
        )
        yield f"It would {verb} most to have answered {' '.join(said)}"
    else:
        certain = "is sure to" if could else "would"
        yield f"No single answer {certain} make the verdict {way}."
    if could:
        more = " more" if sure else ""
        yield f"It could {verb}{more}, by what you answer next: {sentence(_answers(could))}"


def _answers(effects: Iterable[Effect]) -> str:
    """Answers, each question named once: ``Opinion: Adverse or Disclaimer``."""
    found: dict[str, str] = {}
    for effect in effects:
        question = effect.neighbour.step.question.id
        found[question] = (
            f"{found[question]} or {effect.label}" if question in found else effect.line
        )
    return "; or ".join(found.values())


def heading(effect: Effect) -> str:
    """The other answer, and whether it is the best or the worst of all."""
    return f"{effect.label} ({effect.note})" if effect.note else effect.label


def details(effect: Effect) -> Iterator[tuple[str, str]]:
    """What an answer changes: a label and the words for it."""
    if effect.next:
        yield "Leads on", effect.next
    yield "Verdict", sentence(effect.verdict)
    if effect.sections:
        every = effect.every and len(effect.sections) > _FEW
        yield "Changes", sentence("every section" if every else ", ".join(effect.sections))
    yield from (("New notice", text) for text in effect.gained)
    yield from (("Notice gone", text) for text in effect.lost)
    if effect.dropped:
        many = len(effect.dropped) > MOST_NAMED
        named = f"{len(effect.dropped)} later answers" if many else "; ".join(effect.dropped)
        yield "No longer applies" if not many else "No longer apply", sentence(named)


def rest(asked: Asked) -> Iterator[str]:
    """The answers that change nothing, as a sentence."""
    if asked.idle:
        labels = [one.option.label for one in asked.idle]
        yield f"The same page: {sentence('; '.join(labels))}"
