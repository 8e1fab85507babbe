"""What a list of walks and the record of one walk hold, whatever their form."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from guide.history.listing import Row
from guide.history.reopen import Reopened, reopen
from guide.history.rows import Kept
from guide.journey.walk import Step, walk
from guide.model.schema import Guide


class Listed(NamedTuple):
    """A page of the list."""

    rows: Sequence[Row]
    """Newest first."""
    guides: Mapping[str, Guide]
    """Those on the shelf, by id."""
    more: bool
    """Whether others follow."""
    searched: bool
    """Whether words were looked for."""


class Record(NamedTuple):
    """One walk, and how it stands in the guide of today."""

    kept: Kept
    guide: Guide | None
    """None where it is not on the shelf."""
    trail: tuple[Step, ...]
    today: Reopened | None


def record(guides: Mapping[str, Guide], kept: Kept) -> Record:
    """Everything about one walk."""
    guide = guides.get(kept.guide)
    if guide is None:
        return Record(kept, None, (), None)
    today = reopen(guide, kept)
    return Record(kept, guide, walk(guide, today.answers).trail, today)
