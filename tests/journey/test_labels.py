"""What steps are called, how far along a reader is, what a change does."""

import pytest

from guide.journey.journey import Journey
from guide.journey.labels import name_step
from guide.journey.progress import progress
from guide.model.schema import Guide


def where(guide: Guide, **answers: str) -> str:
    """The progress shown after these answers."""
    journey = Journey(guide, answers)
    assert journey.question is not None
    return progress(guide, journey.walked, journey.question).words


def test_progress_counts_what_every_way_has(tiny: Guide) -> None:
    assert where(tiny) == "Question 1 of 2, then up to 1 optional"
    assert where(tiny, flame="smoky") == "Question 2 of 2, then up to 1 optional"
    assert where(tiny, flame="smoky", glass="whole") == "Optional 1 of 1"


def test_a_diagnostic_says_what_it_finds_out(tiny: Guide) -> None:
    assert where(tiny, flame="unsure") == "Finding out: Flame, 1 of 1"
    assert where(tiny, flame="unsure", soot="yes") == "Question 2 of 2, then up to 1 optional"


def test_a_diagnostic_on_the_trail_names_what_it_settled(tiny: Guide) -> None:
    trail = Journey(tiny, {"flame": "unsure", "soot": "yes"}).walked.trail
    assert name_step(tiny, trail[0]) == ("Flame", "I am not sure", "")
    assert name_step(tiny, trail[1]) == ("Is there soot on the glass?", "Yes", "Flame: Smoky")


def test_a_skipped_question_is_called_skipped(tiny: Guide) -> None:
    journey = Journey(tiny, {"flame": "steady", "glass": "whole"}).skipping_the_rest()
    assert name_step(tiny, journey.walked.trail[-1]) == ("Wind", "Skipped", "")


@pytest.mark.parametrize("report", ["type2", "type1", "draft"])
def test_progress_of_the_shipped_guide_is_true_on_its_plain_way(
    shipped: Guide, report: str
) -> None:
    answers = {"report": report}
    journey = Journey(shipped)
    seen = []
    while (question := journey.question) is not None:
        seen.append(progress(shipped, journey.walked, question).words)
        plain = next(
            option
            for option in question.options
            if option.settles and option.id == answers.get(question.id, option.id)
        )
        journey = journey.answered(question, plain.id)
    assert seen[0].startswith("Question 1")
    assert not any(words.startswith("Finding out") for words in seen)
    assert " of " in seen[-1]
    for words in seen:
        if " of " in words:
            where, _, after = words.partition(", then ")
            kind, number, _, total = where.split()
            assert 1 <= int(number) <= int(total), words
            assert sum(1 for other in seen if other.startswith(kind)) == int(total), words
            optional = sum(1 for other in seen if other.startswith("Optional"))
            assert after in ("", f"{optional} optional") or after.startswith("up to "), words


def test_back_from_every_question_leads_to_the_first(shipped: Guide) -> None:
    journey: Journey | None = Journey(shipped)
    for _ in range(20):
        assert journey is not None
        if journey.question is None:
            break
        last = journey.question.options[-1]
        journey = journey.answered(journey.question, last.id)
    steps = 0
    answers = journey.answers if journey else {}
    while journey is not None:
        assert journey.answers == answers, "going back loses nothing"
        journey = journey.back()
        steps += 1
    assert steps > 1
