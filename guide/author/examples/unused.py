"""Rows that tell nothing: examples that another example makes superfluous."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.author.examples.find import Reader
from guide.model.example import PHRASES, WORDS_OF, Example
from guide.model.schema import Guide, Place
from guide.reading.check_examples import folded

ExampleReader = tuple[Example, Reader]


class Unused(NamedTuple):
    """An example whose page and expectations stand in another one as well."""

    example: Example
    other: Example


def find_unused(pairs: Sequence[ExampleReader]) -> Iterator[Unused]:
    """The examples without which nothing less would be checked.

    Of two that are alike the later one counts as superfluous.
    """
    wanted = [_expectations(example) for example, _ in pairs]
    pages = [tuple(placed.block.id for placed in reader.advice.blocks()) for _, reader in pairs]
    for number, (example, reader) in enumerate(pairs):
        for other in range(len(pairs)):
            if other == number or pages[other] != pages[number]:
                continue
            less = (wanted[number], reader.options)
            more = (wanted[other], pairs[other][1].options)
            same = less == more
            if less[0] <= more[0] and less[1] <= more[1] and (not same or other < number):
                yield Unused(example, pairs[other][0])
                break


class Idle(NamedTuple):
    """A row of an example that expects nothing which another row of it does not."""

    at: Place
    message: str


def find_idle(guide: Guide, example: Example) -> Iterator[Idle]:
    """The rows without which the example would expect no less."""
    section_of = {block.id: s for s, blocks in guide.blocks.items() for block in blocks}
    whole = {only.of: only.at.line for only in example.only}
    for key in ("shows", "hides", "replies", "likely"):
        seen: dict[str, int] = {}
        for name in getattr(example, key):
            line = whole.get(section_of.get(name.text, ""))
            if line is not None:
                yield Idle(name.at, f"{name.text!r}: 'only' in line {line} says as much; remove it")
            elif name.text in seen:
                yield Idle(name.at, f"{name.text!r} stands here twice; remove one")
            seen[name.text] = name.at.line
    for key in ("never_asks", *PHRASES):
        before: set[str] = set()
        for name in getattr(example, key):
            text = name.text if key == "never_asks" else folded(name.text)
            if text in before:
                yield Idle(name.at, f"{name.text!r} stands here twice; remove one")
            before.add(text)


def _expectations(example: Example) -> frozenset[tuple[str, ...]]:
    rows: set[tuple[str, ...]] = {("shows", block) for block in example.expected}
    rows |= {("replies", name.text) for name in (*example.replies, *example.likely)}
    for key in ("hides", "never_asks", "unasked"):
        rows |= {(key, name.text) for name in getattr(example, key)}
    for key in PHRASES:
        rows |= {(key, folded(phrase.text)) for phrase in getattr(example, key)}
    for key in WORDS_OF:
        for row in getattr(example, key):
            rows |= {(key, row.of, folded(phrase.text)) for phrase in row.items}
    for key in ("only", "letters", "rests_on", "corrected_by"):
        for row in getattr(example, key):
            rows.add((key, row.of, *sorted(name.text for name in row.items)))
    return frozenset(rows)
