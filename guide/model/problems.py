"""A problem: something wrong with content, said in one line that an author can act on."""

from collections.abc import Iterable
from typing import Any

import msgspec

from guide.model.schema import Place

_SHOWN = 80
"""Characters of somebody's text within a message: an id may have as many."""


class Problem(msgspec.Struct, frozen=True):
    """What is wrong, where, and the way out.

    Sorts by place, then by code.
    """

    at: Place
    code: str
    message: str

    def as_data(self) -> dict[str, Any]:
        """The problem, for JSON."""
        return {**self.at.as_data(), "code": self.code, "message": self.message}

    def line(self, folder: str = "") -> str:
        """``file:line:col CODE message``, the file below ``folder``."""
        prefix = f"{folder.rstrip('/')}/" if folder else ""
        return f"{prefix}{self.at.file}:{self.at.line}:{self.at.column} {self.code} {self.message}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, if any is like it."""
    import difflib  # noqa: PLC0415  6 ms, and only a mistake needs it

    names = {other.casefold(): other for other in known}
    if name.casefold() in names:
        return names[name.casefold()]
    close = difflib.get_close_matches(name, names.values(), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a message: the nearest valid name, or all of them where they are few."""
    names = list(dict.fromkeys(known))
    if close := nearest(name, names):
        return f"; did you mean {close!r}?"
    if 0 < len(names) <= 8:
        return f"; it can be {', '.join(names)}"
    return ""


def quoted(text: str) -> str:
    """What an author wrote, in quotation marks; of much text the beginning."""
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r} …"
