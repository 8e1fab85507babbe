"""The answer that would change most of an unfinished page."""

from guide.journey.sharpen import sharpest_question
from guide.model.schema import Guide


def test_the_question_that_changes_most_is_named(shipped: Guide) -> None:
    question = sharpest_question(shipped, {"nature": "admin"}, ["months", "opinion"])
    assert question is not None
    assert question.id == "opinion"


def test_only_what_can_still_be_settled_counts(tiny: Guide) -> None:
    question = sharpest_question(tiny, {"flame": "smoky"}, ["glass"])
    assert question is not None
    assert question.id == "glass"


def test_nothing_is_left_to_sharpen_a_finished_page(tiny: Guide) -> None:
    assert sharpest_question(tiny, {"flame": "smoky", "glass": "whole"}, []) is None
