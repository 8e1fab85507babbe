"""The walk that an id, or the beginning of one, names."""

import re
from typing import TYPE_CHECKING

from guide.cli.say import Stop

if TYPE_CHECKING:
    from guide.history.history import History, Kept

_BEGINNING = re.compile(r"w[0-9a-f]{7,24}")


def looks_like_id(text: str) -> bool:
    """Whether this can only be the id of a walk, or its beginning."""
    return _BEGINNING.fullmatch(text) is not None


def kept_walk(history: "History", beginning: str) -> "Kept":
    """The one walk whose id begins so.

    Raises:
        Stop: if there is none, several, or it can't be read.

    """
    matches = history.ids(beginning, 2) if looks_like_id(beginning) else []
    if len(matches) > 1:
        message = f"{beginning} could be {matches[0]} or {matches[1]}; give more of the id"
        raise Stop(message)
    if not matches:
        why = f" ({history.notice})" if history.notice else ""
        message = f"no walk {beginning[:40]!r}{why}; 'guide history' lists those there are"
        raise Stop(message)
    kept = history.get(matches[0])
    if kept is None:
        message = f"walk {matches[0]} can't be read any more; it is left as it is"
        raise Stop(message)
    return kept
