"""How a proof names places and readers, and says that something is too large for it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from guide.journey.code import write_code
from guide.journey.labels import scenario_words
from guide.journey.walk import walk
from guide.model.codes import Code
from guide.model.schema import UNSET, Answers, Guide, Place, Test
from guide.reading.collector import Problems
from guide.states.condition import Table
from guide.states.functions import TooLarge
from guide.states.sets import Set, Sets


def reader_words(guide: Guide, answers: Answers) -> str:
    """Answers as a scenario code and in words; of no answers, that it is everyone."""
    if not answers:
        return "every reader"
    where = walk(guide, answers)
    labels = " > ".join(step.option.label for step in where.trail)
    return f"{write_code(guide, where.scenario)} ({labels})"


def place(at: Place) -> str:
    """File and line."""
    return f"{at.file}:{at.line}"


def words(test: Test) -> str:
    """A test as an author wrote it: ``glass=cracked`` or ``glass=whole|cracked``."""
    return f"{test.facet}={'|'.join(test.values)}"


def table_words(guide: Guide, table: Table) -> str:
    """A table as an author would write it: ``glass=whole and wind=calm|storm``."""
    order = {facet.id: [UNSET, *(value.id for value in facet.values)] for facet in guide.facets}
    rows = ((facet, sorted(values, key=order[facet].index)) for facet, values in table)
    return " and ".join(f"{facet}={'|'.join(values)}" for facet, values in rows)


def together(tests: Iterable[Test]) -> str:
    """Tests that must all hold."""
    return " and ".join(words(test) for test in tests)


def whoever(guide: Guide, sets: Sets, those: Set) -> str:
    """Some readers by what the one has for whom least is settled."""
    return f"whoever has {scenario_words(guide, sets.simplest(those))}"


@contextmanager
def limited(problems: Problems, at: Place, message: str) -> Iterator[None]:
    """Report with this message what turns out to be too large to be proven."""
    try:
        yield
    except TooLarge:
        problems.add(Code.TOO_MUCH_TOGETHER, at, message)
