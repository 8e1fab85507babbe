"""What came of a run, as lines for a person and as data for a program."""

from collections.abc import Iterator
from typing import Any

from guide.author.examples.coverage import Coverage, Missed, Share
from guide.author.examples.run import Trial
from guide.journey.walk import Step
from guide.model.schema import Place


def lines(trial: Trial, folder: str) -> Iterator[str]:
    """One line for each row of no use, for each thing left out.

    Args:
        trial: what came of the run.
        folder: what stands before the name of a file, so that an editor can open it.

    """
    for example, other in trial.unused:
        message = f"unused: {example.id!r} tells nothing that {other.id!r} does not; remove it"
        yield _line(folder, example.at, message)
    for idle in trial.idle:
        yield _line(folder, idle.at, f"unused row: {idle.message}")
    for example in trial.unconfirmed:
        message = f"to be confirmed: read the page of {example.id!r}, then remove 'confirmed'"
        yield _line(folder, example.at, message)
    yield from (_line(folder, at, message) for at, message in _left_out(trial.coverage))


def figures(coverage: Coverage) -> Iterator[str]:
    """A line for each kind of thing that the guide has: how many are touched."""
    for name, part in zip(coverage._fields, coverage, strict=True):
        if part.total:
            share = part.covered * 100 // part.total
            yield f"{name:<9} {part.covered:>5} of {part.total:>5}  {share:>3} %"


def as_data(trial: Trial) -> dict[str, Any]:
    """Everything, for JSON."""
    return {
        "examples": [
            {
                "id": tried.example.id,
                "at": tried.example.at.as_data(),
                "scenario": tried.reader.advice.scenario if tried.reader else None,
                "answers": _answers(tried.reader.trail) if tried.reader else None,
                "confirmed": tried.example.confirmed,
            }
            for tried in trial.tried
        ],
        "failures": [problem.as_data() for problem in trial.problems],
        "unused": [
            {"id": unused.example.id, "at": unused.example.at.as_data(), "like": unused.other.id}
            for unused in trial.unused
        ],
        "unused_rows": [{**idle.at.as_data(), "message": idle.message} for idle in trial.idle],
        "coverage": {
            name: _part(part)
            for name, part in zip(trial.coverage._fields, trial.coverage, strict=True)
        },
    }


def _left_out(coverage: Coverage) -> list[tuple[Place, str]]:
    """What is left out as part of something larger is not named: an option of a question."""
    questions = {missed.name for missed in coverage.questions.missed}
    sections = {missed.name for missed in coverage.sections.missed}
    lines = [(m.at, f"left out: question {m.name!r}") for m in coverage.questions.missed]
    lines += [(m.at, f"left out: section {m.name!r}") for m in coverage.sections.missed]
    lines += [
        (m.at, f"left out: answer {m.name!r} to {m.part_of!r}")
        for m in coverage.options.missed
        if m.part_of not in questions
    ]
    lines += [
        (m.at, f"left out: block {m.name!r}{_seen(m)}")
        for m in coverage.blocks.missed
        if m.part_of not in sections
    ]
    blocks = {missed.name for missed in coverage.blocks.missed}
    lines += [
        (m.at, f"left out: what block {m.name!r} rests on")
        for m in coverage.grounds.missed
        if m.name not in blocks
    ]
    lines += [(m.at, f"left out: {m.name!r} of the letters") for m in coverage.letters.missed]
    lines += [(m.at, f"left out: reply {m.name!r}") for m in coverage.replies.missed]
    return sorted(lines)


def _seen(missed: Missed) -> str:
    if not missed.seen_by:
        return ""
    return f"; {missed.seen_by!r} shows it without expecting it"


def _line(folder: str, at: Place, message: str) -> str:
    return f"{folder.rstrip('/')}/{at.file}:{at.line}:{at.column} {message}"


def _answers(trail: tuple[Step, ...]) -> dict[str, str]:
    return {step.question.id: step.option.id for step in trail}


def _part(part: Share) -> dict[str, Any]:
    return {
        "total": part.total,
        "covered": part.covered,
        "left_out": [
            {"id": missed.name, "of": missed.part_of or None, **missed.at.as_data()}
            for missed in part.missed
        ],
    }
