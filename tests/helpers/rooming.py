"""The small guide with cases and a session for a room that has a step of every kind."""

from pathlib import Path

from guide.model.schema import Guide
from guide.practice.room import Room, RoomState
from guide.reading.reader import read_guide
from helpers.practicing import library

_SESSION = """
- id: night
  title: A night on watch
  about: For keepers who watch together.
  minutes: 20
  notes: Nobody brings a lantern of their own.
  bring: [Cards]
  steps:
    - id: hands
      kind: open
      title: Hands up
      minutes: 2
      notes: Count, and say nothing.
      hands:
        - {id: lit, text: 'Is soot good news?', answers: ['Yes', 'No'], right: 'No',
           reason: It dims the light., rests_on: [F1]}
    - {id: decide, kind: vote, title: 'Is it safe?', minutes: 4, cases: [red, blue],
       discuss: 'What told you so?'}
    - {id: piles, kind: sort, title: 'Whole or cracked?', minutes: 6, by: glass, cases: [red, blue],
       shows: Lay each card on a pile.}
    - id: aloud
      kind: speak
      title: Say it aloud
      minutes: 6
      shows: You keep the red lantern.
      rounds:
        - {id: lit, asked: Is it lit?, answer: "It is, and the glass is whole.",
           never: '"Surely", unless you looked.', rests_on: [F1]}
    - {id: end, kind: debrief, title: 'What now?', minutes: 2, shows: Write one thing down.}
"""
SECRETS = {"red": ("Nothing says otherwise.", "Look at the red lantern first.")}
"""Of a case: words that no room may see before the answer is told."""


def room_library(folder: Path) -> Path:
    """A library whose one guide has the session."""
    shelf = library(folder, ("red", "blue"))
    with (shelf / "tiny" / "sessions.yaml").open("a", encoding="utf-8") as file:
        file.write(_SESSION)
    return shelf


def room_guide(folder: Path) -> Guide:
    """The small guide with the session."""
    reading = read_guide(room_library(folder) / "tiny")
    assert reading.guide is not None, [problem.line() for problem in reading.problems]
    return reading.guide


class RoomKept:
    """A room whose clock a test sets, and every state that it gave away to be kept."""

    def __init__(self, guide: Guide, state: RoomState) -> None:
        self.now = 0.0
        self.states: list[RoomState] = []
        self.room = Room(guide, state, self.states.append, lambda: self.now)

    def go_to(self, name: str) -> None:
        """Go on until this view is on the wall."""
        while self.room.view.name != name:
            assert self.room.move(1), f"no view {name}"
