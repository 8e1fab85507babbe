"""A walk that was kept, as a journey through the guide of today."""

from guide.history.kept import Kept
from guide.history.reopen import reopen
from guide.journey.journey import Journey
from guide.model.schema import Guide


def reopened(guide: Guide, kept: Kept) -> Journey:
    """Where the walk stands today; its notice says what changed in the guide since.

    Looking at it keeps nothing. Where answers had to be left out it goes on as a walk of its own.
    """
    today = reopen(guide, kept)
    walk_id = kept.id if today.whole else None
    return Journey(guide, today.answers, walk_id=walk_id, notice=today.notice, resting=True)
