"""The way so far in a few words: a detour gives way to what it found out."""

import pytest

from guide.journey.labels import crumbs
from guide.journey.walk import walk
from guide.model.schema import Guide


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, []),
        (
            {"opinion": "qualified", "nature": "admin"},
            ["Qualified", "An isolated administrative gap"],
        ),
        ({"opinion": "unsure", "letter": "yes"}, ["I am not sure", "Yes"]),
        ({"opinion": "unsure", "letter": "yes", "heading": "adverse"}, ["Adverse"]),
        (
            {"opinion": "unsure", "letter": "draft", "heading": "qualified"},
            ["Draft only", "Qualified"],
        ),
        (
            {"opinion": "none-of-these", "no-letter": "working", "deal": "skip"},
            ["None of these, or there is no report", "Nothing yet, the work is still going on"],
        ),
    ],
)
def test_a_detour_gives_way_to_what_it_settles(
    shipped: Guide, answers: dict[str, str], shown: list[str]
) -> None:
    assert crumbs(shipped, walk(shipped, answers).trail) == shown


@pytest.mark.parametrize(
    ("licence", "shown"), [("yes", ["The firm's standing: In doubt"]), ("no", [])]
)
def test_a_question_in_passing_shows_what_it_found_and_no_bare_yes_or_no(
    shipped: Guide, licence: str, shown: list[str]
) -> None:
    answers = {
        "opinion": "adverse",
        "nature": "none",
        "auditor": "unsure",
        "surprise": "no",
        "silence": "no",
        "fit": "several",
        "licence": licence,
    }
    found = crumbs(shipped, walk(shipped, answers).trail)
    assert found[3:] == shown
