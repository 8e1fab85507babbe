"""The guide that ships is watched by examples that touch everything in it."""

from conftest import SHIPPED

from guide.author.examples.run import run_examples
from guide.journey.walk import walk
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
    examples = {example.id: example for example in read_guide(SHIPPED).examples}
    adverse = examples["adverse-with-five-criteria-named"]
    assert "months" in {phrase.text for phrase in adverse.never_says}
    bridge = {phrase.text for phrase in examples["the-bridge-letter"].says}
    assert {"the source article says", "CPA firms say", "management writes and signs it"} <= bridge
