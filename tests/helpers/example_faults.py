"""One minimal fault for every way in which an example can be wrong."""

from collections.abc import Callable
from pathlib import Path

from guide.model.codes import Code
from helpers.faults import Fault, put


def _example(
    expects: str, who: str = "scenario: {flame: smoky, glass: whole}"
) -> Callable[[Path], None]:
    text = f"- id: smoky\n  about: A smoky flame.\n  {who}\n  {expects}\n"
    return put("examples.yaml", text.encode())


FAULTS = [
    Fault(
        Code.EXAMPLE_BLOCK,
        _example("shows: [verdict-smokey]"),
        "examples.yaml:4:11",
        "did you mean 'verdict-smoky'?",
    ),
    Fault(
        Code.EXAMPLE_BLOCK,
        _example("only: {steps: [verdict-smoky]}"),
        "examples.yaml:4:18",
        "no block 'verdict-smoky' in section 'steps'",
    ),
    Fault(
        Code.EXAMPLE_SECTION,
        _example("only: {verdcit: [verdict-smoky]}"),
        "examples.yaml:4:10",
        "did you mean 'verdict'?",
    ),
    Fault(
        Code.EXAMPLE_ANSWER,
        _example("shows: [verdict-smoky]", "answers: {flame: smokey}"),
        "examples.yaml:3:13",
        "did you mean 'smoky'?",
    ),
    Fault(
        Code.EXAMPLE_ANSWER,
        _example("shows: [verdict-smoky]", "answers: {fame: smoky}"),
        "examples.yaml:3:13",
        "did you mean 'flame'?",
    ),
    Fault(
        Code.UNKNOWN_FACET,
        _example("shows: [verdict-smoky]", "scenario: {flames: smoky}"),
        "examples.yaml:3:14",
        "did you mean 'flame'?",
    ),
    Fault(
        Code.UNKNOWN_VALUE,
        _example("shows: [verdict-smoky]", "scenario: {flame: smokey}"),
        "examples.yaml:3:14",
        "did you mean 'smoky'?",
    ),
    Fault(
        Code.EXAMPLE_EXPECTS_NOTHING, _example("confirmed: true"), "examples.yaml:1:3", "'shows'"
    ),
    Fault(
        Code.EXAMPLE_CONTRADICTION,
        _example("says: [It Smokes]\n  never_says: ['it  smokes']"),
        "examples.yaml:5:16",
        "expected, in line 4, and ruled out",
    ),
    Fault(
        Code.EXAMPLE_CONTRADICTION,
        _example("shows: [verdict-smoky]\n  only: {verdict: []}"),
        "examples.yaml:4:11",
        "'only' in line 5 leaves 'verdict-smoky' out",
    ),
    Fault(
        Code.DUPLICATE_ID,
        put("examples.yaml", b"- {id: a, about: A, says: [the]}\n- {id: a, about: A, says: [it]}"),
        "examples.yaml:2:3",
        "already in examples.yaml:1",
    ),
    Fault(
        Code.EXAMPLE_NO_READER,
        _example("shows: [steps-always]", "scenario: {glass: cracked, wind: storm}"),
        "examples.yaml:1:3",
        "without wind=storm there is one",
    ),
    Fault(
        Code.EXAMPLE_BLOCK_MISSING,
        _example("shows: [verdict-cracked]"),
        "examples.yaml:4:11",
        "tiny:flame=smoky,glass=whole does not show it: it needs glass=cracked",
    ),
    Fault(
        Code.EXAMPLE_BLOCK_SHOWN,
        _example("hides: [verdict-smoky]"),
        "examples.yaml:4:11",
        "tiny:flame=smoky,glass=whole shows it",
    ),
    Fault(
        Code.EXAMPLE_BLOCK_SHOWN,
        _example("only: {steps: []}"),
        "examples.yaml:4:10",
        "leaves no room in 'steps' for 'steps-always'",
    ),
    Fault(
        Code.EXAMPLE_PHRASE_MISSING,
        _example("says: [safe to light]"),
        "examples.yaml:4:10",
        "does not say them",
    ),
    Fault(
        Code.EXAMPLE_PHRASE_SAID,
        _example("never_says: [it smokes]"),
        "examples.yaml:4:16",
        "in 'verdict-smoky' (advice/verdict.yaml:6)",
    ),
    Fault(
        Code.EXAMPLE_QUESTION_ASKED,
        _example("never_asks: [wind]"),
        "examples.yaml:4:16",
        "'smoky' rules out the question 'wind'; tiny:flame=smoky,glass=whole is asked it",
    ),
    Fault(
        Code.EXAMPLE_ANSWER,
        _example("never_asks: [wimd]"),
        "examples.yaml:4:16",
        "did you mean 'wind'?",
    ),
    Fault(
        Code.EXAMPLE_CONTRADICTION,
        _example("never_asks: [wind]", "answers: {flame: smoky, wind: calm}"),
        "examples.yaml:4:16",
        "'wind' is both expected, in line 3, and ruled out",
    ),
    Fault(
        Code.EXAMPLE_GROUND,
        _example("rests_on: {verdict-smoky: [F2], steps-always: []}"),
        "examples.yaml:4:14",
        "'verdict-smoky' (advice/verdict.yaml:6) rests on F1 as well, and not on F2",
    ),
    Fault(
        Code.EXAMPLE_GROUND,
        _example("corrected_by: {F2: []}", "scenario: {glass: cracked}"),
        "examples.yaml:4:18",
        "says otherwise: F2 (facts.yaml:10) is put right by C1 as well",
    ),
    Fault(
        Code.EXAMPLE_GROUND,
        _example("corrected_by: {F2: [F1]}", "scenario: {glass: cracked}"),
        "examples.yaml:4:18",
        "F2 (facts.yaml:10) is put right by C1 as well, and not by F1",
    ),
    Fault(
        Code.EXAMPLE_GROUND,
        _example("corrected_by: {F2: [C1]}"),
        "examples.yaml:4:18",
        "'smoky' expects F2; tiny:flame=smoky,glass=whole does not rest on it",
    ),
    Fault(
        Code.UNKNOWN_FACT,
        _example("corrected_by: {F2: [C9]}"),
        "examples.yaml:4:23",
        "no fact 'C9'",
    ),
    Fault(
        Code.EXAMPLE_BLOCK_MISSING,
        _example("rests_on: {verdict-cracked: [F2, C1]}"),
        "examples.yaml:4:14",
        "it needs glass=cracked",
    ),
    Fault(
        Code.EXAMPLE_BLOCK,
        _example("rests_on: {verdict-smokey: [F1]}"),
        "examples.yaml:4:14",
        "did you mean 'verdict-smoky'?",
    ),
    Fault(
        Code.UNKNOWN_FACT,
        _example("rests_on: {verdict-smoky: [F1, F9]}"),
        "examples.yaml:4:34",
        "no fact 'F9'",
    ),
    Fault(
        Code.EXAMPLE_CONTRADICTION,
        _example("rests_on: {verdict-smoky: [F1]}\n  only: {verdict: []}"),
        "examples.yaml:4:14",
        "'only' in line 5 leaves 'verdict-smoky' out",
    ),
]
