"""What-if says of every other answer what a second reading of the YAML says."""

import itertools
import random

import pytest
from conftest import SHIPPED
from helpers.independent_reading import Independent
from helpers.neighboring import check_what_if

from guide.compare.neighbors import what_if
from guide.model.schema import Guide


@pytest.fixture(scope="module")
def second() -> Independent:
    """The guide that ships, read a second way."""
    return Independent(SHIPPED)


def test_every_other_answer_of_every_scenario_of_the_spine(
    shipped: Guide, second: Independent
) -> None:
    spine = {
        name: [o["id"] for o in second.questions[name]["options"] if name in o.get("settles", {})]
        for name in ("opinion", "nature", "auditor")
    }
    every = list(itertools.product(*spine.values()))
    assert len(every) == 4 * 5 * 4
    for chosen in every[::2]:
        answers = dict(zip(spine, chosen, strict=True))
        check_what_if(shipped, second, second.skip(answers))


def test_every_other_answer_of_walks_drawn_at_random(shipped: Guide, second: Independent) -> None:
    chance = random.Random(7)  # noqa: S311 - the same every time
    led_on = idle = 0
    for _ in range(30):
        found = check_what_if(shipped, second, second.some_walk(chance))
        led_on += sum(one.page is None for one in found.neighbors)
        idle += len(found.without_effect)
    assert led_on > 60
    assert idle > 5


def test_optional_questions_that_another_answer_brings_up_are_skipped(tiny: Guide) -> None:
    found = what_if(tiny, {"flame": "steady", "glass": "cracked"})
    (best,) = found.helps_most
    assert best.answers == {"flame": "steady", "glass": "whole", "wind": "skip"}
    assert found.hurts_most == ()


def test_a_question_without_effect_here_is_named(tiny: Guide) -> None:
    found = what_if(tiny, {"flame": "unsure", "soot": "no", "glass": "cracked"})
    assert [question.step.question.id for question in found.without_effect] == ["flame"]
    assert [one.option.id for one in found.neighbors if one.page is None] == []
