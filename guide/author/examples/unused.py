"""Rows that tell nothing: examples that another example makes superfluous."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.author.examples.find import Reader
from guide.model.example import Example
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
    whole = {only.section: only.at.line for only in example.only}
    for key in ("shows", "hides", "replies", "likely"):
        seen: dict[str, int] = {}
        for name in getattr(example, key):
            line = whole.get(section_of.get(name.text, ""))
            if line is not None:
                yield Idle(name.at, f"{name.text!r}: 'only' in line {line} says as much; remove it")
            elif name.text in seen:
                yield Idle(name.at, f"{name.text!r} stands here twice; remove one")
            seen[name.text] = name.at.line
    spared: set[str] = set()
    for name in example.never_asks:
        if name.text in spared:
            yield Idle(name.at, f"{name.text!r} stands here twice; remove one")
        spared.add(name.text)
    plan = (example.plan_says, example.plan_never_says)
    for phrases in (example.says, example.never_says, *plan):
        phrases_before: set[str] = set()
        for phrase in phrases:
            if folded(phrase.text) in phrases_before:
                yield Idle(phrase.at, f"{phrase.text!r} stands here twice; remove one")
            phrases_before.add(folded(phrase.text))


def _expectations(example: Example) -> frozenset[tuple[str, ...]]:
    expectations: set[tuple[str, ...]] = {("shows", block) for block in example.expected}
    expectations |= {("hides", name.text) for name in example.hides}
    expectations |= {("says", folded(phrase.text)) for phrase in example.says}
    expectations |= {("never_says", folded(phrase.text)) for phrase in example.never_says}
    for key in ("asks", "answers_say", "facts_say"):
        for row in getattr(example, key):
            expectations |= {(key, row.of, folded(phrase.text)) for phrase in row.phrases}
    for key in ("plan_says", "plan_never_says"):
        expectations |= {(key, folded(phrase.text)) for phrase in getattr(example, key)}
    expectations |= {("replies", name.text) for name in (*example.replies, *example.likely)}
    expectations |= {("never_asks", name.text) for name in example.never_asks}
    for only in example.only:
        expectations.add(("only", only.section, *sorted(name.text for name in only.blocks)))
    for only in example.letters:
        expectations.add(("letters", only.section, *sorted(name.text for name in only.blocks)))
    for ground in example.rests_on:
        expectations.add(("rests_on", ground.of, *sorted(fact.text for fact in ground.facts)))
    for ground in example.corrected_by:
        expectations.add(("corrected_by", ground.of, *sorted(fact.text for fact in ground.facts)))
    return frozenset(expectations)
