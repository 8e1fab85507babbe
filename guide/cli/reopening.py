"""A walk that was kept, for every command that takes a scenario code."""

from typing import TYPE_CHECKING

from guide.cli.kept import kept_walk
from guide.cli.say import note
from guide.cli.session import Session, Spot
from guide.history.history import History
from guide.history.reopen import reopen
from guide.journey.code import Located, open_spine
from guide.journey.walk import walk

if TYPE_CHECKING:
    from guide.history.history import Kept
    from guide.journey.journey import Journey


def kept_spot(session: Session, walk_id: str) -> Spot:
    """Where the walk stands today; one line on stderr if the guide has changed since.

    Raises:
        Stop: if there is no such walk, or its guide is not on the shelf.

    """
    kept = _kept(walk_id)
    guide = session.guide(kept.guide)
    today = reopen(guide, kept)
    if today.notice:
        note(today.notice)
    now = walk(guide, today.answers)
    left = () if now.finished else open_spine(guide, now.scenario)
    # Where answers were left out, the walk as it was stays in the history.
    located = Located(now.scenario, today.answers, left)
    return Spot(guide, located, kept.id if today.whole else None, kept.name, kept.note)


def kept_journey(session: Session, walk_id: str) -> "Journey":
    """The walk itself, answers and all, for the app.

    Raises:
        Stop: if there is no such walk, or its guide is not on the shelf.

    """
    from guide.tui.reopening import reopened

    kept = _kept(walk_id)
    return reopened(session.guide(kept.guide), kept)


def _kept(walk_id: str) -> "Kept":
    with History() as history:
        return kept_walk(history, walk_id)
