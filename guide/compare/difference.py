"""Two or three pages side by side: which blocks of each section differ."""

from typing import NamedTuple

from guide.journey.advice import Advice, Passage
from guide.model.schema import Block, Section


class Only(NamedTuple):
    """A block that one of two pages shows and the other does not."""

    block: Block
    on_first: bool


class SectionBeside(NamedTuple):
    """One section of every page compared."""

    section: Section
    pages: tuple[tuple[Passage, ...], ...]
    """What each page shows in it, in the order the pages were given."""
    differences: tuple[tuple[Only, ...], ...]
    """For the second page, and the third if there is one: how it differs from the first."""

    @property
    def same(self) -> bool:
        """Whether all pages show the same here."""
        return not any(self.differences)


def sections_beside(pages: tuple[Advice, ...]) -> tuple[SectionBeside, ...]:
    """Each section that some page shows, beside that of the first page, in the guide's order.

    The pages are of one guide; one that is not finished may be among them.
    """
    besides = (_beside(section, pages) for section in pages[0].guide.sections)
    return tuple(beside for beside in besides if any(beside.pages))


def difference(section: Section, first: Advice, other: Advice) -> tuple[Only, ...]:
    """What one page alone shows in a section, in the guide's order; empty if they are equal."""
    here, there = _ids(_blocks(first, section)), _ids(_blocks(other, section))
    return tuple(
        Only(block, block.id in here)
        for block in first.guide.blocks.get(section.id, ())
        if (block.id in here) != (block.id in there)
    )


def _beside(section: Section, pages: tuple[Advice, ...]) -> SectionBeside:
    first, *others = pages
    return SectionBeside(
        section,
        tuple(_blocks(page, section) for page in pages),
        tuple(difference(section, first, other) for other in others),
    )


def _blocks(page: Advice, section: Section) -> tuple[Passage, ...]:
    return next((part.blocks for part in page.sections if part.section.id == section.id), ())


def _ids(blocks: tuple[Passage, ...]) -> set[str]:
    return {passage.block.id for passage in blocks}
