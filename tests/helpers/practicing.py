"""The small guide with cases to decide and a course, and a clock that a test sets."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from guide.model.schema import Guide
from guide.practice.reviews import Review
from guide.reading.reader import read_guide
from helpers.running import TINY

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
_WORDS = " ".join(["The keeper looks at the lantern and says what she sees."] * 6)
_CASE = """
  - id: {id}
    title: The {id} case
    topic: {topic}
    level: {level}
    minutes: 2
    situation: {words}
    excerpt: ['Log: the {id} lantern', 'Glass: whole']
    question: Is the {id} lantern safe?
    options:
      - {{id: safe, label: It is safe, reason: Nothing says otherwise., right: {safe}}}
      - {{id: unsafe, label: It is not, reason: The log says so., right: {unsafe}}}
      - {{id: ask, label: Ask the keeper, reason: She has said it.}}
    teaches: Look at the {id} lantern first.
    rests_on: [F1]
{scenario}"""
_TOPICS = """topics:
  - {id: flame, label: Flames}
  - {id: glass, label: Glasses}
cases:
"""
SESSIONS = """
- id: lamps
  title: The lamps
  about: Two lanterns, one after the other.
  minutes: 6
  alone: true
  steps:
    - {id: decide, kind: vote, title: Decide, minutes: 5, cases: [red, blue]}
    - {id: aloud, kind: debrief, title: Aloud, minutes: 1, shows: Say aloud what you saw.}
"""
IDS = ("red", "blue", "green", "white", "amber", "black", "gray")
"""The cases of the guide. The first answer is right in every other one, and the last is hard."""


def _case(number: int, case: str) -> str:
    safe = number % 2 == 0
    shown = "verdict-steady" if safe else "verdict-cracked"
    right = "safe" if safe else "unsafe"
    text = _CASE.format(
        id=case,
        topic="flame" if number < 4 else "glass",
        level="hard" if case == "gray" else "easy",
        words=_WORDS,
        safe=str(safe).lower(),
        unsafe=str(not safe).lower(),
        scenario=f"    scenario: {{flame: steady, glass: {'whole' if safe else 'cracked'}}}\n",
    )
    marked = f"id: {right}, "
    return text.replace(marked, f"{marked}blocks: [{shown}], ")


def write_cases(folder: Path, ids: tuple[str, ...] = IDS) -> None:
    """Give a guide's folder cases and a course."""
    cases = "".join(_case(number, case) for number, case in enumerate(ids))
    (folder / "cases.yaml").write_text(_TOPICS + cases, encoding="utf-8")
    (folder / "sessions.yaml").write_text(SESSIONS, encoding="utf-8")


def library(folder: Path, ids: tuple[str, ...] = IDS) -> Path:
    """A library whose one guide has cases."""
    write_cases(Path(shutil.copytree(TINY, folder / "library" / "tiny")), ids)
    return folder / "library"


def practice_guide(folder: Path) -> Guide:
    """The small guide with cases."""
    reading = read_guide(library(folder) / "tiny")
    assert reading.guide is not None
    assert [problem.line() for problem in reading.problems] == []
    return reading.guide


class Clock:
    """Says a moment, and each time a second later, until it is set."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def review(case: str, *, day: int = 0, known: bool = True, guessed: bool = False) -> Review:
    """An answer some days after the first morning."""
    when = MORNING + timedelta(days=day)
    return Review("tiny", case, when, "safe" if known else "ask", known, guessed)
