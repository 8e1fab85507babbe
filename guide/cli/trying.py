"""Which guides to try, and what came of it as text or JSON."""

import json
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from guide.author.examples.report import as_data, figures, lines
from guide.author.examples.run import Trial, run_examples
from guide.author.examples.suggest import suggest
from guide.author.examples.write import write_examples
from guide.cli.say import clean
from guide.english import plural
from guide.model.example import Example
from guide.model.problems import Problem, did_you_mean
from guide.reading.folder import EXAMPLES, Reading
from guide.reading.reader import read_guide
from guide.reading.shelf import Shelf, guide_folders
from guide.user_error import UserError


class TriedGuide(NamedTuple):
    """A guide's folder, what it holds, and what its examples gave.

    There is no trial if the guide has problems. An example that has one is left out of it.
    """

    folder: Path
    reading: Reading
    trial: Trial | None

    @property
    def name(self) -> str:
        """The guide's id, or its folder's name where it can't be read."""
        return self.reading.guide.id if self.reading.guide else self.folder.resolve().name

    @property
    def failed(self) -> bool:
        """Whether anything is not as expected."""
        return self.trial is None or bool(self.problems)

    @property
    def problems(self) -> list[Problem]:
        """Everything that is not as it should be, by place."""
        problems = [*self.reading.problems, *(self.trial.problems if self.trial else ())]
        return sorted(problems, key=lambda p: (p.at, p.code, p.message))


def run(folder: Path) -> TriedGuide:
    """Try the examples of the guide in this folder, as it is now."""
    reading = read_guide(folder)
    others = [problem for problem in reading.problems if problem.at.file != EXAMPLES]
    if reading.guide is None or others:
        return TriedGuide(folder, reading, None)
    return TriedGuide(folder, reading, run_examples(reading.guide, _sound(reading)))


def _sound(reading: Reading) -> list[Example]:
    """The examples without a problem of their own: one that can't be run stops no other."""
    starts = [example.at.line for example in reading.examples]
    # What could not be read at all (F and S) is not among the examples anyway.
    wrong = [problem.at.line for problem in reading.problems if problem.code[0] not in "FS"]
    broken = {bisect_right(starts, line) - 1 for line in wrong}
    return [problem for number, problem in enumerate(reading.examples) if number not in broken]


def folders(name: str | None, shelf: Shelf) -> list[Path]:
    """The folders of the guides that a name means: an id, a folder, or all on the shelf.

    Raises:
        UserError: if nothing is called like that.

    """
    if name is None:
        return [entry.folder for entry in shelf.entries]
    folder = Path(name)
    if inside := [*guide_folders(folder)]:
        return inside
    by_name = {entry.name: entry.folder for entry in shelf.entries}
    if name in by_name:
        return [by_name[name]]
    if folder.is_dir():
        message = f"no guide in {name}; name its folder, or a guide on the shelf"
        raise UserError(message)
    message = f"no guide and no folder {name[:80]!r}{did_you_mean(name, by_name)}"
    raise UserError(message)


def as_text(guides: Iterable[TriedGuide]) -> str:
    """Lines that an editor can jump from, then how much the examples touch."""
    messages: list[str] = []
    tables: list[str] = []
    for tried in guides:
        messages += [problem.line(str(tried.folder)) for problem in tried.problems]
        if tried.trial is None:
            continue
        messages += lines(tried.trial, str(tried.folder))
        tables += ["", f"{tried.name}: what its examples touch", *figures(tried.trial.coverage)]
    start = 0 if messages else 1
    return "".join(f"{line}\n" for line in [*map(clean, messages), *tables[start:]])


def as_json(guides: Iterable[TriedGuide]) -> str:
    """Every guide that was tried."""
    data = [
        {
            "folder": str(tried.folder),
            "guide": tried.reading.guide.id if tried.reading.guide else None,
            "problems": [problem.as_data() for problem in tried.reading.problems],
            **(as_data(tried.trial) if tried.trial else {}),
        }
        for tried in guides
    ]
    return json.dumps({"guides": data}, indent=2) + "\n"


def suggestions(guides: list[Path]) -> str:
    """Cases for what the examples of one guide leave out, as YAML.

    Raises:
        UserError: if there are several guides, or the one has problems.

    """
    if len(guides) != 1:
        names = ", ".join(folder.name for folder in guides)
        message = f"say which guide: {names}" if guides else "no guide found; see 'guide where'"
        raise UserError(message)
    tried = run(guides[0])
    if tried.reading.guide is None or tried.trial is None or tried.reading.problems:
        raise UserError(summary(tried, stopped=True))
    cases = suggest(tried.reading.guide, tried.reading.examples)
    count = plural(len(cases), "case")
    if not cases:
        return (
            f"# Nothing is left out: the examples of {tried.name} touch all that readers reach.\n"
        )
    head = (
        f"# {count} for what the examples of {tried.name} leave out, to be confirmed one by one:\n"
    )
    head += "# each expects the page as it is now. Whether that is right, its author must say.\n"
    head += "# They are few, and perhaps fewer would do.\n"
    return head + write_examples(cases)


def summary(tried: TriedGuide, *, stopped: bool = False) -> str:
    """One line about one guide; whether its problems stop all that was asked for."""
    if tried.trial is None or (stopped and tried.reading.problems):
        count = len(tried.reading.problems)
        what = plural(count, "problem")
        return clean(
            f"{tried.name} has {what} and can't be tried; see 'guide check {tried.folder}'."
        )
    count = len(tried.trial.tried)
    if not count and not tried.reading.problems:
        return f"{tried.name} has no examples; 'guide try {tried.name} --suggest' writes some."
    failing = len({problem.at.line for problem in tried.trial.problems})
    result = f"{failing} not as expected" if failing else "all as expected"
    if tried.reading.problems:
        result += f", {len(tried.reading.problems)} problems in others, which were not run"
    count_unused = len(tried.trial.unused) + len(tried.trial.idle)
    unused = f", {count_unused} unused" if count_unused else ""
    waiting = f", {len(tried.trial.unconfirmed)} to be confirmed" if tried.trial.unconfirmed else ""
    examples = plural(count, "example")
    whole = "" if tried.trial.coverage.whole else "; --suggest writes cases for what is left out"
    return f"{tried.name}: {examples}, {result}{unused}{waiting}{whole}."
