"""One fault hides no other, and none is blamed for another: every file is read to its end."""

from pathlib import Path

import pytest
from helpers.faults import add, both, copy_of_tiny, put, swap

from guide.model.problems import quoted
from guide.reading.folder import MAX_FILES, read_files
from guide.reading.reader import read_guide


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in read_guide(folder).problems]


def test_every_fault_of_one_condition_is_reported(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    when = "when: [{'a b': calm, wind: [c d, calm, e f]}, {}]"
    swap("advice/notices.yaml", "when: {wind: storm}", when)(folder)
    problems = read_guide(folder).problems
    assert [(one.code, one.at.column) for one in problems] == [
        ("S205", 11),
        ("S205", 31),
        ("S205", 42),
        ("S206", 49),
    ]


def test_a_refused_character_hides_nothing_else_in_its_file(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("questions.yaml", "It leaves soot.", "It leaves\u200b soot.")(folder)
    swap("questions.yaml", "settles: {wind: calm}", "setles: {wind: calm}")(folder)
    assert codes(folder) == ["F105", "S203"]


def test_a_guide_yaml_that_lacks_something_hides_nothing_in_other_files(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("guide.yaml", "2026-01-15", "2026-02-30")(folder)
    swap("questions.yaml", "then: soot}", "then: soots}")(folder)
    swap("advice/verdict.yaml", "[F2, C1]", "[F3, C1]")(folder)
    swap("advice/verdict.yaml", "tone: wary", "tone: weary")(folder)
    reading = read_guide(folder)
    assert [problem.code for problem in reading.problems] == ["R305", "R307", "S204", "R301"]
    assert reading.guide is None
    assert reading.draft is not None


def test_an_unreadable_guide_yaml_is_the_only_problem_of_what_hangs_on_it(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    put("guide.yaml", b"[")(folder)
    assert codes(folder) == ["F106"]


def test_an_advice_folder_that_may_not_be_read_does_not_hide_the_rest(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    (folder / "advice").rename(folder / "elsewhere")
    (folder / "advice").touch()
    swap("facets.yaml", "kind: finding", "kind: fnding")(folder)
    assert codes(folder) == ["F101", "S204"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: calm, label: Calm,", "{label: Calm,"),
        ("{id: calm, label: Calm,", "{ID: calm, label: Calm,"),
        ("{id: calm, label: Calm,", "{id: , label: Calm,"),
    ],
)
def test_whoever_refers_to_a_thing_without_an_id_is_not_blamed(
    old: str, new: str, tmp_path: Path
) -> None:
    folder = copy_of_tiny(tmp_path)
    example = b"- {id: a, about: A., answers: {wind: calm}, shows: [notice-calm]}\n"
    put("examples.yaml", example)(folder)
    swap("questions.yaml", old, new)(folder)
    assert len(codes(folder)) == 1


def test_whoever_refers_to_one_of_two_things_with_one_id_is_not_blamed(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    add("facets.yaml", "- {id: flame, label: Again, values: [{id: blue, label: Blue}]}")(folder)
    assert codes(folder) == ["S207"]


def test_a_hint_names_each_possibility_once(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    twice = swap("facets.yaml", "{id: calm,", "{id: calm, label: B}\n    - {id: calm,")
    both(twice, swap("advice/notices.yaml", "wind: storm", "wind: mild"))(folder)
    messages = [problem.message for problem in read_guide(folder).problems]
    assert "'wind' has no value 'mild'; it can be calm, storm, unset" in messages


def test_a_message_quotes_no_more_than_the_beginning_of_a_long_name(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    add("facets.yaml", f"- id: {'x' * 400_000}\n  {'y' * 1000}: a")(folder)
    problems = read_guide(folder).problems
    assert {problem.code for problem in problems} == {"S202", "S203", "S205"}
    assert max(len(problem.message) for problem in problems) < 200
    assert quoted("x" * 80) == repr("x" * 80)


def test_advice_beyond_the_most_files_is_not_read_and_that_is_said_once(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    for number in range(MAX_FILES):
        (folder / "advice" / f"more-{number:03}.yaml").touch()
    files = read_files(folder)
    (problem,) = files.problems.sorted()
    unread = ["advice/notices.yaml", "advice/steps.yaml", "advice/verdict.yaml"]
    assert problem.line() == (
        "advice/notices.yaml:1:1 F111 this file and all after it are not read; "
        "a guide may have 200 files of advice"
    )
    assert files.data.keys().isdisjoint(unread)
