"""What was typed into the letters of a kept walk, for the pages that leave the same blanks."""

from datetime import date

from guide.history.keeper import Keeper
from guide.history.resolve import Resolved
from guide.model.schema import Guide
from guide.sales.carried import carry


def carried(resolved: Resolved, today: date) -> Guide:
    """The guide with those blanks filled; as it is for a code, which stands for nobody's walk."""
    if resolved.walk_id is None:
        return resolved.guide
    keeper = Keeper()
    try:
        return carry(resolved.guide, keeper.typed(resolved.journey), today)
    finally:
        keeper.close()
