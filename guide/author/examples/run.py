"""All examples of a guide, run: what fails, what is of no use, what they cover."""

from collections.abc import Iterable
from typing import NamedTuple

from guide.author.examples.beside import failures_beside
from guide.author.examples.coverage import Coverage, measure
from guide.author.examples.expect import asked_in_vain, failures
from guide.author.examples.find import Reader, culprit, find_reader
from guide.author.examples.unused import Idle, Unused, find_idle, find_unused
from guide.model.codes import Code
from guide.model.example import Example
from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.reading.collector import Problems


class Tried(NamedTuple):
    """One example and the reader it speaks of; None if nobody can answer like that."""

    example: Example
    reader: Reader | None


class Trial(NamedTuple):
    """What came of running all examples of a guide."""

    tried: tuple[Tried, ...]
    problems: list[Problem]
    """Every expectation that is not met, by place."""
    unused: tuple[Unused, ...]
    idle: tuple[Idle, ...]
    """Rows of an example that its other rows make superfluous."""
    unconfirmed: tuple[Example, ...]
    """Suggested cases that no author has confirmed yet."""
    coverage: Coverage


def run_examples(guide: Guide, examples: Iterable[Example]) -> Trial:
    """Run the examples of a guide that was read without a problem."""
    problems = Problems()
    tried = tuple(Tried(example, find_reader(guide, example)) for example in examples)
    for example, reader in tried:
        if reader is None:
            problems.add(Code.EXAMPLE_NO_READER, example.at, _nobody(guide, example))
            continue
        unmet = (
            *asked_in_vain(guide, example, reader),
            *failures(guide, example, reader.advice),
            *failures_beside(guide, example, reader),
        )
        for failure in unmet:
            problems.add(failure.code, failure.at, failure.message)
    pairs = [(example, reader) for example, reader in tried if reader is not None]
    return Trial(
        tried,
        problems.sorted(),
        tuple(find_unused(pairs)),
        tuple(idle for example, _ in pairs for idle in find_idle(guide, example)),
        tuple(example for example, _ in tried if not example.confirmed),
        measure(guide, pairs),
    )


def _nobody(guide: Guide, example: Example) -> str:
    given = ", ".join(f"{p.key}={p.value}" for p in (*example.scenario, *example.answers))
    message = f"no reader of {guide.id} can answer as {example.id!r} says ({given})"
    row = culprit(guide, example)
    if row is None:
        return f"{message}; change one of them"
    return f"{message}; without {row.key}={row.value} there is one"
