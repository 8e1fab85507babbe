"""A guide that was just started is whole, runs, and explains itself."""

import datetime
import errno
import os
import shlex
from pathlib import Path

import click
import pytest
from helpers.editor import files_of, kind_of, named_schema, refused
from helpers.running import here

from guide.author.check.check import check_reading
from guide.author.check.facts import due_for_review
from guide.author.new import TEMPLATE, StartError, start_guide
from guide.cli.group import group
from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.reading.reader import read_guide

TODAY = datetime.date(2031, 5, 4)


@pytest.fixture
def started(tmp_path: Path) -> Path:
    return start_guide("tea", tmp_path, TODAY)


def read(folder: Path) -> Guide:
    reading = read_guide(folder)
    assert reading.guide is not None
    assert [problem.line() for problem in reading.problems] == []
    return reading.guide


@pytest.mark.parametrize("name", ["tea", "3.10", "yes", "A_b-c.d", "x" * 80])
def test_it_is_proven_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    folder = start_guide(name, tmp_path, TODAY)
    assert folder == tmp_path / name
    guide = read(folder)
    assert guide.id == name
    problems: list[Problem] = check_reading(read_guide(folder), TODAY).problems
    assert [problem.line() for problem in problems] == []


def test_the_template_is_a_whole_guide_itself() -> None:
    assert check_reading(read_guide(TEMPLATE)).problems == []


def test_what_it_shows_of_the_format(started: Path) -> None:
    guide = read(started)
    options = [option for question in guide.questions for option in question.options]
    assert 2 <= len(guide.questions) <= 3
    assert sum(option.label == "I am not sure" for option in options) == 1
    assert sum(option.skip for option in options) == 1
    assert {facet.kind for facet in guide.facets} == {"spine", "follow-up", "finding"}
    assert {section.holds for section in guide.sections} == {"one", "some", "any"}
    assert all(fact.source for fact in guide.facts)
    (corrected,) = [fact for fact in guide.facts if fact.verdict == "differs"]
    assert corrected.corrected_by
    blocks = [block for blocks in guide.blocks.values() for block in blocks]
    assert any(block.unless for block in blocks)
    assert any(block.judgement for block in blocks)
    assert any(
        "unset" in test.values
        for b in blocks
        if b.when
        for table in b.when.any_of
        for test in table
    )


def test_every_file_is_explained_and_its_lines_fit(started: Path) -> None:
    for file, content in files_of(started).items():
        lines = content.splitlines()
        assert lines[1].startswith("# "), file
        assert sum("#" in line for line in lines) > 2, file
        assert max(map(len, lines)) <= 100, file
        assert content.endswith("\n")


def test_its_files_find_their_schemas_also_when_it_is_moved(started: Path) -> None:
    moved = started.rename(started.parent / "elsewhere")
    for file, content in files_of(moved).items():
        assert named_schema(moved / file) == moved / ".schema" / f"{kind_of(file)}.json"
        assert (moved / ".schema" / f"{kind_of(file)}.json").is_file()
        assert refused(file, content) == []


def test_nothing_in_it_is_due_for_review(started: Path) -> None:
    guide = read(started)
    assert guide.head.verified == TODAY
    assert due_for_review(guide, TODAY) == []


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("My Guide", "as in 'my-guide'"),
        ("Teeküche", "as in 'teekuche'"),
        ("café", "use letters, digits, '-', '_' and '.', as in 'cafe'"),
        ("-tea", "as in 'tea'"),
        (".tea", "as in 'tea'"),
        ("tea/pot", "try 'pot', and say where with --in"),
        ("../Tea Pot/", "try 'tea-pot', and say where with --in"),
        ("a\\b", "try 'b', and say where with --in"),
        ("..", "use letters, digits, '-', '_' and '.'"),
        ("", "use letters"),
        ("_tea", "begin it with a letter or a digit, as in 'tea'"),
        ("con", "can't be the name of a folder on Windows; choose another"),
        ("NUL.txt", "can't be the name of a folder on Windows; choose another"),
        ("tea.", "can't be the name of a folder on Windows; choose another"),
        ("tea\n", "as in 'tea'"),
        ("x" * 81, f"use 80 characters at most, as in '{'x' * 80}'"),
    ],
)
def test_a_name_that_cannot_be_used_is_told_the_nearest_that_can(
    name: str, cure: str, tmp_path: Path
) -> None:
    with pytest.raises(StartError) as caught:
        start_guide(name, tmp_path, TODAY)
    assert cure in str(caught.value)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("what", ["folder", "file", "link"])
def test_what_is_there_is_not_written_over(what: str, tmp_path: Path) -> None:
    there = tmp_path / "tea"
    if what == "folder":
        there.mkdir()
    elif what == "file":
        there.write_text("mine")
    else:
        there.symlink_to(tmp_path / "nowhere")
    before = there.lstat()
    with pytest.raises(StartError, match="already there; choose another name"):
        start_guide("tea", tmp_path, TODAY)
    assert there.lstat() == before
    assert [*tmp_path.iterdir()] == [there]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    monkeypatch.chdir(tmp_path)
    ran = here("new", "tea")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "guide: tea can't be written: No space left on device\n"
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_the_command_says_what_to_run_next_and_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my guides").mkdir()
    ran = here("new", "tea", "--in", "my guides")
    assert ran.code == 0
    assert ran.err.endswith("What to run next:\n")
    following = [shlex.split(line) for line in ran.out.splitlines()]
    assert [words[:2] for words in following] == [
        ["guide", "check"],
        ["guide", "ask"],
        ["guide", "preview"],
    ]
    known = group.list_commands(click.Context(group))
    assert {words[1] for words in following} <= set(known)
    check, ask, _preview = [words[1:] for words in following]
    assert here(*check).code == 0
    asked = here(*ask, typed="3\n1\n3\n")
    assert asked.code == 0
    assert "Your plant would like some water today." in asked.out
    assert here("try", "my guides/tea").code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["new", "My Guide"], "guide: 'My Guide' can't be the name of a guide; "),
        (["new"], "Missing argument 'NAME'"),
        (["new", "tea", "--in", "nowhere"], "'nowhere' does not exist"),
    ],
)
def test_wrong_input_gives_one_line(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = here(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert says in ran.err
