"""One minimal fault for every way in which letters can be wrong."""

from collections.abc import Callable
from pathlib import Path

from guide.model.codes import Code
from helpers.faults import Fault, both, put

FILE = "letters.yaml"
TEXT = """\
fields:
  - {id: keeper, label: Keeper}
  - {id: asked, label: Asked before, kind: choice, choices: [{id: 'no', label: 'no'}]}
letters:
  - id: note
    title: Note to the keeper
    about: It says how the flame burns.
    heading: The lantern
    parts:
      - {id: flame}
    paragraphs:
      - id: note-flame
        part: flame
        must: true
        body: Dear [keeper], this is about the flame.
        rests_on: [F1]
      - id: note-first
        where: {asked: ['no']}
        body: We write for the first time.
        judgement: A first letter says so.
  - id: card
    title: Card
    about: It says the same in a line.
    heading: The lantern
    paragraphs:
      - id: card-flame
        body: The flame smokes.
        rests_on: [F1]
refuse:
  - id: refuse-card
    letters: [card]
    when: {glass: cracked}
    says: The glass comes first.
    instead: Write the note.
    send: [note]
    judgement: The glass is the greater danger.
"""

_REFUSED = """\
  - id: refuse-note
    letters: [note]
    when: {glass: cracked}
    says: Not this either.
    instead: Go and see her.
    judgement: Somebody has to look.
"""


def _letters(old: str, new: str) -> Callable[[Path], None]:
    assert old in TEXT
    return put(FILE, TEXT.replace(old, new, 1).encode())


def _example(expects: str) -> Callable[[Path], None]:
    text = (
        f"- id: whole\n  about: Whole.\n  scenario: {{flame: smoky, glass: whole}}\n  {expects}\n"
    )
    return both(put(FILE, TEXT.encode()), put("examples.yaml", text.encode()))


FAULTS = [
    Fault(
        Code.LETTER_NAME,
        _letters("[keeper]", "[keepr]"),
        f"{FILE}:12:9",
        "no field 'keepr'; did you mean 'keeper'?",
    ),
    Fault(
        Code.LETTER_KIND,
        _letters("label: Keeper}", "label: Keeper, choices: [{id: a, label: a}]}"),
        f"{FILE}:2:5",
        "a choice, and nothing else, has 'choices'",
    ),
    Fault(
        Code.LETTER_UNUSED,
        _letters("[keeper]", "you"),
        f"{FILE}:2:5",
        "no letter asks for 'keeper'",
    ),
    Fault(
        Code.LETTER_PROMISE,
        _letters(
            "        rests_on: [F1]\n", "        rests_on: [F1]\n        when: {glass: whole}\n"
        ),
        f"{FILE}:10:9",
        "promises one paragraph and has none for whoever has Glass: Cracked",
    ),
    Fault(
        Code.LETTER_UNREACHED,
        _letters(
            "        body: We write",
            "        when: {soot: thick, flame: steady}\n        body: We write",
        ),
        f"{FILE}:17:9",
        "no letter holds 'note-first'",
    ),
    Fault(
        Code.LETTER_SEND,
        put(FILE, f"{TEXT}{_REFUSED}".encode()),
        f"{FILE}:30:5",
        "sends 'note' in place of 'card', and refuses it to whoever has Glass: Cracked",
    ),
    Fault(
        Code.EXAMPLE_LETTER,
        _example("letters: {note: [note-first]}"),
        "examples.yaml:4:13",
        "leaves no room in letter 'note' for 'note-flame'",
    ),
]
