"""``guide map``, as a person types it."""

import shutil
from pathlib import Path

import pytest
from helpers.running import TINY, here


@pytest.fixture(autouse=True)
def _only_the_small_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: TINY)


def test_a_guide_is_named_by_id_by_folder_or_not_at_all() -> None:
    by_id = here("map", "tiny")
    assert (by_id.code, by_id.err) == (0, "")
    assert "Is the glass whole?" in by_id.out
    assert here("map", str(TINY)) == by_id
    assert here("map", str(TINY.parent)).code in (0, 2)
    assert here("map") == by_id


@pytest.mark.parametrize(
    ("name", "start"),
    [("m.dot", "digraph"), ("m.mmd", "flowchart"), ("m.txt", "Is the")],
)
def test_the_name_of_the_file_says_the_form(tmp_path: Path, name: str, start: str) -> None:
    ran = here("map", "-o", str(tmp_path / name))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("written to ")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nobody"], "no guide 'nobody'"),
        (["--as", "png"], "there is no 'png'"),
        (["-o", "."], "is a folder"),
        (["--as", "svg"], "guide map --as dot | dot -Tsvg -o map.svg"),
        (["-o", "map.svg"], "Graphviz draws one from DOT"),
    ],
)
def test_wrong_input_is_one_line_and_exit_2(arguments: list[str], says: str) -> None:
    ran = here("map", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert ran.err.count("\n") == 1


def test_a_folder_without_a_guide_is_refused(tmp_path: Path) -> None:
    ran = here("map", str(tmp_path))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "guide check" in ran.err


def test_an_unreachable_question_is_a_problem_and_still_drawn(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    questions = folder / "questions.yaml"
    more = "\n- id: alone\n  text: Who asks?\n  options: [{id: a, label: A}]\n  then: advice\n"
    questions.write_text(questions.read_text(encoding="utf-8") + more, encoding="utf-8")
    ran = here("map", str(folder))
    assert ran.code == 0
    assert "(alone; no reader comes here)" in ran.out


def test_a_loop_has_no_map(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    questions = folder / "questions.yaml"
    text = questions.read_text(encoding="utf-8")
    questions.write_text(text.replace("go: advice", "go: flame"), encoding="utf-8")
    assert text != questions.read_text(encoding="utf-8")
    ran = here("map", str(folder))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
