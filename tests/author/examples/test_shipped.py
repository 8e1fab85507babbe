"""The guide that ships is watched by examples that touch everything in it."""

import pytest
from conftest import SHIPPED

from guide.author.examples.expect import saying
from guide.author.examples.run import run_examples
from guide.journey.advice import advise
from guide.journey.walk import walk
from guide.model.example import Said
from guide.model.schema import Guide
from guide.reading.reader import read_guide


def test_its_examples_pass_touch_everything_and_none_is_of_no_use() -> None:
    reading = read_guide(SHIPPED)
    assert reading.guide is not None
    trial = run_examples(reading.guide, reading.examples)
    assert [problem.line() for problem in trial.problems] == []
    assert len(trial.tried) >= 30
    assert trial.coverage.whole
    assert trial.unused == ()
    assert trial.idle == ()
    assert trial.unconfirmed == ()
    for tried in trial.tried:
        assert tried.reader is not None
        answers = {step.question.id: step.option.id for step in tried.reader.trail}
        assert walk(reading.guide, answers).finished


def test_what_each_block_rests_on_is_confirmed_once_even_where_it_is_no_fact() -> None:
    reading = read_guide(SHIPPED)
    assert reading.guide is not None
    blocks = [block.id for blocks in reading.guide.blocks.values() for block in blocks]
    confirmed = [ground.of for example in reading.examples for ground in example.rests_on]
    assert sorted(confirmed) == sorted(blocks)


def test_what_puts_each_fact_right_is_confirmed_once() -> None:
    reading = read_guide(SHIPPED)
    assert reading.guide is not None
    corrected = [fact.id for fact in reading.guide.facts if fact.corrected_by]
    confirmed = [ground.of for example in reading.examples for ground in example.corrected_by]
    assert sorted(confirmed) == sorted(corrected)


def test_its_examples_say_what_must_never_be_said() -> None:
    examples = read_guide(SHIPPED).examples
    adverse = next(each for each in examples if each.id == "adverse-with-five-criteria-named")
    assert "we give no total" in {phrase.text for phrase in adverse.says}
    assert {phrase.text for phrase in adverse.never_says} >= {"quietly", "better than"}


@pytest.mark.parametrize("opinion", ["adverse", "disclaimer"])
def test_no_page_of_a_grave_opinion_names_months_without_saying_that_they_are_no_total(
    shipped: Guide, opinion: str
) -> None:
    for nature in shipped.facet["nature"].values:
        page = advise(shipped, {"opinion": opinion, "nature": nature.id, "report": "type2"})
        blocks = [shown.block for shown in page.blocks()]
        months = {block.id for block in saying(Said("months"), blocks, unquoted=True)}
        assert months
        assert months <= {block.id for block in saying(Said("no total"), blocks)}


def test_who_writes_a_bridge_letter_is_said_by_both_sides_to_whoever_may_need_one(
    shipped: Guide,
) -> None:
    sides = ("source article", "auditor", "CPA firms", "management")
    shows = {name.text for example in read_guide(SHIPPED).examples for name in example.shows}
    bridges = [block for block in shipped.blocks["telling-buyers"] if block.part == "bridge"]
    assert len(bridges) >= 3
    for block in bridges:
        assert {"C1", "F38"} <= set(block.rests_on)
        assert all(saying(Said(side), [block]) for side in sides), block.id
        assert block.id in shows
