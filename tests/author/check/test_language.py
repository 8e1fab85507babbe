"""What is said twice, too long, or names a fact: without false alarms."""

import datetime
from pathlib import Path

import pytest
from helpers.faults import copy_of_tiny, swap
from msgspec.structs import replace

from guide.author.check.check import check_reading
from guide.author.check.language import check_text
from guide.author.check.readability import grade
from guide.english import sentences
from guide.model.example import Example
from guide.model.schema import Fact, Guide
from guide.reading.collector import Problems
from guide.reading.reader import read_guide


def said(guide: Guide, body: str) -> list[str]:
    """What is found in a guide of which one block says this."""
    (first, *_) = guide.blocks["steps"]
    problems = Problems()
    check_text(replace(guide, blocks={"steps": (replace(first, body=body),)}), problems)
    return [f"{one.code} {one.message}" for one in problems.sorted()]


@pytest.mark.parametrize("twice", ["the the", "don't don't", "well-known well-known", "The the"])
def test_a_word_said_twice_is_named(twice: str, tiny: Guide) -> None:
    assert said(tiny, f"We {twice} x.") == [f"T503 'steps-always' says {twice!r}; remove one"]


@pytest.mark.parametrize(
    "fine",
    [
        "sign-in in May",
        "can can't",
        "the the-one",
        "had had",
        "a. A",
        "call 0800 800 800",
        "see Bora Bora",
    ],
)
def test_a_word_that_only_looks_said_twice_is_not(fine: str, tiny: Guide) -> None:
    assert said(tiny, f"We {fine} x.") == []


def test_a_word_is_forbidden_between_inches_and_allowed_between_single_quotes(tiny: Guide) -> None:
    assert said(tiny, 'A 3" unbreakable 5" pane.')[0].startswith("T502")
    assert said(tiny, "Called \u2018unbreakable\u2019 glass.") == []


@pytest.mark.parametrize("name", ["F7", "F1234", "f7", "C-9"])
def test_what_looks_like_a_fact_and_is_none_is_named(name: str, tiny: Guide) -> None:
    more = Fact("C-1", "A claim.", ("KEEPER",))
    assert (
        f"names {name}, which is no fact"
        in said(replace(tiny, facts=(*tiny.facts, more)), f"As {name} says.")[0]
    )


@pytest.mark.parametrize("name", ["F1", "B7", "SOC 2", "F1a"])
def test_what_does_not_look_like_a_fact_is_let_alone(name: str, tiny: Guide) -> None:
    assert said(tiny, f"As {name} says.") == []


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences("Ask somebody, e.g. The Keeper. Then go.") == [
        "Ask somebody, e.g. The Keeper.",
        "Then go.",
    ]


def test_what_an_example_is_about_is_language_and_what_it_must_not_say_is_not(tiny: Guide) -> None:
    problems = Problems()
    check_text(tiny, problems, (Example("a", "The the case, unbreakable."),))
    assert [one.code for one in problems.sorted()] == ["T503"]


def test_facts_and_sources_may_use_the_words_of_others(tiny: Guide) -> None:
    fact = Fact("F9", "It is unbreakable.", ("KEEPER",), datetime.date(2026, 1, 1))
    problems = Problems()
    check_text(replace(tiny, facts=(*tiny.facts, fact)), problems)
    assert not problems


def test_a_few_words_have_no_grade() -> None:
    assert grade(1, 1, 6) == 0
    assert grade(20, 1, 60) > 20


def test_a_block_says_nothing_that_its_tone_forbids(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    label = "{id: fine, label: All is well, colour: success"
    swap("guide.yaml", f"{label}}}", f"{label}, forbidden: [danger*, dark]}}")(folder)
    assert check_reading(read_guide(folder)).problems == []
    swap("advice/verdict.yaml", "It is safe to light.", "It is d\u0430ngerous to light.")(folder)
    (problem,) = check_reading(read_guide(folder)).problems
    assert problem.code == "T502"
    assert "which its tone 'fine' forbids" in problem.message
