"""Which guides to try, and what came of it as text or JSON."""

import json
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from guide.author.examples.report import as_data, figures, lines, problem_data
from guide.author.examples.run import Trial, run_examples
from guide.author.examples.suggest import suggest
from guide.author.examples.write import write_examples
from guide.cli.say import clean
from guide.model.example import Example
from guide.model.problems import Problem, did_you_mean
from guide.reading.folder import EXAMPLES, Reading
from guide.reading.reader import read_guide
from guide.reading.shelf import Shelf, guide_folders
from guide.user_error import UserError


class Ran(NamedTuple):
    """A guide's folder, what it holds, and what its examples gave.

    There is no trial if the guide has problems. An example that has one is left out of it.
    """

    folder: Path
    reading: Reading
    trial: Trial | None

    @property
    def name(self) -> str:
        """The guide's id, or its folder's name where it can't be read."""
        return self.reading.guide.id if self.reading.guide else self.folder.name

    @property
    def failed(self) -> bool:
        """Whether anything is not as expected."""
        return self.trial is None or bool(self.problems)

    @property
    def problems(self) -> list[Problem]:
        """Everything that is not as it should be, by place."""
        found = [*self.reading.problems, *(self.trial.problems if self.trial else ())]
        return sorted(found, key=lambda one: (one.at, one.code, one.message))


def run(folder: Path) -> Ran:
    """Try the examples of the guide in this folder, as it is now."""
    reading = read_guide(folder)
    others = [one for one in reading.problems if one.at.file != EXAMPLES]
    if reading.guide is None or others:
        return Ran(folder, reading, None)
    return Ran(folder, reading, run_examples(reading.guide, _sound(reading)))


def _sound(reading: Reading) -> list[Example]:
    """The examples without a problem of their own: one that can't be run stops no other."""
    starts = [example.at.line for example in reading.examples]
    # What could not be read at all (F and S) is not among the examples anyway.
    wrong = [one.at.line for one in reading.problems if one.code[0] not in "FS"]
    broken = {bisect_right(starts, line) - 1 for line in wrong}
    return [one for number, one in enumerate(reading.examples) if number not in broken]


def folders(name: str | None, shelf: Shelf) -> list[Path]:
    """The folders of the guides that a name means: an id, a folder, or all on the shelf.

    Raises:
        UserError: if nothing is called like that.

    """
    if name is None:
        return [found.folder for found in shelf.found]
    folder = Path(name)
    if found := [*guide_folders(folder)]:
        return found
    by_name = {one.name: one.folder for one in shelf.found}
    if name in by_name:
        return [by_name[name]]
    if folder.is_dir():
        message = f"no guide in {name}; name its folder, or a guide on the shelf"
        raise UserError(message)
    message = f"no guide and no folder {name[:80]!r}{did_you_mean(name, by_name)}"
    raise UserError(message)


def as_text(ran: Iterable[Ran]) -> str:
    """Lines that an editor can jump from, then how much the examples touch."""
    said: list[str] = []
    tables: list[str] = []
    for one in ran:
        said += [problem.line(str(one.folder)) for problem in one.problems]
        if one.trial is None:
            continue
        said += lines(one.trial, str(one.folder))
        tables += ["", f"{one.name}: what its examples touch", *figures(one.trial.coverage)]
    start = 0 if said else 1
    return "".join(f"{line}\n" for line in [*map(clean, said), *tables[start:]])


def as_json(ran: Iterable[Ran]) -> str:
    """Every guide that was tried."""
    guides = [
        {
            "folder": str(one.folder),
            "guide": one.reading.guide.id if one.reading.guide else None,
            "problems": [problem_data(problem) for problem in one.reading.problems],
            **(as_data(one.trial) if one.trial else {}),
        }
        for one in ran
    ]
    return json.dumps({"guides": guides}, indent=2) + "\n"


def suggestions(found: list[Path]) -> str:
    """Cases for what the examples of one guide leave out, as YAML.

    Raises:
        UserError: if there are several guides, or the one has problems.

    """
    if len(found) != 1:
        names = ", ".join(folder.name for folder in found)
        message = f"say which guide: {names}" if found else "no guide found; see 'guide where'"
        raise UserError(message)
    one = run(found[0])
    if one.reading.guide is None or one.trial is None or one.reading.problems:
        raise UserError(summary(one, stopped=True))
    cases = suggest(one.reading.guide, one.reading.examples)
    count = f"{len(cases)} case{'s' * (len(cases) != 1)}"
    if not cases:
        return f"# Nothing is left out: the examples of {one.name} touch all that readers reach.\n"
    head = f"# {count} for what the examples of {one.name} leave out, to be confirmed one by one:\n"
    head += "# each expects the page as it is now. Whether that is right, its author must say.\n"
    head += "# They are few, and perhaps fewer would do.\n"
    return head + write_examples(cases)


def summary(one: Ran, *, stopped: bool = False) -> str:
    """One line about one guide; whether its problems stop all that was asked for."""
    if one.trial is None or (stopped and one.reading.problems):
        count = len(one.reading.problems)
        what = f"{count} problem{'s' * (count != 1)}"
        return clean(f"{one.name} has {what} and can't be tried; see 'guide check {one.folder}'.")
    count = len(one.trial.tried)
    if not count and not one.reading.problems:
        return f"{one.name} has no examples; 'guide try {one.name} --suggest' writes some."
    failing = len({problem.at.line for problem in one.trial.problems})
    result = f"{failing} not as expected" if failing else "all as expected"
    if one.reading.problems:
        result += f", {len(one.reading.problems)} problems in others, which were not run"
    count_unused = len(one.trial.unused) + len(one.trial.idle)
    unused = f", {count_unused} unused" if count_unused else ""
    waiting = f", {len(one.trial.unconfirmed)} to be confirmed" if one.trial.unconfirmed else ""
    examples = f"{count} example{'s' * (count != 1)}"
    whole = "" if one.trial.coverage.whole else "; --suggest writes cases for what is left out"
    return f"{one.name}: {examples}, {result}{unused}{waiting}{whole}."
