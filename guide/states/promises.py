"""What a guide promises of its pages: of each section, and of each part of one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.model.schema import Block, Guide, Part, Place, Section
from guide.states.sets import EMPTY, Set, Sets


class Promise(NamedTuple):
    """How many of these blocks a page holds, and for whom that is promised."""

    section: Section
    part: Part | None
    """None for the promise of the whole section, which is made to everyone."""
    blocks: tuple[Block, ...]

    @property
    def holds(self) -> str:
        """``one``, ``some`` or ``any``."""
        return (self.part or self.section).holds

    @property
    def at(self) -> Place:
        """Where it is made."""
        return (self.part or self.section).at

    @property
    def name(self) -> str:
        """What makes it, in words."""
        whole = f"section {self.section.id!r}"
        return f"part {self.part.id!r} of {whole}" if self.part else whole

    @property
    def for_some(self) -> Part | None:
        """The part whose condition says to whom it is made; None if that is everyone."""
        part = self.part
        return part if part is not None and (part.when or part.unless) else None


def promises(guide: Guide) -> Iterator[Promise]:
    """Every promise, in the order of the pages; a section before its parts, if it promises more."""
    for section in guide.sections:
        blocks = guide.blocks.get(section.id, ())
        if not _implied(section):
            yield Promise(section, None, blocks)
        for part in section.parts:
            yield Promise(section, part, tuple(b for b in blocks if b.part == part.id))


def beside_others(sets: Sets, meant: Set, shown: Iterable[Set]) -> tuple[list[Set], Set]:
    """Of those meant who sees each thing beside an earlier one; and who sees none of them."""
    covered, beside = EMPTY, []
    for readers in shown:
        these = sets.both(readers, meant)
        beside.append(sets.both(these, covered))
        covered = sets.union(covered, these)
    return beside, sets.minus(meant, covered)


def _implied(section: Section) -> bool:
    """Whether the parts promise all that the section does."""
    for_all = (part.holds != "any" for part in section.parts if not (part.when or part.unless))
    return bool(section.parts) and (
        section.holds == "any" or (section.holds == "some" and any(for_all))
    )
