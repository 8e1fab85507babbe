"""A reader is found wherever trying every path would find one."""

from helpers.how_many import tries
from helpers.small_guides import FACETS, VALUES, every_walk, guides, settles_once
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.author.examples.find import find_reader
from guide.journey.walk import walk
from guide.model.example import Example, Pair
from guide.model.schema import UNSET, Guide


@settings(max_examples=tries(40), deadline=None)
@given(guide=guides(), data=st.data())
def test_a_reader_is_found_where_there_is_one(guide: Guide, data: st.DataObject) -> None:
    values = st.sampled_from([*VALUES, UNSET])
    scenario = data.draw(st.dictionaries(st.sampled_from(FACETS), values, max_size=2))
    choices = [(q.id, option.id) for q in guide.questions for option in q.options]
    given_answers = dict(data.draw(st.lists(st.sampled_from(choices), max_size=2)))
    example = Example(
        "e",
        "E",
        tuple(Pair(*row) for row in scenario.items()),
        tuple(Pair(*row) for row in given_answers.items()),
    )
    fitting = [
        answers
        for answers in every_walk(guide)
        if given_answers.items() <= answers.items() and _has(guide, answers, scenario)
    ]
    reader = find_reader(guide, example)
    if reader is None:
        assert not any(settles_once(guide, answers) for answers in fitting)
        return
    assert {step.question.id: step.option.id for step in reader.trail} in fitting


def _has(guide: Guide, answers: dict[str, str], scenario: dict[str, str]) -> bool:
    settled = walk(guide, answers).scenario
    return all(settled.get(facet, UNSET) == value for facet, value in scenario.items())
