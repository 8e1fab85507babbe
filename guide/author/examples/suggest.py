"""Cases that would cover what the examples of a guide leave out, for an author to confirm."""

import re
from collections.abc import Iterable

import msgspec

from guide.author.examples.beside import letters_held
from guide.author.examples.cover import LETTER, REPLY, cover, letters_given, replies_given
from guide.author.examples.coverage import touched
from guide.author.examples.find import Reader, find_reader
from guide.model.example import Example, Listed, Pair, Said
from guide.model.schema import Block, Guide


def suggest(guide: Guide, examples: Iterable[Example]) -> list[Example]:
    """Few cases that touch every block, option, reply and letter that the examples do not.

    Each expects the whole page it gets now, and the first that shows a block says what the block
    rests on, if no example does; the first that is given an answer to a buyer expects it. Whether
    all that is right, an author must say. What no reader can reach is left out.
    """
    examples = list(examples)
    tried = [(example, find_reader(guide, example)) for example in examples]
    done = touched([(example, reader) for example, reader in tried if reader is not None])
    every = [block for blocks in guide.blocks.values() for block in blocks]
    grounds = {b.id: b for b in every if b.rests_on and b.id not in done.grounds}
    taken = {example.id for example in examples}
    given = {(REPLY, name) for name in done.replies}
    given |= {(LETTER, name) for name in done.letters}
    readers = cover(guide, (done.blocks - grounds.keys()) | done.options | given)
    cases = []
    for reader in readers:
        new = sorted(name for _, name in replies_given(guide, reader) - given)
        given |= {(REPLY, name) for name in new}
        case = msgspec.structs.replace(_case(guide, reader, taken), replies=tuple(map(Said, new)))
        if lines := letters_given(guide, reader) - given:
            given |= lines
            case = msgspec.structs.replace(case, letters=_letters(guide, reader))
        cases.append(_grounded(case, grounds))
    return cases


def _letters(guide: Guide, reader: Reader) -> tuple[Listed, ...]:
    """All that each letter holds for a reader."""
    letters = guide.letters
    kinds = letters.letters if letters else ()
    case = Example("", "", letters=tuple(Listed(letter.id, ()) for letter in kinds))
    there = letters_held(guide, case, reader.advice.scenario)
    return tuple(Listed(letter, tuple(map(Said, ids))) for letter, ids in there.items())


def _grounded(case: Example, grounds: dict[str, Block]) -> Example:
    """The case with what its blocks rest on; what it says, no later one repeats."""
    here = [grounds.pop(name.text) for name in case.shows if name.text in grounds]
    rows = tuple(Listed(block.id, tuple(map(Said, block.rests_on))) for block in here)
    return msgspec.structs.replace(case, rests_on=rows)


def _case(guide: Guide, reader: Reader, taken: set[str]) -> Example:
    scenario = tuple(Pair(facet, value) for facet, value in reader.advice.scenario.items())
    words = [guide.facet[pair.key].value(pair.value) for pair in scenario]
    about = ", ".join(value.label for value in words if value) or "Nothing is settled"
    blocks = tuple(Said(placed.block.id) for placed in reader.advice.blocks())
    case = Example(
        id=_name(scenario, taken),
        about=about,
        scenario=scenario,
        shows=blocks,
        only=() if blocks else tuple(Listed(section.id, ()) for section in guide.sections[:1]),
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
