"""The state is the answers and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from guide.journey.walk import answer, walk
from guide.model.schema import Guide

QUESTIONS = ["flame", "soot", "glass", "wind", "nonsense"]
OPTIONS = ["steady", "smoky", "unsure", "yes", "no", "whole", "cracked", "calm", "skip", "?"]
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(OPTIONS))


def test_a_direct_answer_settles_its_facet(tiny: Guide) -> None:
    where = walk(tiny, {"flame": "smoky"})
    assert where.scenario == {"flame": "smoky"}
    assert where.next is not None
    assert where.next.id == "glass"


def test_not_being_sure_leads_through_the_diagnostic_to_a_settled_facet(tiny: Guide) -> None:
    where = walk(tiny, {"flame": "unsure", "soot": "yes"})
    assert [step.question.id for step in where.trail] == ["flame", "soot"]
    assert where.scenario == {"flame": "smoky", "soot": "thick"}


def test_a_route_may_look_at_an_earlier_answer(tiny: Guide) -> None:
    assert walk(tiny, {"flame": "smoky", "glass": "cracked"}).finished
    assert not walk(tiny, {"flame": "smoky", "glass": "whole"}).finished


def test_a_skipped_question_settles_nothing(tiny: Guide) -> None:
    where = walk(tiny, {"flame": "steady", "glass": "whole", "wind": "skip"})
    assert where.finished
    assert where.scenario == {"flame": "steady", "glass": "whole"}


def test_changing_the_first_answer_keeps_the_later_ones_that_still_apply(tiny: Guide) -> None:
    change = answer(tiny, {"flame": "smoky", "glass": "whole", "wind": "storm"}, "flame", "steady")
    assert change.answers == {"flame": "steady", "glass": "whole", "wind": "storm"}
    assert change.dropped == ()


def test_changing_an_answer_names_the_later_ones_that_no_longer_apply(tiny: Guide) -> None:
    change = answer(tiny, {"flame": "smoky", "glass": "whole", "wind": "storm"}, "glass", "cracked")
    assert change.answers == {"flame": "smoky", "glass": "cracked"}
    assert [(step.question.id, step.option.id) for step in change.dropped] == [("wind", "storm")]


def test_answers_ahead_of_an_open_diagnostic_are_kept_until_it_is_settled(tiny: Guide) -> None:
    change = answer(tiny, {"flame": "smoky", "glass": "whole", "wind": "calm"}, "flame", "unsure")
    assert change.answers == {"flame": "unsure", "glass": "whole", "wind": "calm"}
    assert change.dropped == ()
    settled = answer(tiny, change.answers, "soot", "no")
    assert walk(tiny, settled.answers).finished
    assert walk(tiny, settled.answers).scenario == {
        "flame": "steady",
        "glass": "whole",
        "wind": "calm",
    }


def test_an_answer_that_the_guide_no_longer_has_stops_the_walk_there(tiny: Guide) -> None:
    where = walk(tiny, {"flame": "roaring", "glass": "whole"})
    assert where.trail == ()
    assert where.next is not None
    assert where.next.id == "flame"


@given(answers=ANSWERS)
def test_any_answers_in_any_order_give_the_same_walk(tiny: Guide, answers: dict[str, str]) -> None:
    backwards = dict(reversed(answers.items()))
    assert walk(tiny, answers) == walk(tiny, backwards)


@given(answers=ANSWERS, question=st.sampled_from(QUESTIONS[:-1]), data=st.data())
def test_no_answer_is_lost_without_being_named(
    tiny: Guide, answers: dict[str, str], question: str, data: st.DataObject
) -> None:
    before = {q: o for q, o in answers.items() if q in tiny.question and tiny.question[q].option(o)}
    option = data.draw(st.sampled_from([o.id for o in tiny.question[question].options]))
    change = answer(tiny, before, question, option)
    named = {step.question.id for step in change.dropped}
    assert before.keys() <= change.answers.keys() | named | {question}
    assert not named & change.answers.keys()
    again = answer(tiny, change.answers, question, option)
    assert again.answers == change.answers
