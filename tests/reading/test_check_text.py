"""Whatever no screen would show is found in the text, also where Markdown lets it pass."""

import pytest

from guide.reading.check_text import faults, plain_faults

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
