"""``content/README.md`` is true: all it shows is done here, and its first mistakes are named."""

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from helpers.editor import files_of, refused
from helpers.lesson import PAGE, Author, boxes, written_anew
from helpers.running import here

from guide.author.check.check import check_reading
from guide.author.schema.files import schema
from guide.cli.group import group
from guide.model.problems import Problem
from guide.reading.reader import read_guide

TEXT = PAGE.read_text(encoding="utf-8")
STEPS = list(dict.fromkeys(box.step for box in boxes(TEXT)))
MINUTES, WORDS_A_MINUTE = 15, 200


@pytest.fixture(autouse=True)
def _a_week_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.cli.clock.today", lambda: datetime.date(2026, 5, 20))


def problems(folder: Path) -> list[Problem]:
    reading = read_guide(folder)
    if reading.guide is None or reading.problems:
        return reading.problems
    return check_reading(reading).problems


def followed(place: Path, last: str) -> Author:
    """An author who has done everything up to the end of this step."""
    author = Author(place)
    for box in boxes(TEXT):
        if STEPS.index(box.step) <= STEPS.index(last):
            author.follow(box)
    return author


def test_every_console_shows_what_the_program_says(
    tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    golden(PAGE, written_anew(TEXT, Author(tmp_path)))


@pytest.mark.parametrize("step", STEPS)
def test_after_each_step_the_guide_is_whole(step: str, tmp_path: Path) -> None:
    author = followed(tmp_path, step)
    assert not author.mistaken
    assert [problem.line() for problem in problems(author.guide)] == []
    for file, content in files_of(author.guide).items():
        assert refused(file, content) == []


def test_the_steps_go_from_two_questions_up(tmp_path: Path) -> None:
    counts = []
    for number, step in enumerate(STEPS[:3]):
        guide = read_guide(followed(tmp_path / str(number), step).guide).guide
        assert guide is not None
        counts.append(len(guide.questions))
    assert counts == [2, 2, 3]


def test_it_can_be_read_in_fifteen_minutes() -> None:
    assert len(TEXT.split()) <= MINUTES * WORDS_A_MINUTE
    assert max(len(line) for line in TEXT.splitlines() if not line.startswith("kettle/")) <= 110


def test_every_command_on_the_page_exists() -> None:
    known = group.list_commands(click.Context(group))
    named = set(re.findall(r"(?:^|`|\$ )guide ([a-z]+)", TEXT, re.MULTILINE))
    assert named <= set(known)
    wanted = "check explain try diff map preview book new schema open advise where"
    assert set(wanted.split()) <= named
    assert "GUIDE_LIBRARY" in TEXT


def test_the_commands_that_take_a_folder_take_the_kettle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed(tmp_path, STEPS[-1])
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^\| `guide ([^`]*\bDIR\b[^`]*)`", TEXT, re.MULTILINE)
    shown = [line for line in lines if not line.startswith("preview")]  # it needs a terminal
    assert len(shown) == len(lines) - 1 == 5
    for line in shown:
        assert here(*line.replace("DIR", "kettle").split()).code == 0, line


def test_every_key_an_author_can_write_is_on_the_page() -> None:
    for name in ["guide", "facets", "questions", "advice", "facts"]:
        for owner, shape in {"": schema(name), **schema(name)["$defs"]}.items():
            for key in shape.get("properties", {}) if owner != "Renamed" else ():
                assert re.search(rf"\b{key}\b(?:`|:)", TEXT), f"{name}: {owner}.{key}"


def test_every_file_the_page_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (PAGE.parent / target).exists(), target


class Mistake(NamedTuple):
    """Something a first author does to the guide of the first three steps."""

    file: str
    old: str
    new: str
    says: str
    later: int = 0
    """How many lines further down it can only be noticed."""


MISTAKES = [
    Mistake("questions.yaml", "then: tap}", "then: tab}", "R301 no question 'tab'; did you mean"),
    Mistake("questions.yaml", "text: Is your", "test: Is your", "did you mean 'text'?"),
    Mistake("questions.yaml", "text: Is your water hard or soft?", "text:", "S206"),
    Mistake("questions.yaml", "{crust: none}}", "{crusty: none}}", "did you mean 'crust'?"),
    Mistake("questions.yaml", "{crust: none}}", "{crust: nothing}}", "no value 'nothing'"),
    Mistake("questions.yaml", "{crust: none}}", "{crust: none}", "opened here is not closed"),
    Mistake("questions.yaml", "label: Shiny,", "label: Shiny: a mirror,", "'Shiny: a mirror'"),
    Mistake("questions.yaml", "label: Shiny,", "label: Shiny, a mirror,", "'Shiny, a mirror'"),
    Mistake("questions.yaml", "soft?", "(see #2) or soft?", "no reader sees '#2) or soft?'"),
    Mistake("questions.yaml", "text: Is your", "text:Is your", "a space after 'text:'"),
    Mistake("questions.yaml", "- id: water", "  id: water", "write '- ' before 'id'"),
    Mistake("questions.yaml", "- id: water", "id: water", "start one with '- '"),
    Mistake("questions.yaml", "    - {go: water}\n", "", "G401 the last route", -1),
    Mistake("facets.yaml", "  label: Water", " label: Water", "or set the line in"),
    Mistake("facets.yaml", "  label: Water", "   label: Water", "line the keys up"),
    Mistake("facets.yaml", "  label: Water", "\tlabel: Water", "a tab stands here"),
    Mistake("advice/verdict.yaml", "body: All", "body: **All**", "'**All** is well today. Look"),
    Mistake("advice/verdict.yaml", "body: All", "body: > All", "put this text in quotes"),
    Mistake("advice/verdict.yaml", "body: All", "body: @All", "put this text in quotes"),
    Mistake("advice/verdict.yaml", "body: All", "body: 'All'", "put this text in quotes"),
    Mistake("facets.yaml", "label: White}", "lable: White}", "did you mean 'label'?"),
    Mistake("facets.yaml", "id: soft", "id: very soft", "S205"),
    Mistake("guide.yaml", "start: crust", "start: crusts", "did you mean 'crust'?"),
    Mistake("guide.yaml", "2026-05-13", "13 May 2026", "write it as 2026-05-13"),
    Mistake("guide.yaml", "holds: one", "holds: on", "did you mean 'one'?"),
    Mistake("advice/verdict.yaml", "when: {crust: white}", "wen: {crust: white}", "'when'?"),
    Mistake("advice/verdict.yaml", "water: soft}", "water: sotf}", "did you mean 'soft'?"),
    Mistake("advice/verdict.yaml", "  judgement: A crust", "  because: A crust", "S203"),
]


@pytest.fixture(scope="module")
def after_three_steps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide of the first three steps, made once; each test spoils a copy."""
    return followed(tmp_path_factory.mktemp("lesson"), STEPS[2]).guide


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.new.strip()[:30])
def test_a_first_mistake_is_named_with_its_line(
    mistake: Mistake, after_three_steps: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(after_three_steps, tmp_path / "kettle"))
    path = folder / mistake.file
    before = path.read_text(encoding="utf-8")
    assert mistake.old in before
    path.write_text(before.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    line = before[: before.index(mistake.old)].count("\n") + 1 + mistake.later
    found = [problem.line() for problem in problems(folder)]
    named = [one for one in found if one.startswith(f"{mistake.file}:{line}:")]
    assert any(mistake.says in one for one in named), found


_KEY = r"(?<![\w-])[a-z]{2,}(?=:(?: |$))"
_TARGET = r"(?<=then: )[a-z]+|(?<=go: )[a-z]+|(?<=start: )[a-z]+"
_TABLE = r"(?:settles|when): \{[^}]*\}"


def _words(content: str) -> Iterator[re.Match[str]]:
    """Every key, and every word that refers to something defined elsewhere."""
    yield from re.finditer(f"{_KEY}|{_TARGET}", content, re.MULTILINE)
    for table in re.finditer(_TABLE, content):
        for found in re.compile(r"[a-z]+").finditer(content, *table.span()):
            if content[found.end()] in ",}":
                yield found


def test_a_key_or_a_reference_misspelt_anywhere_is_named_with_its_line(tmp_path: Path) -> None:
    folder = followed(tmp_path, STEPS[2]).guide
    tried = 0
    for file, content in files_of(folder).items():
        for word in _words(content):
            tried += 1
            misspelt = content[: word.end() - 1] + content[word.end() :]
            (folder / file).write_text(misspelt, encoding="utf-8")
            line = content[: word.start()].count("\n") + 1
            found = problems(folder)
            assert (file, line) in {(one.at.file, one.at.line) for one in found}, (word, found)
            (folder / file).write_text(content, encoding="utf-8")
    assert tried > 80
