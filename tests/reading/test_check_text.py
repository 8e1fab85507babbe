"""Whatever no screen would show is found in the text, also where Markdown lets it pass."""

from pathlib import Path

import pytest
from helpers.faults import copy_of_tiny, swap

from guide.reading.check_text import faults, plain_faults
from guide.reading.reader import read_guide

LEFT_OVER = {
    "[the plan][nowhere]": "a link to nowhere",
    "| a | b |\n|---|---|\n| 1 | 2 |": "a table",
    "a | b\n--|--\n1 | 2": "a table",
    "~~gone~~": "struck-out text",
    "- [ ] do this\n- [x] did that": "a box to tick",
    "#Head": "a heading; sections have their titles already",
    "**bold and on": "an unclosed mark",
    "`code and on": "an unclosed mark",
    "a *slip": "an unclosed mark",
    "see https://example.org": "a web address; name the source in rests_on instead",
    "&bogus; words": "an HTML entity that stands for nothing",
    "[x]: http://a": "a link's definition; name the source in rests_on instead",
    "a\n\n# Head": "a heading; sections have their titles already",
    "![a](b)": "an image",
}
FINE = [
    "**b**, *e* and `c`",
    "5 * 3 = 15",
    "snake_case",
    "a \\*star",
    "[date] (in May)",
    "#1 is &amp;",
]


@pytest.mark.parametrize("body", LEFT_OVER)
def test_what_is_left_over_in_a_block_is_named_once(body: str) -> None:
    assert [fault.what for fault in faults(body)] == [LEFT_OVER[body]]


@pytest.mark.parametrize("body", FINE)
def test_what_every_screen_shows_is_fine(body: str) -> None:
    assert faults(body) == []


LITERAL = ["Track*", "C:\\new", "_private", "5*3*2", "C:\\_old", "a * b * c", "snake_case_name"]


@pytest.mark.parametrize("words", LITERAL)
def test_a_star_an_underscore_and_a_backslash_can_be_meant_as_they_stand(words: str) -> None:
    assert plain_faults(words) == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("5*3*2 is 30", "emphasis within a word; a star is written \\*"),
        ("1. Call them. 2. Write to them.", "a list on one line; begin it with 'body: |', not '>'"),
        ("- one - two - three", "a list on one line; begin it with 'body: |', not '>'"),
    ],
)
def test_what_markdown_swallows_without_a_word_is_named(body: str, what: str) -> None:
    assert [fault.what for fault in faults(body)] == [what]


@pytest.mark.parametrize("words", ["**b**", "*e*", "`c`", "a &amp; b", "a \\* b", "<b>b", "[a](b)"])
def test_a_text_without_markdown_holds_no_marks(words: str) -> None:
    assert plain_faults(words)


@pytest.mark.parametrize(
    "words", ["5 * 3", "#1", "a & b", "- no list", "3. day", "x_y", "[date]", "<date>"]
)
def test_signs_that_are_no_marks_may_stand_in_any_text(words: str) -> None:
    assert plain_faults(words) == []


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["- Trim it.", "- Wipe it."], 1),
        (["Do this:", "- Trim it.", "- Wipe it."], 1),
        (["Do this:", "1. Trim it.", "2. Wipe it."], 1),
        (["- Trim it - slowly - and", "  wipe it - gently."], 1),
        (["- Trim it - slowly", "  and gently."], 0),
        (["- Trim it.", "", "- Wipe it - gently."], 0),
    ],
)
def test_rows_of_a_list_that_folding_joins_are_seen_in_the_file(
    tmp_path: Path, rows: list[str], count: int
) -> None:
    folder = copy_of_tiny(tmp_path)
    body = "\n".join(f"    {row}".rstrip() for row in rows)
    swap("advice/steps.yaml", "body: Replace the glass.", f"body: >\n{body}")(folder)
    messages = [problem.message for problem in read_guide(folder).problems]
    assert sum("a list on one line" in message for message in messages) == count
