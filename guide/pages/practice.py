"""What was practiced: how much is known, what is weak by topic, and the pages that teach it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from guide.document.blocks import Document, Entries, Entry, Pairs, Run, Section, Table
from guide.document.formats import Page
from guide.english import long_date, plural
from guide.model.practice import SessionPlan
from guide.model.schema import Guide
from guide.pages.case import to_repeat
from guide.pages.sitting import coming
from guide.practice.choosing import courses
from guide.practice.reviews import Review
from guide.practice.schedule import Memory, memories
from guide.practice.topics import TopicStanding, standings

TITLE = "What you know, and what to repeat"


def practice_page(guide: Guide, reviews: Iterable[Review], today: date) -> Page:
    """The standing of a reader, in every format."""
    known = memories(reviews, guide.id)
    return Page(lambda: document(guide, known, today), lambda: data(guide, known))


def document(guide: Guide, known: Mapping[str, Memory], today: date) -> Document:
    """The page for people."""
    rows = standings(guide, known)
    asked = sum(row.asked for row in rows)
    right = sum(len(row.known) for row in rows)
    head = Pairs(
        (
            ("Answered", f"{asked} of {plural(len(guide.case), 'case')}"),
            ("Known the last time", f"{right} of {asked}" if asked else "nothing yet"),
            ("Next", coming(guide, known, today)),
        )
    )
    return Document(
        TITLE,
        (head,),
        tuple(_sections(guide, rows)),
        kind="Practice",
        window=f"{TITLE}: {guide.title}",
        foot=f"As of {long_date(today)}.",
    )


def _sections(guide: Guide, rows: list[TopicStanding]) -> Iterator[Section]:
    if weak := [row for row in rows if row.missed]:
        yield Section("What is weak", tuple(_weak(guide, row) for row in weak), "weak")
    table = Table(("Topic", "Known", "Missed", "Not asked yet"), tuple(map(_row, rows)))
    yield Section("By topic", (table,), "topics")
    if plans := courses(guide):
        yield Section("Courses", (Entries(tuple(map(_course, plans))),), "courses")


def _weak(guide: Guide, row: TopicStanding) -> Section:
    return Section(
        row.topic.label, (Entries(tuple(to_repeat(guide, case) for case in row.missed)),)
    )


def _course(plan: SessionPlan) -> Entry:
    lasts = Run(f", {plural(plan.minutes, 'minute')}")
    return Entry((Run(plan.title, "strong"), lasts), details=(plan.about, f"guide drill {plan.id}"))


def _row(row: TopicStanding) -> tuple[str, ...]:
    left = row.total - row.asked
    return (row.topic.label, str(len(row.known)), str(len(row.missed)), str(left))


def data(guide: Guide, known: Mapping[str, Memory]) -> dict[str, object]:
    """The page for programs."""
    return {
        "guide": guide.id,
        "topics": [
            {
                "id": row.topic.id,
                "title": row.topic.label,
                "cases": row.total,
                "known": [case.id for case in row.known],
                "missed": [case.id for case in row.missed],
            }
            for row in standings(guide, known)
        ],
        "cases": [
            {
                "id": case,
                "due": memory.due.isoformat(),
                "known": memory.known,
                "stability": round(memory.stability, 4),
                "difficulty": round(memory.difficulty, 4),
                "last": memory.last.when.isoformat(),
            }
            for case, memory in known.items()
            if case in guide.case
        ],
    }
