"""One minimal fault for every way in which cases and sessions can be wrong."""

from collections.abc import Callable
from pathlib import Path

from guide.model.codes import Code
from helpers.faults import Fault, both, swap
from helpers.practicing import write_cases

CASES, SESSIONS = "cases.yaml", "sessions.yaml"
_SORT = "{id: decide, kind: sort, title: Decide, minutes: 5, by: flame, cases: [red]}"
_OPEN = """{id: decide, kind: open, title: Decide, minutes: 5, hands: [{id: lit, text: Lit?,
      answers: [Lit, Dark], right: Burning, reason: It is lit., rests_on: [F1]}]}"""
_SPEAK = "{id: decide, kind: speak, title: Decide, minutes: 5, rounds: [{id: lit, %s}]}"
_VOTE = "{id: decide, kind: vote, title: Decide, minutes: 5, cases: [red, blue]}"


def _cases(old: str, new: str) -> Callable[[Path], None]:
    return both(_written, swap(CASES, old, new))


def _sessions(old: str, new: str) -> Callable[[Path], None]:
    return both(_written, swap(SESSIONS, old, new))


def _written(folder: Path) -> None:
    write_cases(folder, ("red", "blue"))


FAULTS = [
    Fault(
        Code.CASE_OPTIONS,
        _cases("right: true", "right: false"),
        "cases.yaml:6:5",
        "no option of 'red' is right",
    ),
    Fault(
        Code.CASE_OPTIONS,
        _cases("      - {id: ask, label: Ask the keeper, reason: She has said it.}\n", ""),
        "cases.yaml:6:5",
        "'red' has 2 options; give it 3 or 4",
    ),
    Fault(
        Code.CASE_LENGTH,
        _cases("The keeper looks at the lantern and says what she sees.", "Look."),
        "cases.yaml:11:16",
        "the situation of 'red' has 56 words; write 60 to 90",
    ),
    Fault(
        Code.CASE_NO_READER,
        _cases("{flame: steady, glass: whole}", "{flame: steady, glass: whole, soot: thick}"),
        "cases.yaml:20:16",
        "no reader of tiny can be in 'red'",
    ),
    Fault(
        Code.CASE_DISAGREES,
        _cases("blocks: [verdict-steady]", "blocks: [verdict-cracked]"),
        "cases.yaml:15:29",
        "the page of 'red' does not show 'verdict-cracked'",
    ),
    Fault(
        Code.CASE_DISAGREES,
        _cases("blocks: [verdict-steady]", "claims: {glass: cracked}, blocks: [verdict-steady]"),
        "cases.yaml:15:29",
        "'safe' is right and claims glass=cracked, and the scenario of 'red' says whole",
    ),
    Fault(
        Code.CASE_DISAGREES,
        _cases("{id: unsafe,", "{id: unsafe, claims: {flame: steady},"),
        "cases.yaml:16:31",
        "'unsafe' is not right, and all it claims holds in the scenario of 'red'",
    ),
    Fault(
        Code.CASE_UNPROVEN,
        _cases("blocks: [verdict-steady], ", ""),
        "cases.yaml:15:9",
        "nothing on the page of 'red' is named for 'safe'",
    ),
    Fault(
        Code.PRACTICE_NAME,
        _cases("topic: flame", "topic: flames"),
        "cases.yaml:8:12",
        "no topic 'flames'; did you mean 'flame'?",
    ),
    Fault(
        Code.PRACTICE_NAME,
        _cases("blocks: [verdict-steady]", "blocks: [verdict-stedy]"),
        "cases.yaml:15:29",
        "no block 'verdict-stedy'; did you mean 'verdict-steady'?",
    ),
    Fault(
        Code.UNKNOWN_VALUE,
        _cases("{flame: steady, glass: whole}", "{flame: steady, glass: hole}"),
        "cases.yaml:20:31",
        "'glass' has no value 'hole'; did you mean 'whole'?",
    ),
    Fault(
        Code.PRACTICE_NAME,
        _sessions("[red, blue]", "[red, bleu]"),
        "sessions.yaml:8:72",
        "no case 'bleu'; did you mean 'blue'?",
    ),
    Fault(
        Code.DUPLICATE_ID,
        _sessions("[red, blue]", "[red, red]"),
        "sessions.yaml:8:72",
        "'red' stands here twice",
    ),
    Fault(
        Code.SESSION_STEP,
        _sessions("cases: [red, blue]", "shows: Decide."),
        "sessions.yaml:8:7",
        "'decide' is to vote, and has no 'cases'",
    ),
    Fault(
        Code.SESSION_STEP,
        _sessions("kind: vote", "kind: sort"),
        "sessions.yaml:8:7",
        "'decide' is to sort, and has no 'by'",
    ),
    Fault(
        Code.SESSION_STEP,
        _sessions(_VOTE, _SORT.replace("flame", "wind")),
        "sessions.yaml:8:77",
        "the scenario of 'red' settles no 'wind'",
    ),
    Fault(
        Code.SESSION_STEP,
        _sessions(_VOTE, _OPEN),
        "sessions.yaml:9:36",
        "'Burning' is none of the answers",
    ),
    Fault(
        Code.SESSION_MINUTES,
        _sessions("minutes: 6", "minutes: 7"),
        "sessions.yaml:5:12",
        "'lamps' lasts 7 minutes, and its steps 6",
    ),
    Fault(
        Code.SESSION_MINUTES,
        both(_sessions("minutes: 5", "minutes: 3"), swap(SESSIONS, "minutes: 6", "minutes: 4")),
        "sessions.yaml:8:7",
        "the cases of 'decide' take 4 minutes, and it has 3",
    ),
    Fault(
        Code.PRACTICE_NAME,
        _sessions(_VOTE, _SPEAK % "reply: opinion, rests_on: [F1]"),
        "sessions.yaml:8:86",
        "no reply 'opinion'",
    ),
    Fault(
        Code.SESSION_STEP,
        _sessions(_VOTE, _SPEAK % "asked: Lit?, rests_on: [F1]"),
        "sessions.yaml:8:69",
        "nothing is asked or answered in 'lit'",
    ),
    Fault(
        Code.RESTS_ON_NOTHING,
        _sessions(_VOTE, _SPEAK % "asked: Lit?, answer: It is."),
        "sessions.yaml:8:69",
        "'lit' rests on nothing",
    ),
]
