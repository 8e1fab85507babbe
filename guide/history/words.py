"""A walk in words: its name, or what its scenario says by the labels of the guide."""

from collections.abc import Mapping

from guide.model.schema import Guide, Scenario
from guide.output.words import scenario_words
from guide.renames import current_scenario
from guide.store.listing import Row

SHORT_ID = 9
"""Letters of an id that tell it from others; the commands take them for the whole."""


def short_id(walk_id: str) -> str:
    """Enough of an id to type."""
    return walk_id[:SHORT_ID]


def scenario_of(guide: Guide, code: str) -> dict[str, str]:
    """What a stored code settles, by the names of today; what is no longer there is left out."""
    pairs = (pair.partition("=") for pair in code.partition(":")[2].split(",") if pair)
    known: Scenario = {facet: value for facet, _, value in pairs}
    return {
        name: value
        for name, value in current_scenario(guide, known).items()
        if (facet := guide.facet.get(name)) and facet.value(value)
    }


def words_of(guides: Mapping[str, Guide], row: Row) -> str:
    """The scenario by its labels; its code where the guide is not on the shelf."""
    guide = guides.get(row.guide)
    return row.code if guide is None else scenario_words(guide, scenario_of(guide, row.code))


def title_of(guides: Mapping[str, Guide], row: Row) -> str:
    """The name that the reader gave, else the scenario in words."""
    return row.name or words_of(guides, row)


def first_line(note: str) -> str:
    """The beginning of a note, for a list."""
    return note.partition("\n")[0]
