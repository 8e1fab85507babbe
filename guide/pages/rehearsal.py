"""A rehearsal on paper: its questions, the model answers, and what a good answer does."""

from collections.abc import Iterator
from datetime import date

from guide.document.blocks import Block, Document, Entries, Entry, Line, Pairs, Run, Section
from guide.document.formats import Page
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import checked_line
from guide.model.schema import Guide, Scenario
from guide.pages.advice_data import guide_data
from guide.pages.replies import never_entry, reply_data, spoken
from guide.sales.rehearsal import Asked, Rehearsal

TITLE = "Rehearsal"
HOW = "Cover the answer, say yours aloud, then compare. Tick what you did."
POINTS = "A good answer does this"


def rehearsal_page(guide: Guide, scenario: Scenario, rehearsal: Rehearsal, today: date) -> Page:
    """The questions of a rehearsal with their answers, in every format."""
    return Page(
        lambda: document(guide, scenario, rehearsal, today),
        lambda: data(guide, scenario, rehearsal),
    )


def document(guide: Guide, scenario: Scenario, rehearsal: Rehearsal, today: date) -> Document:
    """The page for people."""
    pairs = tuple(scenario_pairs(guide, scenario))
    return Document(
        f"{TITLE}: {guide.title}",
        (*[Pairs(pairs)] * bool(pairs), Line(HOW)),
        tuple(_question(number, asked) for number, asked in enumerate(rehearsal.questions, 1)),
        kind=guide.head.kind,
        code=write_code(guide, scenario),
        foot=checked_line(guide, today),
    )


def _question(number: int, asked: Asked) -> Section:
    title = f"{number}. \u201c{asked.words}\u201d"
    return Section(title, tuple(model_answer(asked)), f"question-{number}")


def model_answer(asked: Asked) -> Iterator[Block]:
    """The answer to compare with, what a good answer does, and what not to say."""
    ready = asked.ready
    yield spoken(ready)
    yield Line((Run("Show: ", "strong"), Run(f"{ready.show}.")))
    yield Line(POINTS, "why")
    yield Entries(tuple(Entry(point) for point in ready.points), "tasks")
    if ready.never:
        yield Entries(tuple(map(never_entry, ready.never)))


def data(guide: Guide, scenario: Scenario, rehearsal: Rehearsal) -> dict[str, object]:
    """The page for programs."""
    return {
        **guide_data(guide),
        "scenario": dict(scenario),
        "questions": [
            {"asked_now": asked.words, "again": asked.again, **reply_data(asked.ready)}
            for asked in rehearsal.questions
        ],
    }
