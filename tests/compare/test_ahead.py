"""Where open questions can lead: every verdict, and no other."""

import datetime

import pytest

from guide.compare.ahead import Ahead
from guide.journey.walk import walk
from guide.model.schema import (
    Block,
    Condition,
    Facet,
    Guide,
    Head,
    Option,
    Question,
    Route,
    Section,
    Test,
    Tone,
    Value,
)

TONES = (Tone("t0", "Fine", "success"), Tone("t1", "Poor", "warning"), Tone("t2", "Bad", "error"))


def is_(facet: str) -> Condition:
    """The facet is settled as yes."""
    return Condition(((Test(facet, ("yes",)),),))


def asks(name: str, facet: str, *routes: Route, optional: bool = False) -> Question:
    """A question that settles one facet as yes, or does not."""
    options = (
        Option("yes", "Yes", settles={facet: "yes"}),
        Option("no", "No", skip=optional),
    )
    return Question(name, f"{name}?", options, then=routes)


@pytest.fixture
def guide() -> Guide:
    """Where the way goes after ``first`` is no matter of the verdict itself."""
    questions = (
        asks("first", "way", Route("second")),
        asks("second", "bad", Route("third", when=is_("way")), Route("advice")),
        asks("third", "poor", Route("fourth")),
        asks("fourth", "poor", Route("advice"), optional=True),
    )
    blocks = (
        Block("v-bad", "Bad.", tone="t2", when=is_("bad")),
        Block("v-poor", "Poor.", tone="t1", when=is_("poor"), unless=is_("bad")),
        Block("v-fine", "Fine.", tone="t0"),
    )
    section = Section("verdict", "Verdict", holds="some")
    head = Head("g", "G", datetime.date(2026, 1, 1), "first", (section,), tones=TONES)
    facets = tuple(Facet(name, name, (Value("yes", "Yes"),)) for name in ("way", "bad", "poor"))
    return Guide(head, facets, questions, {"verdict": blocks})


@pytest.mark.parametrize(
    ("answers", "ranks"),
    [
        ({}, {0, 1, 2}),
        ({"first": "no"}, {0, 2}),
        ({"first": "yes", "second": "no"}, {0, 1}),
        ({"second": "yes"}, {2}),
        ({"third": "yes"}, {0, 1, 2}),
        ({"first": "yes", "third": "yes"}, {1, 2}),
        ({"first": "yes", "second": "no", "third": "no"}, {0}),
        ({"first": "yes", "second": "no", "third": "no", "fourth": "yes"}, {1}),
    ],
)
def test_every_way_on_is_taken_but_past_answers_stand_and_optional_questions_are_skipped(
    guide: Guide, answers: dict[str, str], ranks: set[int]
) -> None:
    assert Ahead(guide).ranks(walk(guide, answers), answers) == ranks
