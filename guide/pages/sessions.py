"""The sessions of a guide: what each is for, how long it lasts, how it is begun."""

from collections.abc import Iterator

from guide.document.blocks import Document, Entries, Entry, Run, Section, Text
from guide.document.formats import Page
from guide.english import long_date, plural
from guide.model.practice import SessionPlan
from guide.model.schema import Guide
from guide.practice.kept_rooms import led
from guide.practice.room import RoomState

TITLE = "Sessions"
_DAY = len("2026-03-31")


def sessions_page(guide: Guide) -> Page:
    """The list, in every format."""
    return Page(lambda: document(guide), lambda: data(guide))


def document(guide: Guide) -> Document:
    """The page for people."""
    return Document(
        TITLE,
        (),
        tuple(_sections(guide)),
        kind="Practice",
        window=f"{TITLE}: {guide.title}",
    )


def _sections(guide: Guide) -> Iterator[Section]:
    for title, alone in (("With a room", False), ("Short ones, also alone", True)):
        plans = [plan for plan in guide.sessions if plan.alone == alone]
        if plans:
            yield Section(
                title, (Entries(tuple(_entry(plan, led(guide, plan)) for plan in plans)),)
            )


def _entry(plan: SessionPlan, states: dict[str, RoomState]) -> Entry:
    command = f"guide room {plan.id}"
    details: list[Text] = [plan.about, (Run(command, "code"),)]
    days = [stamp[:_DAY] for stamp in states]
    for stamp, state in states.items():
        name = stamp if days.count(stamp[:_DAY]) > 1 else stamp[:_DAY]
        people = f", {state.people} people" * bool(state.people)
        details.append(f"Led on {long_date(state.started.date())}{people}. Its debrief:")
        details.append((Run(f"{command} --debrief --led {name}", "code"),))
    title = (Run(plan.title, "strong"), Run(f", {plural(plan.minutes, 'minute')}"))
    return Entry(title, details=tuple(details))


def data(guide: Guide) -> dict[str, object]:
    """The page for programs."""
    return {
        "guide": guide.id,
        "sessions": [
            {
                "id": plan.id,
                "title": plan.title,
                "about": plan.about,
                "minutes": plan.minutes,
                "alone": plan.alone,
                "cases": plan.case_ids,
                "led": [*led(guide, plan)],
            }
            for plan in guide.sessions
        ],
    }
