"""Examples of what stands beside the advice: questions, answers, facts and the plan."""

from typing import Any

import pytest

from guide.author.examples.run import run_examples
from guide.model.example import Example, Listed, Pair, Phrase
from guide.model.schema import Guide

READER = Example(
    "smoky",
    "A smoky flame.",
    scenario=(Pair("flame", "smoky"), Pair("glass", "whole")),
    answers=(Pair("wind", "storm"),),
    asks=(Listed("flame", (Phrase("wick needs care"),)),),
    answers_say=(Listed("flame", (Phrase("smoky"), Phrase("it leaves soot"))),),
    facts_say=(Listed("F1", (Phrase("leaves soot"), Phrase("every lantern"))),),
    plan_says=(Phrase("never safe unwatched"), Phrase("in a storm nobody can say")),
    plan_never_says=(Phrase("a new glass"),),
)


def _reports(guide: Guide, example: Example) -> list[str]:
    return [f"{p.code} {p.message}" for p in run_examples(guide, [example]).problems]


def test_what_is_so_is_no_problem(tiny: Guide) -> None:
    assert _reports(tiny, READER) == []


CODE = "tiny:flame=smoky,glass=whole"
FLAME = (Listed("flame", (Phrase("steady"),)),)


@pytest.mark.parametrize(
    ("expects", "report"),
    [
        ({"asks": FLAME}, "the words 'steady' of question 'flame', which does not say them"),
        (
            {"asks": (Listed("soot", (Phrase("soot"),)),)},
            f"words of question 'soot'; {CODE} does not come to it",
        ),
        (
            {"answers_say": FLAME},
            "the words 'steady' of the answer to 'flame', which does not say them",
        ),
        (
            {"facts_say": (Listed("F1", (Phrase("oil"),)),)},
            "the words 'oil' of fact 'F1', which does not say them",
        ),
        (
            {"plan_says": (Phrase("a new glass"),)},
            f"the words 'a new glass' in the plan; that of {CODE} does not say them",
        ),
    ],
)
def test_what_is_not_so_is_one_line(tiny: Guide, expects: dict[str, Any], report: str) -> None:
    example = Example("a", "A.", READER.scenario, **expects)
    assert _reports(tiny, example) == [f"E709 'a' expects {report}"]


def test_what_a_plan_must_not_say_is_one_line(tiny: Guide) -> None:
    example = Example("a", "A.", READER.scenario, plan_never_says=(Phrase("unwatched"),))
    report = f"E710 'a' rules out the words 'unwatched' in the plan; that of {CODE} says them"
    assert _reports(tiny, example) == [report]
