"""What a book prints, decided before the first line is written."""

from functools import cached_property
from itertools import product
from typing import NamedTuple

from guide.author.book.groups import Group, Page, group
from guide.author.book.main_pages import spine_answers
from guide.author.book.texts import SectionTexts, Teller, Who, sweep_within, texts_of
from guide.journey.walk import walk
from guide.model.conditions import applies, tests
from guide.model.schema import Block, Guide
from guide.states.graph import Graph
from guide.states.grid import Grid
from guide.states.pages import Pages, list_pages
from guide.states.sweep import TooManyStates, sweep_all

SMALL = 500
"""Distinct pages; a guide with no more is printed page by page."""


class Whole(NamedTuple):
    """A page that is printed whole."""

    blocks: tuple[Block, ...]
    answers: dict[str, str]
    """The shortest that lead to it, or those of the spine."""
    who: Who | None = None
    """Everybody who gets it; None where only the texts' own conditions say so."""


class Plan:
    """What is printed of a guide, and how much there is of everything."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.graph = Graph(guide)
        self.sections: list[SectionTexts] = texts_of(self.graph)
        self.pages: Pages | None = list_pages(self.graph)
        self._section_of = {
            block.id: place
            for place, section in enumerate(guide.sections)
            for block in guide.blocks.get(section.id, ())
        }
        self._numbers = [section.number_of() for section in self.sections]

    @cached_property
    def total(self) -> int | None:
        """How many distinct pages there are; None: too many to count."""
        return None if self.pages is None else len(self.pages)

    @property
    def small(self) -> bool:
        """Whether every page is printed whole, and nothing else is needed."""
        return self.total is not None and self.total <= SMALL

    @cached_property
    def paths(self) -> int:
        """The exact number of ways of answering."""
        return sweep_all(self.graph).paths

    @cached_property
    def spine(self) -> list[Whole]:
        """One page for each set of values of the spine; equal pages once."""
        found: dict[tuple[str, ...], Whole] = {}
        for answers in spine_answers(self.graph):
            page = self._page(answers)
            found.setdefault(tuple(block.id for block in page), Whole(page, answers))
        return list(found.values())

    @cached_property
    def each(self) -> list[Whole]:
        """Every distinct page, where they are few, with everybody who gets it."""
        who = self._who()
        return [
            Whole(page.blocks, page.answers, who.get(tuple(b.id for b in page.blocks)))
            for page in self.pages or ()
        ]

    @cached_property
    def groups(self) -> list[tuple[Group, dict[str, str]]]:
        """All pages in groups, each with the shortest answers to one of its pages."""
        if self.pages is None or any(section.texts is None for section in self.sections):
            return []
        pages = [self.numbers(page.blocks) for page in self.pages]
        found = group(pages)
        number = {page: n for n, one in enumerate(found) for page in product(*one.choices)}
        first: dict[int, int] = {}
        for place, page in enumerate(pages):
            first.setdefault(number[page], place)
        wanted = {place: n for n, place in first.items()}
        example = {
            wanted[place]: page.answers for place, page in enumerate(self.pages) if place in wanted
        }
        return [(one, example[n]) for n, one in enumerate(found)]

    def by_section(self, blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
        """The blocks of a page, section by section."""
        found: list[list[Block]] = [[] for _ in self.sections]
        for block in blocks:
            found[self._section_of[block.id]].append(block)
        return [tuple(one) for one in found]

    def numbers(self, blocks: tuple[Block, ...]) -> Page:
        """For each section the number of its text on this page; 0 where they are not counted."""
        texts = self.by_section(blocks)
        known = zip(texts, self._numbers, strict=True)
        return tuple([of.get(tuple([b.id for b in text]), 0) for text, of in known])

    def _page(self, answers: dict[str, str]) -> tuple[Block, ...]:
        scenario = walk(self.guide, answers).scenario
        return tuple(block for block in self._blocks() if applies(block, scenario))

    def _blocks(self) -> list[Block]:
        return [b for s in self.guide.sections for b in self.guide.blocks.get(s.id, ())]

    def _who(self) -> dict[tuple[str, ...], Who]:
        """Ids of a page's blocks -> everybody who gets it; empty if there are too many ways."""
        blocks = self._blocks()
        read = {test.facet for block in blocks for test in tests(block)}
        facets = tuple(facet.id for facet in self.guide.facets if facet.id in read)
        try:
            sweep = sweep_within(self.graph, facets)
        except TooManyStates:
            return {}
        scenarios = [sweep.scenario(end) for end in sweep.ends()]
        inside: dict[tuple[str, ...], int] = {}
        for place, scenario in enumerate(scenarios):
            page = tuple(block.id for block in blocks if applies(block, scenario))
            inside[page] = inside.get(page, 0) | 1 << place
        teller = Teller(self.guide, Grid(facets, scenarios))
        return {page: teller.who(bits) for page, bits in inside.items()}
