"""Guides checked, and their problems as lines or as JSON."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from guide.author.check.check import check_reading
from guide.author.check.facts import due_for_review
from guide.author.check.prove import Figures
from guide.cli.progress import Progress
from guide.cli.say import clean
from guide.english import plural
from guide.model.codes import Code
from guide.model.problems import Problem
from guide.reading.reader import read_guide
from guide.reading.shelf import guide_folders


class Checked(NamedTuple):
    """A guide's folder, as it was named, and all that is wrong in it."""

    folder: Path
    guide: str
    """The guide's id; empty where it can't be read."""
    problems: list[Problem]
    due: list[Problem]
    """What is due for review today: no fault of the content, unless a day was asked for."""
    figures: Figures | None = None
    """How large the guide is; None where it can't be proven, since not all of it can be read."""


class Wanted(NamedTuple):
    """What is asked of a check."""

    today: date
    as_of: date | None = None
    """The day on which to ask what is due for review, if that is asked."""
    words: frozenset[str] = frozenset()
    """The words that may be used, if spelling is to be checked."""


def check(
    folders: Iterable[Path], shelf: Iterable[Path], wanted: Wanted, progress: Progress
) -> list[Checked]:
    """Check the guides in these folders; without any, those here, else all on the shelf.

    A guide whose questions can be read is proven for every combination of answers. With a day
    given, what is due for review on that day is a problem too; with words, any other word.

    Nothing is taken from the cache: a check reads what is there now.
    """
    named = [guide for folder in folders for guide in [*guide_folders(folder)] or [folder]]
    guides = named or [guide for library in shelf for guide in guide_folders(library)]
    return [_check(folder, wanted) for folder in progress.over([*_each_once(guides)])]


def _each_once(folders: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for folder in folders:
        resolved = folder.resolve()
        if resolved not in seen:
            seen.add(resolved)
            yield folder


def _check(folder: Path, wanted: Wanted) -> Checked:
    reading = read_guide(folder)
    guide = reading.guide
    report = check_reading(reading, *wanted)
    due = []
    if guide is not None and wanted.as_of is None:
        due = due_for_review(guide, wanted.today, reading.data)
    return Checked(folder, guide.id if guide else "", report.problems, due, report.figures)


def as_text(checked: list[Checked]) -> str:
    """A line for each problem, with a path that an editor can open."""
    lines = [problem.line(str(result.folder)) for result in checked for problem in result.problems]
    return "".join(f"{clean(line)}\n" for line in lines)


def as_github(checked: list[Checked]) -> str:
    """A workflow command for each problem, which GitHub shows beside the line it is about.

    What is due for review today is a warning: it makes no check fail.
    """
    return "".join(
        f"::{level} file={_property(_in_repository(result.folder / problem.at.file))},"
        f"line={problem.at.line},"
        f"col={problem.at.column},title={problem.code}::{_escaped(clean(problem.message))}\n"
        for result in checked
        for level, problems in (("error", result.problems), ("warning", result.due))
        for problem in problems
    )


def _in_repository(path: Path) -> str:
    """A file as GitHub knows it, wherever the check was run and however the folder was named."""
    path = path.resolve()
    workspace = os.environ.get("GITHUB_WORKSPACE")
    roots = [Path(workspace).resolve()] if workspace else []
    roots += [folder for folder in path.parents if (folder / ".git").exists()]
    for root in [*roots, Path.cwd()]:
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.as_posix()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(clean(text)).replace(":", "%3A").replace(",", "%2C")


def as_json(checked: list[Checked]) -> str:
    """Every guide that was checked, with its problems, and what is due for review today."""
    guides = [
        {
            "folder": str(result.folder),
            "guide": result.guide or None,
            "problems": [problem.as_data() for problem in result.problems],
            "due": [problem.as_data() for problem in result.due],
            "figures": _figures(result.figures) if result.figures else None,
        }
        for result in checked
    ]
    return json.dumps({"guides": guides}, indent=2) + "\n"


def _figures(figures: Figures) -> dict[str, object]:
    grades = figures.grades
    return {
        "questions": figures.questions,
        "options": figures.options,
        "states": figures.states,
        "paths": figures.paths,
        "pages": figures.pages,
        "words": figures.words._asdict() if figures.words else None,
        "grades": {name: round(g, 1) for name, g in grades._asdict().items()} if grades else None,
    }


def in_words(result: Checked) -> str:
    """One line about how large a guide is: what was proven, was proven for all of this."""
    figures = result.figures
    if figures is None:
        name = result.guide or result.folder
        if any(problem.code == Code.TOO_MUCH_TOGETHER for problem in result.problems):
            return f"{name}: not proven, since its routes depend on too much together."
        return f"{name}: not proven, since not all of it can be read."
    parts = [
        plural(figures.questions, "question"),
        plural(figures.options, "option"),
        plural(figures.states, "state"),
        "too many ways to count"
        if figures.paths is None
        else f"{plural(figures.paths, 'way')} through it",
        "too many pages to count" if figures.pages is None else plural(figures.pages, "page"),
    ]
    line = f"{result.guide}: {', '.join(parts)}"
    if figures.words:
        least, median, most = map(int, figures.words)
        line += f" of {least} to {most} words, {median} in the middle"
    return f"{line}."


def old(result: Checked, today: date) -> str:
    """One line if the guide is due for review; nothing is wrong with its content for that."""
    if not result.due:
        return ""
    return f"{result.guide}: due for review; 'guide check --as-of {today}' says what."


def summary(checked: list[Checked]) -> str:
    """One line about all of them."""
    count = sum(len(result.problems) for result in checked)
    faulty = sum(bool(result.problems) for result in checked)
    guides = plural(len(checked), "guide")
    if not checked:
        return "No guide found; 'guide where' shows where they are looked for."
    if not count:
        return f"{guides} checked, no problem found."
    return f"{guides} checked, {plural(count, 'problem')} in {faulty} of them."
