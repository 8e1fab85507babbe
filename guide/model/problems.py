"""A problem: something wrong with content, said in one line that an author can act on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from guide.model.schema import Place

if TYPE_CHECKING:
    from guide.model.codes import Code
    from guide.model.spots import Spots


_SHOWN = 80
"""Characters of somebody's text within a message: an id may have as many."""


class Problem(msgspec.Struct, frozen=True):
    """What is wrong, where, and the way out.

    Sorts by place, then by code.
    """

    at: Place
    code: str
    message: str

    def line(self, folder: str = "") -> str:
        """``file:line:col CODE message``, the file below ``folder``."""
        prefix = f"{folder.rstrip('/')}/" if folder else ""
        return f"{prefix}{self.at.file}:{self.at.line}:{self.at.column} {self.code} {self.message}"


class Problems:
    """Collects every problem of a guide, each place and code once."""

    def __init__(self) -> None:
        self._found: dict[tuple[Place, str, str], Problem] = {}
        self.broken: set[str] = set()
        """Ids of things that are there but could not be read.

        Whoever refers to one is not at fault, so nothing more is said about it.
        """
        self.unread: set[str] = set()
        """Files that are missing, hopeless, or hold something whose id nobody knows."""
        self.data: dict[str, bytes] = {}
        """The files as they were written, to look up where a word stands."""
        self._spots: Spots | None = None

    def add(self, code: "Code", at: Place, message: str) -> None:
        """Record one problem."""
        problem = Problem(at, code.value, message)
        self._found.setdefault((at, problem.code, message), problem)

    def spot(self, at: Place, field: str, offset: int = 0, words: str = "") -> Place:
        """Where a word stands in the field of a thing; the thing's own place if that is not known.

        Args:
            at: the place of the thing.
            field: the key.
            offset: how many characters of ``words`` stand before it.
            words: the whole text as a reader sees it, without marks.

        """
        if self._spots is None:
            from guide.model.spots import Spots  # only a problem needs it

            self._spots = Spots(self.data)
        return self._spots.find(at, field, offset, words) or at

    def item(self, at: Place, field: str, name: str) -> Place:
        """Where a name stands in a list of a thing; the thing's own place if that is not known."""
        return self.spot(at, field, words=name)

    def sorted(self) -> list[Problem]:
        """All problems, by place."""
        return sorted(self._found.values(), key=lambda one: (one.at, one.code, one.message))

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._found)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, if any is like it."""
    import difflib  # only a mistake needs it

    names = {one.casefold(): one for one in known}
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
