"""The page that says what each other answer would change, and which helps or hurts most."""

from collections.abc import Iterable, Iterator
from datetime import date

from guide.compare.neighbors import Neighbour
from guide.compare.whatif import AnsweredQuestion, Effect, OtherAnswers
from guide.document.blocks import Block, Document, Entries, Entry, Line, Pairs, Run, Section
from guide.document.formats import Page
from guide.english import sentence
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.model.schema import Guide

TITLE = "What would change this?"
ALL_MATTER = "Every question matters here: at least one other answer changes the page, or leads on."
SOME_IDLE = (
    "Every question matters here, but not every answer: those that give the same page are named "
    "below their question."
)
KEEPS_VERDICT = " An answer there that leads on may change parts of the page, not the verdict."
ABOUT = (
    "This says what the page would be with another answer. It does not mean that you can still "
    "change it. Optional questions that another answer brings up count as skipped."
)
_FEW = 3
"""Sections that are named even if they are all there are."""
MOST_NAMED = 2
"""Later answers that are named; of more it says how many."""


def whatif_page(answers: OtherAnswers, today: date) -> Page:
    """The page of a scenario's neighbors, in every format."""
    return Page(lambda: document(answers, today), lambda: data(answers))


def document(answers: OtherAnswers, today: date) -> Document:
    """The page for people."""
    guide, scenario = answers.guide, answers.page.scenario
    pairs = tuple(scenario_pairs(guide, scenario))
    return Document(
        TITLE,
        (
            Line(guide.title),
            *[Pairs(pairs)] * bool(pairs),
            Entries(tuple(Entry(line) for line in summary(answers))),
            Line(f"{ABOUT} {verified_line(guide, today)}", "quiet"),
        ),
        tuple(_section(question) for question in answers.questions),
        code=write_code(guide, scenario),
        window=f"{TITLE} {guide.title}",
    )


def _section(question: AnsweredQuestion) -> Section:
    blocks: list[Block] = []
    if question.telling:
        blocks.append(Entries(tuple(map(_entry, question.telling))))
    if question.idle:
        labels = "; ".join(neighbor.option.label for neighbor in question.idle)
        blocks.append(Line(f"The same page: {sentence(labels)}", "quiet"))
    return Section(question.title, tuple(blocks), f"question-{question.step.question.id}")


def _entry(effect: Effect) -> Entry:
    lines = [(Run(f"{label}: {text}"),) for label, text in details(effect)]
    code = [(Run("Code: "), Run(effect.code, "code"))] * bool(effect.code)
    return Entry((Run(effect.heading, "strong"),), details=(*lines, *code))


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


def summary(answers: OtherAnswers) -> list[str]:
    """What helps most, what hurts most, and what makes no difference."""
    tone = answers.page.tone
    lines = [f"The verdict now: {sentence(tone.label)}"] if tone else []
    lines += _best("help", "better", answers.helps, answers.could_help)
    lines += _best("hurt", "worse", answers.hurts, answers.could_hurt)
    return [*lines, _idle(answers)]


def _best(
    verb: str, way: str, sure: tuple[Effect, ...], could: tuple[Effect, ...]
) -> Iterator[str]:
    if sure:
        verdicts = dict.fromkeys(effect.verdict for effect in sure)
        effects = {verdict: [e for e in sure if e.verdict == verdict] for verdict in verdicts}
        words = " ".join(
            f"{sentence(_answers(some))} Verdict: {sentence(verdict)}"
            for verdict, some in effects.items()
        )
        yield f"It would {verb} most to have answered {words}"
    else:
        certain = "is sure to" if could else "would"
        yield f"No single answer {certain} make the verdict {way}."
    if could:
        more = " more" if sure else ""
        yield f"It could {verb}{more}, by what you answer next: {sentence(_answers(could))}"


def _answers(effects: Iterable[Effect]) -> str:
    """Answers, each question named once: ``Opinion: Adverse or Disclaimer``."""
    lines: dict[str, str] = {}
    for effect in effects:
        question = effect.neighbour.step.question.id
        before = lines.get(question)
        lines[question] = f"{before} or {effect.label}" if before else effect.line
    return "; or ".join(lines.values())


def _idle(answers: OtherAnswers) -> str:
    """The answers that make no difference."""
    if answers.without_effect:
        titles = answers.without_effect
        on = any(question.further for question in answers.questions if question.title in titles)
        words = sentence("; ".join(titles))
        return f"Makes no difference here: {words}{KEEPS_VERDICT if on else ''}"
    return SOME_IDLE if any(question.idle for question in answers.questions) else ALL_MATTER


def data(answers: OtherAnswers) -> dict[str, object]:
    """The page for programs: a contract. Keys and their order do not change."""
    guide, page, neighbors = answers.guide, answers.page, answers.what_if
    return {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
        "code": write_code(guide, page.scenario),
        "verdict": page.tone.id if page.tone else None,
        "helps_most": _named(neighbors.helps_most),
        "hurts_most": _named(neighbors.hurts_most),
        "could_help": _named(neighbors.could_help),
        "could_hurt": _named(neighbors.could_hurt),
        "no_difference": [step.question.id for step in neighbors.without_effect],
        "questions": [_question_data(guide, question) for question in answers.questions],
    }


def _named(neighbors: tuple[Neighbour, ...]) -> list[dict[str, str]]:
    return [{"question": n.step.question.id, "option": n.option.id} for n in neighbors]


def _question_data(guide: Guide, question: AnsweredQuestion) -> dict[str, object]:
    return {
        "id": question.step.question.id,
        "text": question.step.question.text,
        "answer": question.step.option.id,
        "changes": [_effect_data(effect) for effect in question.effects],
        "same_page": [neighbor.option.id for neighbor in question.idle],
        "leads_on": [_leading_on(guide, effect.neighbour) for effect in question.further],
    }


def _leading_on(guide: Guide, neighbor: Neighbour) -> dict[str, object]:
    return {
        "option": neighbor.option.id,
        "question": neighbor.walked.next.id if neighbor.walked.next else None,
        "verdicts": [guide.head.tones[rank].id for rank in sorted(neighbor.ranks)],
    }


def _effect_data(effect: Effect) -> dict[str, object]:
    neighbor = effect.neighbour
    return {
        "option": neighbor.option.id,
        "code": effect.code,
        "verdict": neighbor.page.tone.id if neighbor.page and neighbor.page.tone else None,
        "sections": {
            section.id: {
                "gained": [only.block.id for only in difference.only if not only.on_first],
                "lost": [only.block.id for only in difference.only if only.on_first],
            }
            for section, difference in neighbor.changes
        },
        "no_longer_applies": [step.question.id for step in neighbor.dropped],
    }
