"""Guides checked, and their problems as lines or as JSON."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from guide.cli.say import clean
from guide.model.problems import Problem
from guide.model.reader import read_guide
from guide.model.shelf import guide_folders


class Checked(NamedTuple):
    """A guide's folder, as it was named, and all that is wrong in it."""

    folder: Path
    guide: str
    """The guide's id; empty where it can't be read."""
    problems: list[Problem]


def check(folders: Iterable[Path], shelf: Iterable[Path]) -> list[Checked]:
    """Check the guides in these folders; without any, all those in the libraries of the shelf.

    Nothing is taken from the cache: a check reads what is there now.
    """
    named = [guide for folder in folders for guide in [*guide_folders(folder)] or [folder]]
    found = named or [guide for library in shelf for guide in guide_folders(library)]
    return [_check(folder) for folder in _each_once(found)]


def _each_once(folders: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for folder in folders:
        resolved = folder.resolve()
        if resolved not in seen:
            seen.add(resolved)
            yield folder


def _check(folder: Path) -> Checked:
    reading = read_guide(folder)
    return Checked(folder, reading.guide.id if reading.guide else "", reading.problems)


def as_text(checked: list[Checked]) -> str:
    """A line for each problem, with a path that an editor can open."""
    found = [problem.line(str(one.folder)) for one in checked for problem in one.problems]
    return "".join(f"{clean(line)}\n" for line in found)


def as_json(checked: list[Checked]) -> str:
    """Every guide that was checked, with its problems."""
    guides = [
        {
            "folder": str(one.folder),
            "guide": one.guide or None,
            "problems": [_problem(problem) for problem in one.problems],
        }
        for one in checked
    ]
    return json.dumps({"guides": guides}, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.at.file,
        "line": problem.at.line,
        "column": problem.at.column,
        "code": problem.code,
        "message": problem.message,
    }


def summary(checked: list[Checked]) -> str:
    """One line about all of them."""
    count = sum(len(one.problems) for one in checked)
    faulty = sum(bool(one.problems) for one in checked)
    guides = _counted(len(checked), "guide")
    if not checked:
        return "No guide found; 'guide where' shows where they are looked for."
    if not count:
        return f"{guides} checked, no problem found."
    return f"{guides} checked, {_counted(count, 'problem')} in {faulty} of them."


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
