"""Every text that a section can have, and exactly who gets it."""

from typing import NamedTuple

from guide.author.book.readers import Audience, Readers, Who
from guide.model.schema import Block, Section
from guide.states.sets import EMPTY, Set

FEW = 60
"""A section with no more texts than these is printed text by text; one with more by passages."""
LONG = 250_000
"""Characters of one section's texts beyond which it is printed by passages all the same."""


class SectionText(NamedTuple):
    """What a section says to some readers."""

    number: str
    """Of the section and of the text in it: ``3.12``."""
    blocks: tuple[Block, ...]
    """Empty where the section is left out."""
    who: Who
    code: str
    """The scenario code of one who gets it."""


class BookPassage(NamedTuple):
    """A block on its own."""

    number: str
    """Of the section and of the block in it: ``3.P5``."""
    block: Block
    who: Who
    """Empty: no reader."""


class SectionTexts(NamedTuple):
    """A section and all that it can say."""

    number: int
    section: Section
    passages: tuple[BookPassage, ...]
    texts: tuple[SectionText, ...] | None
    """In the order of the blocks. None: too many, or too long, to be printed each in full."""


def texts_of(readers: Readers) -> list[SectionTexts]:
    """The texts of every section, in order."""
    return [
        _section(readers, number, section)
        for number, section in enumerate(readers.guide.sections, 1)
    ]


def _section(readers: Readers, number: int, section: Section) -> SectionTexts:
    blocks = readers.guide.blocks.get(section.id, ())
    audience = Audience(readers, blocks)
    passages = tuple(
        BookPassage(f"{number}.P{n}", block, audience.who(audience.of(block, audience.all), block))
        for n, block in enumerate(blocks, 1)
    )
    parts = _divided(audience, blocks)
    if parts is None or sum(len(b.body) for text in parts for b in text) > LONG:
        return SectionTexts(number, section, passages, None)
    texts = (
        SectionText(f"{number}.{n}", text, audience.who(these, *text), audience.code(these))
        for n, (text, these) in enumerate(parts.items(), 1)
    )
    return SectionTexts(number, section, passages, tuple(texts))


def _divided(audience: Audience, blocks: tuple[Block, ...]) -> dict[tuple[Block, ...], Set] | None:
    """All readers by the text they get, in the order of its blocks; None: into too many parts.

    Block by block each part is split into those who see it and those who do not. Parts never
    come together again, so there are never more of them on the way than texts at the end.
    """
    parts: dict[tuple[int, ...], Set] = {(): audience.all} if audience.all != EMPTY else {}
    for number, block in enumerate(blocks):
        split: dict[tuple[int, ...], Set] = {}
        for text, these in parts.items():
            seeing = audience.of(block, these)
            split[*text, number] = seeing
            split[text] = audience.sets.minus(these, seeing)
        parts = {text: these for text, these in split.items() if these != EMPTY}
        if len(parts) > FEW:
            return None
    return {tuple(blocks[n] for n in text): parts[text] for text in sorted(parts)}
