"""What a typed line means where a number could also be an answer."""

import pytest

from guide.cli.matching import match
from guide.model.schema import Option, Question

MONTHS = Question(
    "months",
    "How long?",
    (
        Option("3", "3 months"),
        Option("6", "6 months"),
        Option("9", "9 months"),
        Option("12", "12 months"),
        Option("skip", "Skip this question"),
    ),
)


def test_nothing_is_guessed_where_a_number_is_also_an_answer() -> None:
    found = match(MONTHS.options, "3")
    assert found.option is None
    assert found.why == (
        "'3' could be '9 months' or '3 months': type '3.' for number 3, or '3 months' in full."
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3.", "9"),
        ("3)", "9"),
        ("3 months", "3"),
        ("1", "3"),
        ("2", "6"),
        ("5", "skip"),
        ("6", "6"),
        ("12", "12"),
        ("skip", "skip"),
        ("sk", "skip"),
    ],
)
def test_a_line_means_one_answer(typed: str, meant: str) -> None:
    option = match(MONTHS.options, typed).option
    assert option is not None
    assert option.id == meant


@pytest.mark.parametrize("typed", ["0", "7", "99999", "9" * 5000, "-1", "²", "x", "."])
def test_a_line_that_means_nothing_is_said_so(typed: str) -> None:
    found = match(MONTHS.options, typed)
    assert found.option is None
    assert "Type a number from 1 to 5." in found.why
    assert len(found.why) < 150
