"""What a list of walks and the record of one walk hold, in data and in words, whatever the form."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from guide.history.kept import Kept
from guide.history.listing import Row
from guide.history.reopen import Reopened, reopen
from guide.journey.code import code_pairs
from guide.journey.labels import scenario_words
from guide.journey.walk import Walk, walk
from guide.model.renames import current_scenario
from guide.model.schema import Guide

SHORT_ID = 9
"""Letters of an id that tell it from others; the commands take them for the whole."""


class Listed(NamedTuple):
    """A part of the list."""

    rows: Sequence[Row]
    """Newest first."""
    guides: Mapping[str, Guide]
    """Those on the shelf, by id."""
    searched: bool
    """Whether words were looked for."""


class Record(NamedTuple):
    """One walk, and how it stands in the guide of today."""

    kept: Kept
    guide: Guide | None
    """None where it is not on the shelf."""
    today: Reopened | None
    now: Walk | None
    """Where the answers that still apply lead."""


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


def record(guides: Mapping[str, Guide], kept: Kept) -> Record:
    """Everything about one walk."""
    guide = guides.get(kept.guide)
    if guide is None:
        return Record(kept, None, None, None)
    today = reopen(guide, kept)
    return Record(kept, guide, today, walk(guide, today.answers))


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
