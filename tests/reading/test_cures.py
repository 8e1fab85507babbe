"""The usual mistakes of YAML are named in an author's words, not in a parser's."""

import pytest

from guide.model.schema import Value
from guide.reading.collector import Problems
from guide.reading.decode import decode_list
from guide.reading.nodes import parse


def said(text: str) -> list[str]:
    """What is wrong with a list of ids and labels, without the name of the file."""
    problems = Problems()
    node = parse(text.encode(), "f", problems)
    if node is not None:
        decode_list(node, Value, problems)
    return [one.line().removeprefix("f:") for one in problems.sorted()]


QUOTED = [
    ("Leaf: what is it?", "'Leaf: what is it?'"),
    ("What it is:", "'What it is:'"),
    ("**Water** is good", "'**Water** is good'"),
    ("*Water* is good", "'*Water* is good'"),
    ("'Don't know'", '"Don\'t know"'),
    ('"Say "yes" now"', "'Say \"yes\" now'"),
    ('"Yes" is what they say', "'\"Yes\" is what they say'"),
    ("@home, don't", '"@home, don\'t"'),
    ("`home`", "'`home`'"),
    ("%5 of it", "'%5 of it'"),
    ("& more", "'& more'"),
    ('> "quote"', "'> \"quote\"'"),
    ("| yes", "'| yes'"),
    ("- yes", "'- yes'"),
    ("[sic] he said", "'[sic] he said'"),
    ("{sic} he said", "'{sic} he said'"),
    ('"Don\'t" they say: no', "'\"Don''t\" they say: no'"),
]


@pytest.mark.parametrize(("label", "cure"), QUOTED)
def test_a_text_that_needs_quotes_is_shown_with_them(label: str, cure: str) -> None:
    (line,) = said(f"- id: a\n  label: {label}\n- {{id: b, label: c}}\n")
    place, _, words = line.partition(" F106 YAML stops making sense here: ")
    assert place.startswith("2:")
    assert words == f"put this text in quotes: {cure}"
    assert said(f"- id: a\n  label: {cure}\n") == []


@pytest.mark.parametrize("label", ["Shiny: a mirror", "'Don't know'", "*Shiny* it is", "a: b: c"])
def test_so_is_one_within_braces(label: str) -> None:
    (line,) = said(f"- {{id: a, label: {label}}}\n- {{id: b, label: c}}\n")
    assert line.startswith("1:")
    assert "put this text in quotes: " in line
    cure = line.partition("quotes: ")[2]
    assert said(f"- {{id: a, label: {cure}}}\n") == []


def test_the_end_of_a_long_text_is_left_out() -> None:
    (line,) = said(f"- id: a\n  label: So: {'on and ' * 30}\n")
    assert line.endswith("on…'")
    assert len(line) < 140


PLACED = [
    ("- id: a\n  label:What\n- id: b\n", "2:3", "put a space after 'label:'"),
    ("- id:a\n  label: What\n", "1:3", "put a space after 'id:'"),
    ("- id: a\n\tlabel: b\n", "2:1", "a tab stands here"),
    ("- {id: a, label: b\n- {id: c, label: d}\n", "1:3", "the bracket that is opened here"),
    ("- id: a\n  label: 'b\n- id: c\n", "2:10", "the quotation mark that is opened here"),
    ("- id: a\n label: b\n", "2:2", "set the line in as far"),
    ("- id: a\n    label: b\n", "2:10", "line the keys up"),
    ("- id: a\n  label: b\n    and a third: c\n", "3:16", "put it below '|'"),
]


@pytest.mark.parametrize(("text", "place", "words"), PLACED)
def test_other_mistakes_are_named_where_they_were_made(text: str, place: str, words: str) -> None:
    (line,) = said(text)
    assert line.startswith(f"{place} F106 ")
    assert words in line


def test_words_behind_a_number_sign_are_not_dropped_in_silence() -> None:
    (line,) = said("- id: a\n  label: Cut é 😀 what is #1.\n")
    assert line.startswith("2:10 F113 no reader sees '#1.', which YAML takes for a comment; ")
    assert line.endswith("put the text in quotes, or a space after '#'")
    (line,) = said("- id: a\n  label: #1 is best\n- {id: b, label: c}\n")
    assert "F113 no reader sees '#1 is best'" in line


@pytest.mark.parametrize(
    "text",
    [
        "- id: a  # the first\n  label: Leaf  # or two\n",
        "- id: a #first\n  label: 'Leaf' #2\n",
        "- id: a\n  label: Leaf#2\n",
        "- id: a\n  label: >\n    Leaf #2\n",
        "#1\n- id: a\n  label: Leaf\n  #2\n",
    ],
)
def test_a_comment_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_comma_within_braces_is_named_once_with_the_whole_text() -> None:
    assert said("- {id: dry, label: Dry, bone dry, or so}\n") == [
        "1:25 S203 'bone dry' means nothing here; put this text in quotes: 'Dry, bone dry, or so'"
    ]
    assert said("- {id: dry, label: 'Dry, bone dry, or so'}\n") == []


def test_a_forgotten_dash_is_one_problem_however_many_keys_follow() -> None:
    (line,) = said("- id: a\n  label: b\n  id: c\n  label: d\n")
    assert line == (
        "3:3 F108 'id' stands here twice, first in line 1; keep one, or write '- ' before 'id' "
        "if another item starts here"
    )
    two = said("- id: a\n  label: b\n  label: c\n  label: d\n")
    assert [one.partition(" ")[0] for one in two] == ["3:3", "4:3"]
