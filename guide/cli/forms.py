"""The form that a file's name asks for."""

import os
from collections.abc import Callable, Iterable

from guide.cli.say import Stop, clean


def meant_by(path: str | None, names: Iterable[str], suffix_of: Callable[[str], str]) -> str | None:
    """The form whose files are named like this one; None without a file or without an ending.

    Of several endings that fit, the longest one counts.

    Raises:
        Stop: if the name has an ending that no form has.

    """
    if path is None:
        return None
    endings = {suffix_of(name): name for name in names}
    fitting = [ending for ending in endings if path.lower().endswith(ending)]
    if fitting:
        return endings[max(fitting, key=len)]
    if os.path.splitext(path)[1] and not os.path.isdir(path):  # noqa: PTH112, PTH122
        known = ", ".join(sorted(endings))
        message = f"{path}: no format has this ending; it can be {known}, or name one with --as"
        raise Stop(clean(message))
    return None
