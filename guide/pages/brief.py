"""The brief: one page to take into a call, in a fixed order."""

from collections.abc import Iterator
from datetime import date

from guide.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Line,
    Pairs,
    Run,
    Section,
    Table,
)
from guide.document.formats import Page
from guide.english import listed, sentence
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import checked_line
from guide.model.replies import Speaker
from guide.pages.advice_data import guide_data
from guide.pages.replies import EMPTY, INTERNAL, never_data, never_phrases, quoted, reply_data
from guide.sales.brief import Brief
from guide.sales.ready import replies_of

TITLE = "Brief for a call"
SAY_FIRST = "Say this first"
AT_HAND = "Have at hand"
LIKELY = "They will probably ask"
NEVER = "Never say, say instead"
CALL_IN = "Call in"
DATES = "Dates, for your own eyes"
ESTIMATE = "An estimate by the plan, not a promise. Name a date only once its owner has agreed."


def brief_page(brief: Brief, today: date) -> Page:
    """The brief, in every format."""
    return Page(lambda: document(brief, today), lambda: data(brief))


def document(brief: Brief, today: date) -> Document:
    """The page for people."""
    guide = brief.guide
    pairs = tuple(scenario_pairs(guide, brief.scenario))
    code = write_code(guide, brief.scenario)
    checked = checked_line(guide, today)
    return Document(
        TITLE,
        (Pairs(pairs),) * bool(pairs),
        tuple(brief_sections(brief)),
        kind=replies_of(guide).title or guide.title,
        code=code,
        foot=f"{INTERNAL} {checked} General guidance, not legal or audit advice.",
        sheet=True,
    )


def brief_sections(brief: Brief) -> Iterator[Section]:
    """The brief, part by part."""
    if brief.opening:
        who = [Line((Run("Who: ", "strong"), Run(each.label))) for each in brief.opens]
        words = quoted(" ".join(brief.opening))
        yield Section(SAY_FIRST, (*map(Line, brief.before), words, *who), "first")
    if brief.call_in:
        yield Section(CALL_IN, (Entries(tuple(map(_called_in, brief.call_in))),), "call-in")
    if brief.blanks:
        entries = (
            Entry((Run(blank.name, "strong"), Run(f": {blank.asks}" * bool(blank.asks))))
            for blank in brief.blanks
        )
        # In the heading, since a line of its own would cost the sheet of paper its last one.
        first = f", the first {brief.first} for the opening" * bool(brief.first)
        yield Section(AT_HAND + first, (Entries(tuple(entries), "tasks"),), "facts")
    questions: tuple[Block, ...] = (Entries(tuple(_questions(brief)), "numbers"),)
    yield Section(LIKELY, questions if brief.likely else (Line(EMPTY),), "questions")
    if brief.never:
        rows = tuple((never_phrases(row, 1), sentence(row.instead)) for row in brief.never)
        yield Section(NEVER, (Table(("Never say", "Say instead"), rows),), "never")
    if brief.dates:
        yield Section(DATES, (*map(Line, brief.dates), Line(ESTIMATE, "quiet")), "dates")


def _called_in(row: tuple[Speaker, tuple[int, ...]]) -> Entry:
    speaker, numbers = row
    answers = f"Answer{'s' * (len(numbers) > 1)} {listed(map(str, numbers))}."
    return Entry((Run(speaker.label, "strong"), Run(f": {sentence(speaker.call_in)} {answers}")))


def _questions(brief: Brief) -> Iterator[Entry]:
    for each in brief.likely:
        papers = (Run("Show: ", "strong"), Run(f"{each.show}. "))
        who = (Run("Who: ", "strong"), Run(each.who.label))
        details = (f"\u201c{each.says}\u201d", (*papers, *who))
        yield Entry((Run(each.asked, "strong"),), details=details, anchor=each.reply.id)


def data(brief: Brief) -> dict[str, object]:
    """The page for programs."""
    return {
        **guide_data(brief.guide),
        "scenario": dict(brief.scenario),
        "before": brief.before,
        "say_first": brief.opening,
        "at_hand": [{"name": blank.name, "asks": blank.asks or None} for blank in brief.blanks],
        "likely": [reply_data(each) for each in brief.likely],
        "never": [never_data(row) for row in brief.never],
        "call_in": [
            {"who": speaker.label, "for": speaker.call_in, "questions": numbers}
            for speaker, numbers in brief.call_in
        ],
        "dates": brief.dates,
    }
