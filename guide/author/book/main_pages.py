"""The pages that are printed whole: one for each way of answering the main questions."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.author.book.readers import Readers
from guide.journey.advice import Advice, advise

LIMIT = 1_000
"""Ways along the main questions; a guide with more has none of them printed: too many to read."""


class MainPage(NamedTuple):
    """A page that is printed whole."""

    advice: Advice
    code: str


def main_pages(readers: Readers) -> Iterator[MainPage]:
    """For each set of values of the spine facets, the page with least else settled; each once."""
    guide, sets = readers.guide, readers.sets
    spine = [facet for facet in guide.facets if facet.kind == "spine"]
    settled = readers.all
    for facet in spine:
        settled = sets.having(settled, facet.id, tuple(value.id for value in facet.values))
    ways = sets.project(settled, sets.levels_of(facet.id for facet in spine))
    if sets.count(ways) > LIMIT:
        return
    seen: set[tuple[str, ...]] = set()
    order = {facet.id: [value.id for value in facet.values] for facet in spine}
    for way in sorted(
        sets.scenarios(ways),
        key=lambda way: [order[facet.id].index(way[facet.id]) for facet in spine],
    ):
        these = settled
        for name, value in way.items():
            these = sets.having(these, name, (value,))
        page = advise(guide, sets.simplest(these))
        blocks = tuple(block.block.id for block in page.blocks())
        if blocks not in seen:
            seen.add(blocks)
            yield MainPage(page, readers.code(these))
