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
            {"report": "type2", "opinion": "qualified", "nature": "admin"},
            ["report=type2", "opinion=qualified", "nature=admin"],
        ),
        ({"report": "skip", "opinion": "qualified"}, ["opinion=qualified"]),
        (
            {"report": "skip", "opinion": "unsure", "heading": "none"},
            ["opinion=unsure", "heading=none"],
        ),
        ({"report": "skip", "opinion": "unsure", "heading": "adverse"}, ["Adverse"]),
        (
            {"report": "skip", "opinion": "unsure", "heading": "none", "whole": "yes"},
            ["Disclaimer (no opinion)"],
        ),
        (
            {"report": "draft", "opinion": "unsure", "heading": "qualified"},
            ["report=draft", "Qualified"],
        ),
        (
            {"report": "nothing", "waiting": "working", "deal": "skip"},
            ["report=nothing", "waiting=working"],
        ),
    ],
)
def test_a_detour_gives_way_to_what_it_settles(
    shipped: Guide, answers: dict[str, str], shown: list[str]
) -> None:
    """What is shown is a facet's value, or the words of the answer ``question=option``."""
    trail = walk(shipped, answers).trail
    labels = {f"{step.question.id}={step.option.id}": step.option.label for step in trail}
    assert crumbs(shipped, trail) == [labels.get(words, words) for words in shown]


@pytest.mark.parametrize(
    ("licence", "shown"), [("yes", ["The firm's standing: In doubt"]), ("no", [])]
)
def test_a_question_in_passing_shows_what_it_found_and_no_bare_yes_or_no(
    shipped: Guide, licence: str, shown: list[str]
) -> None:
    answers = {
        "report": "skip",
        "opinion": "adverse",
        "nature": "none",
        "auditor": "unsure",
        "surprise": "no",
        "silence": "no",
        "fit": "several",
        "deal": "skip",
        "months": "skip",
        "special": "skip",
        "licence": licence,
    }
    found = crumbs(shipped, walk(shipped, answers).trail)
    assert found[3:] == shown
