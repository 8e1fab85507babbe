"""How a proof names places and readers."""

from collections.abc import Iterable

from guide.journey.code import write_code
from guide.journey.walk import walk
from guide.model.schema import UNSET, Answers, Guide, Place, Test
from guide.states.condition import Table


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


def listed(things: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(things[:-1]), things[-1]] if len(things) > 1 else things)
