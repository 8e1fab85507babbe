"""Each fault in a guide is named with its file, line and column, and nothing else is."""

import datetime
from pathlib import Path

import pytest
from helpers import (
    case_faults,
    example_faults,
    faults,
    letter_faults,
    plan_faults,
    proof_faults,
    reply_faults,
)
from helpers.faults import Fault, copy_of_tiny, put, swap

from guide.author.check.check import check_reading
from guide.author.examples.run import run_examples
from guide.model.codes import Code
from guide.model.problems import Problem
from guide.reading.reader import read_guide
from guide.reading.shelf import find

FAULTS = [
    *faults.FAULTS,
    *proof_faults.FAULTS,
    *example_faults.FAULTS,
    *plan_faults.FAULTS,
    *reply_faults.FAULTS,
    *case_faults.FAULTS,
    *letter_faults.FAULTS,
]


def test_the_small_guide_itself_has_no_problem(tmp_path: Path) -> None:
    assert problems(copy_of_tiny(tmp_path)) == []


def problems(folder: Path) -> list[Problem]:
    """What ``guide check`` finds, and if reading found nothing, what the examples find."""
    reading = read_guide(folder)
    checked = check_reading(reading, datetime.date(2026, 2, 1)).problems
    if reading.problems or reading.guide is None:
        return checked
    return [*checked, *run_examples(reading.guide, reading.examples).problems]


def test_every_code_has_a_fault_that_shows_it() -> None:
    assert {fault.code for fault in FAULTS} == set(Code) - {Code.DUE_FOR_REVIEW, Code.NOT_IN_A_LIST}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_single_fault_is_one_line_at_its_place(fault: Fault, tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    fault.harm(folder)
    lines = [problem.line() for problem in problems(folder)]
    assert len(lines) == 1, lines
    assert lines[0].startswith(fault.place)
    assert f" {fault.code} " in lines[0]
    assert fault.says in lines[0]
    assert lines[0].isprintable()


RUN = {
    Code.EXAMPLE_NO_READER,
    Code.EXAMPLE_BLOCK_MISSING,
    Code.EXAMPLE_BLOCK_SHOWN,
    Code.EXAMPLE_PHRASE_MISSING,
    Code.EXAMPLE_PHRASE_SAID,
    Code.EXAMPLE_GROUND,
    Code.EXAMPLE_QUESTION_ASKED,
    Code.EXAMPLE_LETTER,
    Code.REPLY_UNREACHED,
    Code.REPLY_COUNT,
    Code.CASE_NO_READER,
    Code.CASE_DISAGREES,
    Code.CASE_UNPROVEN,
}
READ = [
    fault
    for fault in FAULTS
    if (fault.code < Code.UNREACHABLE_QUESTION or fault.code[0] in "FSRN") and fault.code not in RUN
]


@pytest.mark.parametrize("fault", READ, ids=lambda fault: fault.name)
def test_a_guide_with_a_fault_is_not_shown_to_readers(fault: Fault, tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    assert find(folder).usable
    fault.harm(folder)
    assert not find(folder).usable


def test_faults_in_several_files_are_all_reported_in_one_go_by_place(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("guide.yaml", "colour: error", "colour: red")(folder)
    swap("questions.yaml", "then: soot}", "then: soots}")(folder)
    swap("advice/verdict.yaml", "tone: wary", "tone: weary")(folder)
    put("advice/steps.yaml", b"- {id: a, body: b}\n- {id: c, bodi: d}\n")(folder)
    places = [problem.at for problem in read_guide(folder).problems]
    assert {place.file for place in places} == {
        "advice/steps.yaml",
        "advice/verdict.yaml",
        "guide.yaml",
        "questions.yaml",
    }
    assert places == sorted(places)
    assert sum(place.file == "advice/steps.yaml" for place in places) == 2


def test_whoever_refers_to_a_broken_thing_is_not_blamed_for_it(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("questions.yaml", "  text: Is there soot on the glass?\n", "")(folder)
    swap("facets.yaml", "label: Glass\n", "lable: Glass\n")(folder)
    codes = [problem.code for problem in read_guide(folder).problems]
    assert sorted(codes) == [Code.MISSING_KEY, Code.UNKNOWN_KEY]
