"""The end of a sitting: what went well, what to repeat, and when the next cases are due."""

from collections.abc import Iterator, Mapping
from datetime import date

from guide.document.blocks import Block, Entries, Line, Run, Section, body_of, bullets
from guide.english import long_date, plural
from guide.model.schema import Guide
from guide.pages.case import to_repeat
from guide.practice.choosing import due, next_day
from guide.practice.schedule import Memory
from guide.practice.sitting import MISSED, Sitting


def summary(
    guide: Guide,
    sitting: Sitting,
    memories: Mapping[str, Memory],
    today: date,
    *,
    repeats: bool = True,
) -> Iterator[Block]:
    """What stands at the end; a screen has what to repeat as a list of its own."""
    if not sitting.cases:
        yield Line(nothing(guide, sitting, memories, today), "answer")
        return
    missed = sitting.missed
    known = [case for case, review in sitting.answers if review.known]
    total = len(sitting.answers)
    words = f"You knew {len(known)} of {total}." if total else "You answered nothing this time."
    yield Line((Run(words, "strong"),), "answer")
    if sitting.closing and sitting.case is None:
        yield Section("To finish", (body_of(sitting.closing),))
    if known:
        yield Section("What went well", (bullets(case.title for case in known),))
    if missed and repeats:
        entries = tuple(to_repeat(guide, case) for case in missed)
        yield Section("What to repeat", (Entries(entries),))
    yield Section("When to come back", (Line(coming(guide, memories, today)),))


def nothing(guide: Guide, sitting: Sitting, memories: Mapping[str, Memory], today: date) -> str:
    """What is said of a sitting without a case."""
    missed = "You missed nothing the last time. " if sitting.title == MISSED else ""
    return missed + coming(guide, memories, today)


def coming(guide: Guide, memories: Mapping[str, Memory], today: date) -> str:
    """What is left today, and the next day that brings something back."""
    left = due(guide, memories, today)
    if left.cases:
        counts = [f"{len(left.repeat)} due again"] * bool(left.repeat)
        counts += [f"{len(left.new)} new"] * bool(left.new)
        return f"Waiting today: {', '.join(counts)}."
    coming_back = next_day(guide, memories)
    if coming_back is None:
        return "Nothing is due."
    day, count = coming_back
    when = "tomorrow" if (day - today).days == 1 else f"on {long_date(day)}"
    new = " New cases come tomorrow, too." if guide.case.keys() - memories else ""
    return f"Nothing more is due today. {plural(count, 'case')} due again {when}.{new}"
