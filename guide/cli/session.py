"""What one run of the program knows: the libraries named, and the shelf read from them."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from guide.cli.say import Stop

if TYPE_CHECKING:  # pathlib takes 4 ms and msgspec 15; --help and --version need neither
    from pathlib import Path

    from guide.journey.code import Located
    from guide.model.schema import Guide
    from guide.reading.shelf import Shelf


class Spot(NamedTuple):
    """A guide and the scenario that a code names in it."""

    guide: "Guide"
    located: "Located"
    walk_id: str | None = None
    """Under which the history keeps it, if a walk was named."""
    name: str = ""
    """What the reader called that walk."""
    note: str = ""
    """What the reader noted on it."""


class Session:
    """Kept in click's context, so that every command finds it."""

    def __init__(self) -> None:
        self.libraries: list[str] = []
        """From ``--library``, in the order given."""

    @cached_property
    def shelf(self) -> "Shelf":
        """Every guide there is, read when first asked for."""
        from guide.reading.shelf import open_shelf

        return open_shelf(self.named)

    @property
    def named(self) -> "list[Path]":
        """The libraries as paths."""
        from pathlib import Path

        return [Path(folder) for folder in self.libraries]

    def guide(self, name: str) -> "Guide":
        """The guide of this id; with an empty id the only one there is.

        Raises:
            Stop: if there is none of that id, it has problems, or several could be meant.

        """
        guides = self.shelf.guides
        if name in guides:
            return guides[name]
        if not name and len(guides) == 1:
            return next(iter(guides.values()))
        raise Stop(self._why_not(name))

    def spot(self, code: str) -> Spot:
        """The guide and the scenario that a code names, or the id of a walk that was kept.

        Raises:
            Stop: if the code can't be used, with the nearest one that can.

        """
        from guide.journey.code import CodeError, locate, read_pairs, split_code

        if self.names_walk(code):
            from guide.cli.reopening import kept_spot

            return kept_spot(self, code)
        try:
            name, pairs = split_code(code)
            guide = self.guide(name)
            return Spot(guide, locate(guide, read_pairs(guide, pairs)))
        except CodeError as error:
            raise Stop(str(error)) from None

    def names_walk(self, code: str) -> bool:
        """Whether this is the id of a walk that was kept, or its beginning, and no guide's."""
        from guide.cli.kept import looks_like_id

        return looks_like_id(code) and code not in self.shelf.guides

    def _why_not(self, name: str) -> str:
        from guide.model.problems import did_you_mean

        guides = [*self.shelf.guides]
        for one in self.shelf.faulty:
            if one.name == name:
                return f"{problem_count(len(one.problems), name)}; see 'guide check {one.folder}'"
        if not guides:
            return "no guide can be opened; 'guide where' shows where they are looked for"
        if not name:
            return f"say which guide: {', '.join(guides)}"
        if meant := self._without_facets(name):
            return f"no guide {name[:80]!r}; did you mean {meant}?"
        return f"no guide {name[:80]!r}{did_you_mean(name, guides)}"

    def _without_facets(self, name: str) -> str:
        """The code somebody meant who typed values only, as ``qualified``; empty if there is none.

        Where a value belongs to several facets, all of them are named.
        """
        from guide.journey.code import meant_by

        for guide in self.shelf.guides.values():
            found = [meant_by(guide, word) for word in name.split(",")]
            if all(found):
                return ",".join("|".join(pairs) for pairs in found).replace("|", " or ")
        return ""


def problem_count(count: int, name: str) -> str:
    """Words for a guide that can't be opened."""
    return f"{name} has {count} problem{'s' * (count != 1)} and can't be opened"
