"""Answers without an effect: told in one line, and allowed where a question is for the record."""

from msgspec.structs import replace

from guide.author.check.prove import prove
from guide.model.schema import Guide, Option, Question, Route


def _reports(guide: Guide, question: Question) -> list[str]:
    """What is reported of a question that is asked after the last one."""
    *others, last = guide.questions
    asked = replace(last, then=(Route(question.id),))
    proof = prove(replace(guide, questions=(*others, asked, question)))
    return [f"{problem.code} {problem.message}" for problem in proof.problems]


def _question(*options: Option, record: bool = False) -> Question:
    return Question("moon", "Is there a moon?", options, then=(Route("advice"),), record=record)


def test_a_question_for_the_record_needs_no_effect(tiny: Guide) -> None:
    options = Option("yes", "Yes"), Option("no", "No")
    (report,) = _reports(tiny, _question(*options))
    assert report.startswith("G410 no answer to 'moon' ever changes a page")
    assert "record: true" in report
    assert _reports(tiny, _question(*options, record=True)) == []


def test_a_question_for_the_record_that_changes_a_page_is_reported(tiny: Guide) -> None:
    options = Option("yes", "Yes", settles={"wind": "storm"}), Option("no", "No")
    reports = _reports(tiny, _question(*options, record=True))
    assert any("G412 'moon' is said to be for the record only" in report for report in reports)


def test_many_options_that_do_the_same_are_reported_in_one_line(tiny: Guide) -> None:
    *others, wind = tiny.questions
    more = tuple(Option(f"calm{number}", "Calm", settles={"wind": "calm"}) for number in range(90))
    guide = replace(tiny, questions=(*others, replace(wind, options=wind.options + more)))
    (problem,) = prove(guide).problems
    names = "'calm0', 'calm1' and 88 others"
    rest = "always do the same as 'calm'; if they are meant to, write same_as: calm"
    assert problem.message == f"{names} {rest}"


def test_one_same_as_is_enough_for_two_options(tiny: Guide) -> None:
    *others, wind = tiny.questions
    calm, *rest = wind.options
    lull = Option("lull", "No wind", settles={"wind": "calm"})
    guide = replace(
        tiny,
        questions=(
            *others,
            replace(wind, options=(replace(calm, same_as="lull"), *rest, lull)),
        ),
    )
    assert prove(guide).problems == []
