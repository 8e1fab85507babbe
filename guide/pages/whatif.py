"""The page that says what each other answer would change, and which helps or hurts most."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from guide.compare.neighbors import AnsweredQuestion, Neighbor, WhatIf, what_if
from guide.document.blocks import Block, Document, Entries, Entry, Line, Pairs, Run, Section, Text
from guide.document.body import plain
from guide.document.formats import Page
from guide.english import listed, plural, sentence
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs, step_line
from guide.journey.verified import verified_line
from guide.model.schema import Guide
from guide.pages.advice_data import guide_data

TITLE = "What would change this?"
ALL_MATTER = "No answer; each of the others changes the page, or leads on to more questions."
SOME_IDLE = "No whole question. Answers that give the same page are named below theirs."
KEEPS_VERDICT = " One that leads on may change parts of it, not the verdict."
ABOUT = (
    "This says what the page would be with another answer. It does not mean that you can still "
    "change it. Optional questions that another answer brings up count as skipped."
)
_FEW = 3
"""Sections that are named even if they are all there are."""
_SENTENCE = re.compile(r"(?<=[.?!])\s")
MOST_NAMED = 2
"""Later answers that are named; of more it says how many."""


def whatif_page(answers: WhatIf, today: date) -> Page:
    """The page of a scenario's neighbors, in every format."""
    return Page(lambda: document(answers, today), lambda: data(answers))


def document(answers: WhatIf, today: date) -> Document:
    """The page for people."""
    guide, scenario = answers.guide, answers.page.scenario
    pairs = tuple(scenario_pairs(guide, scenario))
    return Document(
        TITLE,
        (
            Line(guide.title),
            *[Pairs(pairs)] * bool(pairs),
            Entries(tuple(_line(*row) for row in summary(answers, rated(answers)))),
            Line(f"{ABOUT} {verified_line(guide, today)}", "quiet"),
        ),
        tuple(_section(answers, question) for question in answers.questions),
        code=write_code(guide, scenario),
        window=f"{TITLE} {guide.title}",
    )


def _line(label: str, words: str) -> Entry:
    return Entry((Run(f"{label}: ", "strong"), Run(words)))


def _section(answers: WhatIf, question: AnsweredQuestion) -> Section:
    blocks: list[Block] = []
    if entries := tuple(_entry(answers, n) for n in (*question.effects, *question.further)):
        blocks.append(Entries(entries))
    if question.idle:
        labels = "; ".join(neighbor.option.label for neighbor in question.idle)
        blocks.append(Line(f"The same page: {sentence(labels)}", "quiet"))
    title = step_line(answers.guide, *question.step)
    return Section(title, tuple(blocks), f"question-{question.step.question.id}")


def _entry(answers: WhatIf, neighbor: Neighbor) -> Entry:
    lines: list[Text] = [f"{label}: {text}" for label, text in details(answers, neighbor)]
    if code := _code(neighbor):
        lines.append((Run("Code: "), Run(code, "code")))
    return Entry((Run(heading(answers, neighbor), "strong"),), details=tuple(lines))


def _code(neighbor: Neighbor) -> str:
    """The code of the page with this answer; empty where it leads on."""
    page = neighbor.page
    return write_code(page.guide, page.scenario) if page else ""


def heading(answers: WhatIf, neighbor: Neighbor) -> str:
    """The other answer, and whether it is the best or the worst of all."""
    label = neighbor.option.label
    if neighbor in answers.hurts_most:
        return f"{label} (hurts most)"
    return f"{label} (helps most)" if neighbor in answers.helps_most else label


def details(answers: WhatIf, neighbor: Neighbor) -> Iterator[tuple[str, str]]:
    """What an answer changes: a label and the words for it."""
    if neighbor.walked.next:
        yield "Leads on", neighbor.walked.next.text
    yield "Verdict", sentence(verdict(answers, neighbor))
    if neighbor.changes:
        pages = [page for page in (answers.page, neighbor.page) if page]
        every = {part.section.id for page in pages for part in page.sections}
        all_of_them = len(neighbor.changes) == len(every) > _FEW
        titles = ", ".join(section.title for section, _ in neighbor.changes)
        yield "Changes", sentence("every section" if all_of_them else titles)
    notices = [n for section, only in neighbor.changes if section.holds_notices for n in only]
    for notice in sorted(notices, key=lambda notice: notice.on_first):
        label = "Notice gone" if notice.on_first else "New notice"
        yield label, _SENTENCE.split(plain(notice.block.body), maxsplit=1)[0]
    dropped = [step for step in neighbor.dropped if not step.option.skip]
    if len(dropped) > MOST_NAMED:
        yield "No longer apply", f"{len(dropped)} later answers."
    elif dropped:
        named = "; ".join(step_line(answers.guide, *step) for step in dropped)
        yield "No longer applies", sentence(named)


def verdict(answers: WhatIf, neighbor: Neighbor, *, way: bool = True) -> str:
    """What becomes of the verdict; with the way, whether that is better or worse."""
    if not neighbor.ranks:
        return "No verdict"
    now, tones = answers.rank, answers.guide.head.tones
    first, *others = sorted(neighbor.ranks)
    if others:
        between = "or" if len(others) == 1 else "to"
        words = f"{tones[first].label} {between} {_small(tones[others[-1]].label)}"
        return f"{words}, depending on what you answer next"
    words = tones[first].label
    if now is not None and first == now:
        words = words if words.startswith("Still ") else f"Still {_small(words)}"
    elif now is not None:
        words += f" instead of {_small(tones[now].label)}"
        if way and "neutral" not in (tones[first].colour, tones[now].colour):
            words += f", {'better' if first < now else 'worse'}"
    return words if neighbor.page else f"{words}, whatever you answer next"


class Card(NamedTuple):
    """One thing that matters most, in a sentence that a person would say."""

    title: str
    words: str
    color: Literal["success", "error", "neutral"]


class Rated(NamedTuple):
    """What another answer would change, counted from where there is a verdict to compare with."""

    answers: WhatIf
    lead: str = ""
    """From which answer, where it is not the reader's."""


def rated(answers: WhatIf) -> Rated:
    """Where it is too early for a verdict: counted from the first other answer that has one."""
    if _early(answers):
        for neighbor in answers.neighbors:
            if neighbor.page and not _early(ahead := what_if(answers.guide, neighbor.answers)):
                bad = _small(ahead.page.tone.label) if ahead.page.tone else ""
                return Rated(ahead, f'With "{neighbor.option.label}" it would be {bad}. ')
    return Rated(answers)


def _early(answers: WhatIf) -> bool:
    tone = answers.page.tone
    return tone is None or tone.colour == "neutral"


def cards(answers: WhatIf, counted: Rated | None = None) -> tuple[Card, Card, Card]:
    """What helps most, what hurts most, and what changes nothing."""
    page, lead = counted or Rated(answers)
    helps, hurts = _most(page, page.helps_most, "better"), _most(page, page.hurts_most, "worse")
    return (
        Card("Helps most", f"{lead}{helps}", "success"),
        Card("Hurts most", hurts, "error"),
        Card("Changes nothing", _idle(answers), "neutral"),
    )


def _most(answers: WhatIf, neighbors: tuple[Neighbor, ...], way: str) -> str:
    tone = answers.page.tone
    if tone is None or _early(answers):
        return f"It is too early to say: no other answer makes the verdict {way} yet."
    if not neighbors:
        return f"No other answer you could have given makes it {way} than {_small(tone.label)}."
    first = neighbors[0]
    same = [n for n in neighbors if n.step.question is first.step.question]
    labels = " or ".join(f'"{neighbor.option.label}"' for neighbor in same)
    others = len(neighbors) - len(same)
    also = f" {plural(others, 'other answer')} would do the same." if others else ""
    words = _small(verdict(answers, first, way=False))
    return f'Had you answered {labels} to "{first.step.question.text}", it would be {words}.{also}'


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"


def summary(answers: WhatIf, counted: Rated | None = None) -> Iterator[tuple[str, str]]:
    """The cards, and below them what may come of answers that lead on: a label and words."""
    if tone := answers.page.tone:
        yield "The verdict now", sentence(tone.label)
    for card in cards(answers, counted):
        yield card.title, card.words
    for way, could in (("help", answers.could_help), ("hurt", answers.could_hurt)):
        if could:
            words = sentence(_answers(answers.guide, could))
            yield f"Could {way}, by what you answer next", words


def _answers(guide: Guide, neighbors: Iterable[Neighbor]) -> str:
    """Answers, each question named once: ``Opinion: Adverse or Disclaimer``."""
    lines: dict[str, str] = {}
    for neighbor in neighbors:
        question = neighbor.step.question
        line = step_line(guide, question, neighbor.option)
        before = lines.get(question.id)
        lines[question.id] = f"{before} or {neighbor.option.label}" if before else line
    return "; or ".join(lines.values())


def _idle(answers: WhatIf) -> str:
    """The answers that make no difference."""
    if questions := answers.without_effect:
        texts = listed(f'"{question.step.question.text}"' for question in questions)
        on = any(question.further for question in questions)
        return f"Whatever you answer to {texts}, the page stays the same.{KEEPS_VERDICT * on}"
    return SOME_IDLE if any(question.idle for question in answers.questions) else ALL_MATTER


def data(answers: WhatIf) -> dict[str, object]:
    """The page for programs: a contract. Keys and their order do not change."""
    page = answers.page
    return {
        **guide_data(page.guide),
        "code": write_code(page.guide, page.scenario),
        "verdict": page.tone.id if page.tone else None,
        "helps_most": _named(answers.helps_most),
        "hurts_most": _named(answers.hurts_most),
        "could_help": _named(answers.could_help),
        "could_hurt": _named(answers.could_hurt),
        "no_difference": [question.step.question.id for question in answers.without_effect],
        "questions": [_question_data(page.guide, question) for question in answers.questions],
    }


def _named(neighbors: tuple[Neighbor, ...]) -> list[dict[str, str]]:
    return [{"question": n.step.question.id, "option": n.option.id} for n in neighbors]


def _question_data(guide: Guide, question: AnsweredQuestion) -> dict[str, object]:
    return {
        "id": question.step.question.id,
        "text": question.step.question.text,
        "answer": question.step.option.id,
        "changes": [_effect_data(neighbor) for neighbor in question.effects],
        "same_page": [neighbor.option.id for neighbor in question.idle],
        "leads_on": [
            {
                "option": neighbor.option.id,
                "question": neighbor.walked.next.id if neighbor.walked.next else None,
                "verdicts": [guide.head.tones[rank].id for rank in sorted(neighbor.ranks)],
            }
            for neighbor in question.further
        ],
    }


def _effect_data(neighbor: Neighbor) -> dict[str, object]:
    return {
        "option": neighbor.option.id,
        "code": _code(neighbor),
        "verdict": neighbor.page.tone.id if neighbor.page and neighbor.page.tone else None,
        "sections": {
            section.id: {
                "gained": [passage.block.id for passage in only if not passage.on_first],
                "lost": [passage.block.id for passage in only if passage.on_first],
            }
            for section, only in neighbor.changes
        },
        "no_longer_applies": [step.question.id for step in neighbor.dropped],
    }
