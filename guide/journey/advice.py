"""A scenario to the page it gets, and for every block why it is there."""

from typing import NamedTuple

from guide.journey.walk import in_order
from guide.model.basic import Grounded
from guide.model.conditions import applies, tests
from guide.model.schema import UNSET, Block, Fact, Guide, Scenario, Section, Tone


class Passage(NamedTuple):
    """A block on a page."""

    block: Block
    because: dict[str, str]
    """The facets its condition looks at, with this reader's values; empty: shown to everyone."""


class AdviceSection(NamedTuple):
    """A section of a page with the blocks that hold."""

    section: Section
    blocks: tuple[Passage, ...]


class Advice(NamedTuple):
    """One page."""

    guide: Guide
    scenario: dict[str, str]
    open: tuple[str, ...]
    """Spine facets that can still be settled: each would sharpen the page."""
    sections: tuple[AdviceSection, ...]
    """In order, those without a block left out."""

    @property
    def tone(self) -> Tone | None:
        """The verdict's tone, or None while there is no verdict."""
        for block in (passage.block for passage in self.blocks()):
            if block.tone:
                return self.guide.tone.get(block.tone)
        return None

    def blocks(self) -> list[Passage]:
        """All blocks of the page, in order."""
        return [passage for section in self.sections for passage in section.blocks]

    def facts(self) -> tuple[Fact, ...]:
        """The facts the page rests on, each once, each followed by what corrects it."""
        facts = (fact for each in self.blocks() for fact in facts_under(self.guide, each.block))
        return tuple({fact.id: fact for fact in facts}.values())


def advise(guide: Guide, scenario: Scenario, open_facets: tuple[str, ...] = ()) -> Advice:
    """The page for this scenario. What is not settled counts as ``unset``: there is always a page.

    Open facets can still be settled: the page is the same, and says so.
    """
    scenario = in_order(guide, scenario)
    sections = []
    for section in guide.sections:
        blocks = tuple(
            Passage(block, because(block, scenario))
            for block in guide.blocks.get(section.id, ())
            if applies(block, scenario)
        )
        if blocks:
            sections.append(AdviceSection(section, blocks))
    return Advice(guide, scenario, open_facets, tuple(sections))


def because(block: Block, scenario: Scenario) -> dict[str, str]:
    """The facets that the block's condition looks at, with the values that made it hold."""
    return {test.facet: scenario.get(test.facet, UNSET) for test in tests(block)}


def facts_under(guide: Guide, thing: Grounded) -> list[Fact]:
    """The facts a block, or the like, rests on, each followed by the facts that correct it."""
    known = (guide.fact[fact_id] for fact_id in thing.rests_on if fact_id in guide.fact)
    ids = (each for fact in known for each in (fact.id, *fact.corrected_by) if each in guide.fact)
    return [guide.fact[fact_id] for fact_id in dict.fromkeys(ids)]
