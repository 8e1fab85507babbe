"""The walks that are kept, as a list; and all about one of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from guide.document.blocks import Block, Document, Entries, Entry, Line, Pairs, Run, Section, Text
from guide.document.formats import Page
from guide.history.exchange import entry_of, iso
from guide.history.kept import Kept
from guide.history.listing import Row
from guide.history.reopen import Reopened, reopen
from guide.history.walk_words import Wording, first_line, scenario_of, short_id
from guide.journey.labels import scenario_words, step_line
from guide.journey.walk import walk
from guide.model.schema import Guide

TITLE = "Your walks"
NONE = "No walks are kept yet. 'guide' or 'guide ask' begins one."
NOT_FOUND = "No walk holds these words."


def history_page(rows: Sequence[Row], guides: Mapping[str, Guide], *, searched: bool) -> Page:
    """A part of the list, in every format; searched: these are those that hold some words."""
    wording = Wording(guides)
    nothing = Line(NOT_FOUND if searched else NONE)

    def document() -> Document:
        entries = tuple(_entry(wording, row, row.guide in guides) for row in rows)
        return Document(TITLE, (), (Entries(entries, "listing") if rows else nothing,))

    return Page(document, lambda: [_row_data(wording, row) for row in rows])


def _entry(wording: Wording, row: Row, on_the_shelf: bool) -> Entry:  # noqa: FBT001  with its row
    unfinished = "" if row.finished else ", not finished"
    details: list[Text] = [wording.words(row)] * bool(row.name and on_the_shelf)
    details += [(Run(row.code, "code"),)]
    details += [f"Note: {first_line(row.note)}"] * bool(row.note)
    text = f"{_when(row.when)}{unfinished}: {wording.title(row)}"
    return Entry(text, short_id(row.id), tuple(details))


def _row_data(wording: Wording, row: Row) -> dict[str, object]:
    """A walk for programs. What is meant to be read back in is the export."""
    return {
        "id": row.id,
        "guide": row.guide,
        "name": row.name,
        "note": row.note,
        "code": row.code,
        "scenario": wording.words(row),
        "finished": bool(row.finished),
        "updated": iso(row.when),
    }


def walk_page(kept: Kept, guide: Guide | None) -> Page:
    """Everything about one walk, in every format; without a guide that is not on the shelf."""
    today = reopen(guide, kept) if guide else None
    return Page(lambda: _document(kept, guide, today), lambda: _data(kept, guide, today))


def _document(kept: Kept, guide: Guide | None, today: Reopened | None) -> Document:
    pairs = [
        ("Walk", kept.id),
        ("Guide", guide.title if guide else f"{kept.guide} (not on the shelf)"),
    ]
    pairs += [("Begun", _when(kept.started)), ("Last touched", _when(kept.updated))]
    notice = [Line(today.notice, "open")] if today and today.notice else []
    words = scenario_words(guide, scenario_of(guide, kept.code)) if guide else kept.code
    blocks = tuple(_blocks(kept, guide, today))
    return Document(kept.name or words, (Pairs(tuple(pairs)), *notice), blocks, code=kept.code)


def _blocks(kept: Kept, guide: Guide | None, today: Reopened | None) -> Iterator[Block]:
    """The answers as the guide of today has them, what to do with them, and what was typed."""
    if guide and today:
        now = walk(guide, today.answers)
        answers = [step_line(guide, step.question, step.option) for step in now.trail]
        verb, words = ("advise", "To see its page") if now.finished else ("ask", "To go on with it")
        go_on = [Line((Run(f"{words}: "), Run(f"guide {verb} {short_id(kept.id)}", "code")))]
    else:
        answers = [f"{question}: {option}" for question, option in kept.answers.items()]
        go_on = []
    title = "Your answers" if kept.finished else "Your answers, not finished"
    yield Section(title, (Entries(tuple(map(Entry, answers)), "numbers"), *go_on))
    if kept.note:
        yield Section("Note", tuple(map(Line, filter(None, kept.note.split("\n")))))
    if kept.typed:
        yield Section("Typed into letters", (Line(", ".join(kept.typed)),))


def _data(kept: Kept, guide: Guide | None, today: Reopened | None) -> dict[str, object]:
    """The walk as it is exported, and how it stands today."""
    return entry_of(kept) | {
        "on_the_shelf": guide is not None,
        "scenario": scenario_of(guide, kept.code) if guide else {},
        "answers_today": today.answers if today else {},
        "changed": today.notice if today else "",
    }


def _when(moment: datetime) -> str:
    """The reader's own time."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
