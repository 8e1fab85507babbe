"""One kind of problem hides no other, and none is repeated as the consequence of another."""

import datetime
from pathlib import Path

import pytest
from helpers.faults import add, both, copy_of_tiny, put, swap

from guide.author.check.check import check_reading
from guide.reading.reader import read_guide

DOUBLED = swap("advice/steps.yaml", "Replace the glass.", "Replace the the glass.")
TODAY = datetime.date(2026, 2, 1)
STALE = b"- {id: a, about: A., answers: {wind: clam}, says: [the]}\n"


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in check_reading(read_guide(folder), TODAY).problems]


def test_a_wrong_tone_hides_neither_a_doubled_word_nor_a_broken_promise(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    both(DOUBLED, swap("advice/verdict.yaml", "tone: wary", "tone: weary"))(folder)
    swap("advice/verdict.yaml", "{flame: smoky, glass: whole}", "{flame: smoky}")(folder)
    assert codes(folder) == ["T503", "P452", "R307"]


def test_a_stale_example_or_rename_hides_nothing_that_is_proven(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    both(put("examples.yaml", STALE), add("guide.yaml", "renamed: {facets: {a: b}}"))(folder)
    swap("facets.yaml", "    - {id: calm,", "    - {id: gale, label: Gale}\n    - {id: calm,")(
        folder
    )
    assert codes(folder) == ["E703", "G407", "N801"]


def test_raw_html_hides_no_other_fault_of_the_text(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    both(DOUBLED, swap("advice/verdict.yaml", "It is safe", "It is <b>safe</b>"))(folder)
    assert codes(folder) == ["T503", "T501"]


def test_what_needs_the_questions_is_not_proven_where_they_cannot_be_read(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    both(DOUBLED, swap("questions.yaml", "then: soot}", "then: soots}"))(folder)
    found = check_reading(read_guide(folder), TODAY)
    assert [problem.code for problem in found.problems] == ["T503", "R301"]
    assert found.figures is None


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("advice/notices.yaml", "rests_on: [F1]", "rests_no: [F1]", "S203"),
        ("recovery.yaml", "says: The keeper gives", "sais: The keeper gives", "S203"),
        ("facts.yaml", "source: [KEEPER]", "source: [KEEPERS]", "R306"),
        ("advice/steps.yaml", "rests_on: [C1]", "rests_on: [C2]", "R305"),
    ],
)
def test_facts_are_not_called_unseen_where_the_fault_may_be_why(
    file: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    folder = copy_of_tiny(tmp_path)
    swap(file, old, new)(folder)
    assert codes(folder) == [code]


def test_a_fact_under_the_plan_alone_is_seen_and_a_facet_read_by_it_alone_is_read(
    tmp_path: Path,
) -> None:
    folder = copy_of_tiny(tmp_path)
    add("facts.yaml", "  - {id: F3, says: Wicks are cheap., source: [KEEPER]}")(folder)
    swap("recovery.yaml", "title: Cut the wick", "when: {moon: full}\n        title: Cut it")(
        folder
    )
    swap("recovery.yaml", "judgement: The editors' own.", "rests_on: [F3]")(folder)
    moon = "- {id: moon, label: Moon, values: [{id: full, label: Full}]}"
    swap("questions.yaml", "  then: advice\n", "  then: moon\n")(folder)
    add("facets.yaml", moon)(folder)
    question = (
        "- id: moon\n  text: Is the moon full?\n  then: advice\n  options:\n"
        "    - {id: 'yes', label: 'Yes', settles: {moon: full}}\n"
        "    - {id: 'no', label: 'No'}"
    )
    add("questions.yaml", question)(folder)
    assert codes(folder) == []


def test_dates_far_off_are_no_reason_to_fail(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    add("guide.yaml", "review_after_days: 999999")(folder)
    reading = read_guide(folder)
    assert check_reading(reading, TODAY, as_of=datetime.date.min).problems == []
    (due,) = check_reading(reading, TODAY, as_of=datetime.date.max).problems
    assert due.code == "K604"


def test_a_route_out_of_order_keeps_nothing_else_from_being_proven(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("questions.yaml", "    - {go: wind}", "    - {go: wind}\n    - {go: advice}")(folder)
    swap("advice/notices.yaml", "when: {wind: storm}", "when: {wind: storm, glass: cracked}")(
        folder
    )
    assert codes(folder) == ["G406", "G403"]
