"""What is kept of a rehearsal: which questions to begin the next one with, and nothing typed."""

import contextlib
import json
from collections.abc import Mapping

from guide.files import write_atomically
from guide.places import rehearsed_file


def to_repeat(guide_id: str) -> tuple[str, ...]:
    """The ids of the replies to begin with; none where nothing is kept, or it can't be read."""
    names = _kept().get(guide_id, [])
    return tuple(name for name in names if isinstance(name, str))


def keep(guide_id: str, marks: Mapping[str, bool]) -> str:
    """Keep what is to be repeated; returns why it could not be kept, or nothing.

    Args:
        guide_id: whose replies.
        marks: reply id -> whether it went well now; what was not asked now stays as it was.

    """
    again = [name for name, well in marks.items() if not well]
    waiting = [name for name in to_repeat(guide_id) if name not in marks]
    kept = {**_kept(), guide_id: [*again, *waiting]}
    path = rehearsed_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, f"{json.dumps(kept, indent=2)}\n".encode())
    except OSError as error:
        return f"What to repeat is not kept: {path} can't be written ({error.strerror or error})."
    return ""


def forget() -> bool:
    """Erase all of it; whether there was any.

    Raises:
        OSError: if it is there and can't be erased.

    """
    path = rehearsed_file()
    there = path.exists()
    path.unlink(missing_ok=True)
    return there


def _kept() -> dict[str, list[object]]:
    with contextlib.suppress(OSError, ValueError):
        data = json.loads(rehearsed_file().read_bytes())
        if isinstance(data, dict):
            return {str(key): value for key, value in data.items() if isinstance(value, list)}
    return {}
