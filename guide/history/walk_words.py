"""The words of walks that were kept, for lists of them."""

from collections.abc import Mapping

from guide.history.listing import Row
from guide.journey.code import code_pairs
from guide.journey.labels import scenario_words
from guide.model.renames import current_scenario
from guide.model.schema import Guide

SHORT_ID = 9
"""Letters of an id that tell it from others; the commands take them for the whole."""


class Wording:
    """The words of walks. Of a thousand walks many have the same code: each is looked up once."""

    def __init__(self, guides: Mapping[str, Guide]) -> None:
        self._guides = guides
        self._known: dict[tuple[str, str], str] = {}

    def words(self, row: Row) -> str:
        """The scenario by its labels; its code where the guide is not on the shelf."""
        key = (row.guide, row.code)
        if key not in self._known:
            guide = self._guides.get(row.guide)
            self._known[key] = (
                row.code if guide is None else scenario_words(guide, scenario_of(guide, row.code))
            )
        return self._known[key]

    def title(self, row: Row) -> str:
        """The name that the reader gave, else the scenario in words."""
        return row.name or self.words(row)


def scenario_of(guide: Guide, code: str) -> dict[str, str]:
    """What a stored code settles, by the names of today; what is no longer there is left out."""
    return {
        name: value
        for name, value in current_scenario(guide, code_pairs(code)).items()
        if (facet := guide.facet.get(name)) and facet.value(value)
    }


def short_id(walk_id: str) -> str:
    """Enough of an id to type."""
    return walk_id[:SHORT_ID]


def first_line(note: str) -> str:
    """The beginning of a note, for a list."""
    return note.partition("\n")[0]
