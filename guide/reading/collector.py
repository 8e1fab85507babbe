"""Every problem of a guide, collected while it is read and proven."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Protocol

from guide.model.codes import Code
from guide.model.problems import Problem, did_you_mean
from guide.model.schema import Place

if TYPE_CHECKING:
    from guide.reading.spots import Spots


class Named(Protocol):
    """What goes by an id."""

    @property
    def id(self) -> str:
        """Unique among its like."""

    @property
    def at(self) -> Place:
        """Where it stands."""


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

    def add(self, code: Code, at: Place, message: str) -> None:
        """Record one problem."""
        problem = Problem(at, code.value, message)
        self._found.setdefault((at, problem.code, message), problem)

    def unique(self, things: Iterable[Named]) -> list[Named]:
        """Report every thing that has the id of one before it; give those back."""
        first: dict[str, Place] = {}
        again = []
        for thing in things:
            if thing.id in first:
                where = f"{first[thing.id].file}:{first[thing.id].line}"
                message = f"{thing.id!r} is already in {where}; rename one"
                self.add(Code.DUPLICATE_ID, thing.at, message)
                again.append(thing)
            first.setdefault(thing.id, thing.at)
        return again

    def knows(  # noqa: PLR0913  all that such a problem says
        self, code: Code, what: str, name: str, known: Collection[str], at: Place, *, file: str = ""
    ) -> bool:
        """Whether a name is known; if not, that is reported: ``no facet 'x'; did you mean 'y'?``.

        Nothing is said where it, or the file that it would be in, could not be read.
        """
        if name not in known and not self.is_excused(name, file):
            self.add(code, at, f"{what} {name!r}{did_you_mean(name, known)}")
        return name in known

    def is_excused(self, name: str, file: str) -> bool:
        """Whether a name is not at fault: it, or the file it would be in, could not be read."""
        return name in self.broken or file in self.unread

    def spot(self, at: Place, field: str, offset: int = 0, words: str = "") -> Place:
        """Where a word stands in the field of a thing; the thing's own place if that is not known.

        Args:
            at: the place of the thing.
            field: the key.
            offset: how many characters of ``words`` stand before it.
            words: the whole text as a reader sees it, without marks.

        """
        if self._spots is None:
            from guide.reading.spots import Spots  # noqa: PLC0415  12 ms: YAML, for a problem only

            self._spots = Spots(self.data)
        return self._spots.find(at, field, offset, words) or at

    def item(self, at: Place, field: str, name: str) -> Place:
        """Where a name stands in a list of a thing; the thing's own place if that is not known."""
        return self.spot(at, field, words=name)

    def sorted(self) -> list[Problem]:
        """All problems, by place."""
        return sorted(
            self._found.values(), key=lambda problem: (problem.at, problem.code, problem.message)
        )

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._found)
