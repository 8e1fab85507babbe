"""Cases that would cover what the examples of a guide leave out, for an author to confirm."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from guide.author.examples.cover import Way, cover
from guide.author.examples.coverage import touched
from guide.author.examples.find import Reader, find_reader, reader_of
from guide.author.examples.ways import Bits, TooManyStates, Ways
from guide.model.example import Example, Ground, Only, Pair, Said
from guide.model.schema import Block, Guide
from guide.states.shortest import Goal, goal_of, shortest_answers


def suggest(guide: Guide, examples: Iterable[Example]) -> list[Example]:
    """Few cases that touch every block and option that the examples do not.

    Each expects the whole page it gets now, and the first that shows a block says what the block
    rests on, if no example does. Whether all that is right, an author must say. What no reader
    can reach is left out.
    """
    examples = list(examples)
    tried = [(example, find_reader(guide, example)) for example in examples]
    done = touched([(example, reader) for example, reader in tried if reader is not None])
    bits = Bits(guide)
    grounds = {b.id: b for b in bits.blocks if b.rests_on and b.id not in done.grounds}
    have = bits.all(done.blocks - grounds.keys(), done.options)
    try:
        ways = Ways(guide, bits)
        found = cover(ways, ~have & ways.reachable)
    except TooManyStates:
        found = list(way_by_way(guide, bits, have))
    taken = {example.id for example in examples}
    cases = [_case(guide, reader_of(guide, way.answers), taken) for way in found]
    return [_grounded(case, grounds) for case in cases]


def _grounded(case: Example, grounds: dict[str, Block]) -> Example:
    """The case with what its blocks rest on; what it says, no later one repeats."""
    here = [grounds.pop(name.text) for name in case.shows if name.text in grounds]
    rows = tuple(Ground(block.id, tuple(map(Said, block.rests_on))) for block in here)
    return msgspec.structs.replace(case, rests_on=rows)


def way_by_way(guide: Guide, bits: Bits, done: int) -> Iterator[Way]:
    """The shortest way to each thing that is not touched yet; of a guide too large to compare."""
    goals = [(bits.block(block.id), goal_of(block)) for block in bits.blocks]
    goals += [(bits.option(pair), Goal({}, through=dict([pair]))) for pair in bits.options]
    for bit, goal in goals:
        answers = None if done & bit else shortest_answers(guide, goal)
        if answers is not None:
            reader = reader_of(guide, answers)
            shown = (one.block.id for one in reader.advice.blocks())
            touch = bits.all(shown, reader.options)
            yield Way(answers, touch)
            done |= touch


def _case(guide: Guide, reader: Reader, taken: set[str]) -> Example:
    scenario = tuple(Pair(facet, value) for facet, value in reader.advice.scenario.items())
    words = [guide.facet[pair.key].value(pair.value) for pair in scenario]
    about = ", ".join(value.label for value in words if value) or "Nothing is settled"
    shown = tuple(Said(one.block.id) for one in reader.advice.blocks())
    case = Example(
        id=_name(scenario, taken),
        about=about,
        scenario=scenario,
        shows=shown,
        only=() if shown else tuple(Only(section.id, ()) for section in guide.sections[:1]),
        confirmed=False,
    )
    again = find_reader(guide, case)
    if again is not None and again.options == reader.options:
        return case
    answers = tuple(Pair(step.question.id, step.option.id) for step in reader.trail)
    return Example(
        case.id, case.about, (), answers, shows=case.shows, only=case.only, confirmed=False
    )


def _name(scenario: tuple[Pair, ...], taken: set[str]) -> str:
    """An id that says who it is about and that no other example has."""
    name = re.sub(r"[^\w.-]", "-", "-".join(pair.value for pair in scenario))[:70] or "unsettled"
    number = 1
    unique = name
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    taken.add(unique)
    return unique
