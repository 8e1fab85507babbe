"""What the examples of a guide touch, and what none of them does.

A question or an option is touched when it is on the way of an example. A block is touched when
an example expects it and sees it: to be on a page by chance proves nothing. A section is
touched with any of its blocks, or when an example says all that it holds. What a block rests on
is touched when an example says so, rightly.
"""

from collections.abc import Sequence
from typing import NamedTuple

from guide.author.examples.expect import confirms
from guide.author.examples.find import Reader
from guide.model.example import Example
from guide.model.schema import Guide, Place


class Missed(NamedTuple):
    """Something that no example touches."""

    name: str
    at: Place
    part_of: str = ""
    """The question of an option, the section of a block."""
    seen_by: str = ""
    """For a block: an example on whose page it is, though it does not expect it."""


class Part(NamedTuple):
    """The coverage of one kind of thing."""

    total: int
    missed: tuple[Missed, ...]

    @property
    def covered(self) -> int:
        """How many are touched."""
        return self.total - len(self.missed)


class Coverage(NamedTuple):
    """How much of a guide its examples touch."""

    questions: Part
    options: Part
    blocks: Part
    sections: Part
    grounds: Part
    """Blocks that rest on facts: those whose facts some example confirms."""

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not any(part.missed for part in self)


class Touched(NamedTuple):
    """What some examples touch."""

    options: frozenset[tuple[str, str]]
    blocks: frozenset[str]
    sections: frozenset[str]
    grounds: frozenset[str]
    """Blocks whose facts are confirmed."""


def touched(found: Sequence[tuple[Example, Reader]]) -> Touched:
    """What these examples touch together."""
    options = {option for _, reader in found for option in reader.options}
    blocks: set[str] = set()
    sections: set[str] = set()
    grounds: set[str] = set()
    for example, reader in found:
        wanted = example.expected.keys()
        shown = {one.block.id: one.block for one in reader.advice.blocks()}
        grounds |= {
            ground.of
            for ground in example.rests_on
            if ground.of in shown and confirms(ground, shown[ground.of])
        }
        sections |= {only.section for only in example.only}
        for part in reader.advice.sections:
            here = wanted & {shown.block.id for shown in part.blocks}
            blocks |= here
            if here:
                sections.add(part.section.id)
    return Touched(frozenset(options), frozenset(blocks), frozenset(sections), frozenset(grounds))


def measure(guide: Guide, found: Sequence[tuple[Example, Reader]]) -> Coverage:
    """What these examples touch of a guide, and what they miss."""
    done = touched(found)
    asked = {question for question, _ in done.options}
    seen_by: dict[str, str] = {}
    for example, reader in found:
        for shown in reader.advice.blocks():
            seen_by.setdefault(shown.block.id, example.id)
    options = [(q, option) for q in guide.questions for option in q.options]
    blocks = [(s, block) for s in guide.sections for block in guide.blocks.get(s.id, ())]
    return Coverage(
        Part(
            len(guide.questions),
            tuple(Missed(q.id, q.at) for q in guide.questions if q.id not in asked),
        ),
        Part(
            len(options),
            tuple(
                Missed(option.id, option.at, question.id)
                for question, option in options
                if (question.id, option.id) not in done.options
            ),
        ),
        Part(
            len(blocks),
            tuple(
                Missed(block.id, block.at, section.id, seen_by.get(block.id, ""))
                for section, block in blocks
                if block.id not in done.blocks
            ),
        ),
        Part(
            len(guide.sections),
            tuple(Missed(s.id, s.at) for s in guide.sections if s.id not in done.sections),
        ),
        Part(
            sum(bool(block.rests_on) for _, block in blocks),
            tuple(
                Missed(block.id, block.at, section.id)
                for section, block in blocks
                if block.rests_on and block.id not in done.grounds
            ),
        ),
    )
