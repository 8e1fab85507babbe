"""Rows that tell nothing: examples that another example makes superfluous."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.examples.find import Reader
from guide.model.example import Example
from guide.model.expectations import folded

Found = tuple[Example, Reader]


class Unused(NamedTuple):
    """An example whose page and expectations stand in another one as well."""

    example: Example
    other: Example


def find_unused(found: Sequence[Found]) -> Iterator[Unused]:
    """The examples without which nothing less would be checked.

    Of two that are alike the later one counts as superfluous.
    """
    wanted = [_expectations(example) for example, _ in found]
    pages = [tuple(one.block.id for one in reader.advice.blocks()) for _, reader in found]
    for number, (example, reader) in enumerate(found):
        for other in range(len(found)):
            if other == number or pages[other] != pages[number]:
                continue
            less = (wanted[number], reader.options)
            more = (wanted[other], found[other][1].options)
            same = less == more
            if less[0] <= more[0] and less[1] <= more[1] and (not same or other < number):
                yield Unused(example, found[other][0])
                break


def _expectations(example: Example) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = {("shows", block) for block in example.expected}
    found |= {("hides", name.text) for name in example.hides}
    found |= {("says", folded(phrase.text)) for phrase in example.says}
    found |= {("never_says", folded(phrase.text)) for phrase in example.never_says}
    for only in example.only:
        found.add(("only", only.section, *sorted(name.text for name in only.blocks)))
    for ground in example.rests_on:
        found.add(("rests_on", ground.block, *sorted(fact.text for fact in ground.facts)))
    return frozenset(found)
