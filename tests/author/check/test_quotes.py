"""Quotation marks are paired as a reader pairs them, whichever kind they are of."""

import pytest

from guide.author.check.quotes import find_quotes, without_quotes

WHOLE = [
    'say "a" and "b"',
    "\u201ca\u201d and \u2018b\u2019",
    "a \u201cx \u2018y\u2019 z\u201d b",
    "\u201eja\u201c, \u00aboui\u00bb",
    "the auditors' report, it's fine",
    "dogs\u2019 tails, and the year \u201999",
    "\u2018the auditors\u2019 report\u2019 stands",
    "rock 'n' roll in the '70s",
    '5" pipe',
    'a 3" by 5" frame',
    'a "5" pipe" fits',
    '"Type 2" is a type',
    "'It's fine,' he said",
    "he said, \"It's 'fine'.\"",
    "\u201cone\n\u201ctwo\u201d",
]
"""The last is a quotation of two paragraphs, each with a mark that opens."""

ODD = [
    ("\u201dreversed\u201c", 0),
    ("an \u2018unclosed word", 3),
    ("an 'unclosed word", 3),
    ("\u00aboui", 0),
    ("oui\u00bb", 3),
    ('say a" and go', 5),
    ('He says "Type 2" and "more', 21),
    ("\u201cOne \u201cnested\u201d two.", 0),
    ('"one\ntwo" three', 0),
]


@pytest.mark.parametrize("text", WHOLE)
def test_every_mark_has_its_other_half(text: str) -> None:
    assert find_quotes(text).fault is None


@pytest.mark.parametrize(("text", "at"), ODD)
def test_the_first_mark_without_its_other_half_is_found(text: str, at: int) -> None:
    assert find_quotes(text).fault == at


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("they say \u2018passed\u2019 here", "they say          here"),
        ('a 3" passed 5" pipe', 'a 3" passed 5" pipe'),
        ("the \u201cfail\u201d-safe", "the       -safe"),
    ],
)
def test_what_is_quoted_can_be_left_out(text: str, rest: str) -> None:
    assert without_quotes(text) == rest
