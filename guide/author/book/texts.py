"""Every text that a section can have, and exactly who gets it."""

from typing import NamedTuple

from guide.author.check.sections import prove_promise
from guide.journey.condition_words import condition_words, facet_words
from guide.model.conditions import applies, tests
from guide.model.schema import Block, Guide, Section
from guide.states.graph import Graph
from guide.states.grid import Grid, Table
from guide.states.promises import Promise
from guide.states.readers import Readers
from guide.states.sweep import Bounds, State, Sweep, TooManyStates, sweep_all

LIMIT = 2_000_000
"""States of one section's pass times the facets it reads; beyond it only its passages are shown.

The largest section of the guide that ships needs half of it, and a second.
"""
TOGETHER = 2 * LIMIT
"""The same for all sections together: a guide of many vast sections would take minutes."""
FEW = 60
"""A section with no more texts than these is printed text by text; one with more by passages."""

Who = tuple[str, ...]
"""A condition in words, one for each way to fulfil it; one empty string: every reader."""


class Text(NamedTuple):
    """What a section says to some readers."""

    number: str
    """Of the section and of the text in it: ``3.12``."""
    blocks: tuple[Block, ...]
    """Empty where the section is left out."""
    who: Who
    answers: dict[str, str]
    """The shortest answers that lead to it."""


class Passage(NamedTuple):
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
    passages: tuple[Passage, ...]
    texts: tuple[Text, ...] | None
    """In the order of the blocks. None: there are too many situations to list."""

    @property
    def composed(self) -> bool:
        """Whether the texts are too many to be printed each in full."""
        return self.texts is None or len(self.texts) > FEW

    def number_of(self) -> dict[tuple[str, ...], int]:
        """Ids of the blocks of a text -> its number within the section."""
        return {tuple(b.id for b in one.blocks): n for n, one in enumerate(self.texts or (), 1)}


def texts_of(graph: Graph) -> list[SectionTexts]:
    """The texts of every section, in order."""
    left = TOGETHER
    found = []
    for number, section in enumerate(graph.guide.sections, 1):
        one, spent = _section(graph, number, section, min(LIMIT, left))
        left -= spent
        found.append(one)
    return found


def _section(graph: Graph, number: int, section: Section, limit: int) -> tuple[SectionTexts, int]:
    """The texts of one section, and how much of the limit it took to find them."""
    guide = graph.guide
    blocks = guide.blocks.get(section.id, ())
    read = {test.facet for block in blocks for test in tests(block)}
    facets = tuple(facet.id for facet in guide.facets if facet.id in read)
    try:
        sweep = sweep_within(graph, facets, limit)
    except TooManyStates:
        return SectionTexts(number, section, _as_written(graph, number, section), None), limit
    ends = sweep.ends()
    scenarios = [sweep.scenario(end) for end in ends]
    teller = Teller(guide, Grid(facets, scenarios))
    shown = [tuple(n for n, b in enumerate(blocks) if applies(b, s)) for s in scenarios]
    passages = tuple(
        Passage(f"{number}.P{n + 1}", block, teller.who(_bits([n in one for one in shown])))
        for n, block in enumerate(blocks)
    )
    texts = _texts(number, blocks, teller, shown, ends)
    spent = len(facets) * sum(sweep.counts().values())
    return SectionTexts(number, section, passages, texts), spent


def sweep_within(graph: Graph, facets: tuple[str, ...], limit: int = LIMIT) -> Sweep[None]:
    """All states told apart by these facets, to the end.

    Raises:
        TooManyStates: if there are too many to be worth it.

    """
    return sweep_all(graph, facets, Bounds(limit // max(1, len(facets))))


def _texts(
    number: int,
    blocks: tuple[Block, ...],
    teller: "Teller",
    shown: list[tuple[int, ...]],
    ends: list[State[None]],
) -> tuple[Text, ...]:
    inside: dict[tuple[int, ...], int] = {}
    nearest: dict[tuple[int, ...], State[None]] = {}
    for place, (text, end) in enumerate(zip(shown, ends, strict=True)):
        inside[text] = inside.get(text, 0) | 1 << place
        if text not in nearest or end.steps < nearest[text].steps:
            nearest[text] = end
    return tuple(
        Text(
            f"{number}.{count}",
            tuple(blocks[n] for n in text),
            teller.who(inside[text]),
            nearest[text].answers(),
        )
        for count, text in enumerate(sorted(inside), 1)
    )


def _as_written(graph: Graph, number: int, section: Section) -> tuple[Passage, ...]:
    """The blocks with the author's own conditions, where nothing shorter can be found."""
    blocks = graph.guide.blocks.get(section.id, ())
    seen = prove_promise(Readers(graph.guide), Promise(section, None, blocks)).seen
    return tuple(
        Passage(
            f"{number}.P{n}",
            block,
            (condition_words(graph.guide, block),) if block.id in seen else (),
        )
        for n, block in enumerate(blocks, 1)
    )


class Teller:
    """Says in words who is meant by a set of scenarios."""

    def __init__(self, guide: Guide, grid: Grid) -> None:
        self._guide = guide
        self._grid = grid

    def who(self, inside: int) -> Who:
        """The smallest condition that holds for these and for no other reader."""
        return tuple(self._words(table) for table in self._grid.condition(inside))

    def _words(self, table: Table) -> str:
        return "; ".join(
            facet_words(self._guide, facet, values, self._grid.domain(facet))
            for facet, values in table.items()
        )


def _bits(flags: list[bool]) -> int:
    return sum(1 << place for place, flag in enumerate(flags) if flag)
