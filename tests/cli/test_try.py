"""guide try: examples run, what they leave out, and cases suggested for it."""

import json
import shutil
from pathlib import Path

import pytest
from helpers.running import TINY, here

GOOD = "- {id: smoky, about: A., scenario: {flame: smoky, glass: whole}, shows: [verdict-smoky]}\n"
BAD = "- {id: bad, about: A., scenario: {glass: cracked}, shows: [steps-always], says: [gold]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "library" / "tiny"))


def write(folder: Path, text: str) -> None:
    (folder / "examples.yaml").write_text(text, encoding="utf-8")


def test_examples_that_hold_exit_with_0_and_what_is_left_out_is_listed(folder: Path) -> None:
    write(folder, GOOD)
    ran = here("try", str(folder))
    assert ran.code == 0
    assert f"{folder}/questions.yaml:8:3 left out: question 'soot'\n" in ran.out
    assert f"{folder}/guide.yaml:15:5 left out: section 'notices'\n" in ran.out
    assert f"{folder}/advice/verdict.yaml:11:3 left out: block 'verdict-steady'\n" in ran.out
    assert "block 'notice-soot'" not in ran.out  # its whole section is
    assert "blocks        1 of     8   12 %\n" in ran.out
    assert ran.err == (
        "tiny: 1 example, all as expected; --suggest writes cases for what is left out.\n"
    )


def test_each_failure_is_a_line_and_the_exit_code_is_1(folder: Path) -> None:
    write(folder, GOOD + BAD + GOOD.replace("id: smoky", "id: twice"))
    ran = here("try", str(folder.parent))
    assert ran.code == 1
    first, second = ran.out.splitlines()[:2]
    assert first == (
        f"{folder}/examples.yaml:2:82 E709 'bad' expects the words 'gold'; "
        "tiny:flame=steady,glass=cracked does not say them"
    )
    assert second == (
        f"{folder}/examples.yaml:3:3 unused: 'twice' tells nothing that 'smoky' does not; remove it"
    )
    assert ran.err.startswith("tiny: 3 examples, 1 not as expected, 1 unused; ")


def test_an_example_with_a_problem_of_its_own_stops_no_other(folder: Path) -> None:
    broken = "- {id: broken, about: A., scenario: {glass: cracked}}\n"
    shape = "- {id: shape, about: A., scenery: {glass: cracked}, says: [a]}\n"
    write(folder, GOOD + broken + BAD + shape)
    ran = here("try", str(folder))
    assert ran.code == 1
    assert [line.split()[1] for line in ran.out.splitlines()[:3]] == ["E704", "E709", "S203"]
    assert "2 examples, 1 not as expected, 2 problems in others, which were not run" in ran.err
    assert here("try", str(folder), "--suggest").code == 2


def test_a_guide_is_named_by_its_id_its_folder_or_not_at_all(folder: Path) -> None:
    write(folder, GOOD)
    library = ["--library", str(folder.parent)]
    for arguments in (["tiny", *library], library, [str(folder)]):
        assert here("try", *arguments).err.startswith("tiny: 1 example, ")


def test_what_is_no_guide_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    for name in ("tinny", str(tmp_path)):
        ran = here("try", name)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "did you mean 'tiny'?" in here("try", "tinny").err


def test_a_guide_with_problems_is_not_tried(faulty: Path) -> None:
    ran = here("try", str(faulty))
    assert ran.code == 1
    assert "S204" in ran.out
    assert "guide check" in ran.err
    assert here("try", str(faulty), "--suggest").code == 2


def test_a_guide_without_examples_is_told_how_to_get_some() -> None:
    ran = here("try", "tiny")
    assert ran.code == 0
    assert ran.err == "tiny has no examples; 'guide try tiny --suggest' writes some.\n"


def test_json_says_the_same_to_programs(folder: Path) -> None:
    write(folder, GOOD + BAD)
    ran = here("try", str(folder), "--as", "json")
    assert ran.code == 1
    (guide,) = json.loads(ran.out)["guides"]
    assert guide["guide"] == "tiny"
    assert guide["problems"] == []
    assert [example["id"] for example in guide["examples"]] == ["smoky", "bad"]
    assert guide["examples"][0]["answers"] == {"flame": "smoky", "glass": "whole", "wind": "skip"}
    assert [failure["code"] for failure in guide["failures"]] == ["E709"]
    assert guide["coverage"]["sections"]["left_out"] == [
        {"id": "notices", "of": None, "file": "guide.yaml", "line": 15, "column": 5}
    ]


def test_suggested_cases_complete_the_file(folder: Path) -> None:
    write(folder, GOOD)
    ran = here("try", str(folder), "--suggest")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# ")
    assert "to be confirmed" in ran.out
    write(folder, GOOD + ran.out)
    assert here("check", str(folder)).code == 0
    again = here("try", str(folder))
    assert again.code == 0
    assert "left out" not in again.out
    assert " to be confirmed: " in again.out
    assert again.err.endswith(" to be confirmed.\n")
    assert here("try", str(folder), "--suggest").out.startswith("# Nothing is left out")


def test_suggestions_are_for_one_guide_at_a_time(second: Path) -> None:
    ran = here("try", "--suggest", "--library", str(second))
    assert ran.code == 2
    assert "say which guide" in ran.err
