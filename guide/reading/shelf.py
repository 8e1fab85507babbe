"""Where guides are found: the folders named, the user's own, and the ones that ship."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.places import expanded, own_guides, shipped_guides
from guide.reading import cache
from guide.reading.folder import HEAD, Reading, read_files
from guide.reading.reader import build_guide


class Found(NamedTuple):
    """One guide on the shelf. With problems it is listed, but not opened."""

    folder: Path
    guide: Guide | None
    problems: list[Problem]

    @property
    def name(self) -> str:
        """What to call it: its id, or its folder where it could not be read."""
        return self.guide.id if self.guide else self.folder.name

    @property
    def usable(self) -> bool:
        """Whether readers may see it."""
        return self.guide is not None and not self.problems

    @property
    def problem_count(self) -> str:
        """How many problems it has, in words."""
        count = len(self.problems)
        return f"{self.name} has {count} problem{'s' * (count != 1)}"

    @property
    def why_closed(self) -> str:
        """Why it can't be opened."""
        return f"{self.problem_count} and can't be opened"


class Shelf(NamedTuple):
    """Every guide found; where two have one id, the first folder wins."""

    entries: tuple[Found, ...]

    @property
    def guides(self) -> dict[str, Guide]:
        """Id -> guide, the usable ones."""
        usable = (entry.guide for entry in self.entries if entry.usable)
        return {guide.id: guide for guide in usable if guide is not None}

    @property
    def faulty(self) -> tuple[Found, ...]:
        """What is on the shelf and can't be opened."""
        return tuple(entry for entry in self.entries if not entry.usable)


def libraries(named: Iterable[Path] = ()) -> list[Path]:
    """The folders to look in, first match first.

    Those named (``--library``), those in ``GUIDE_LIBRARY`` (separated like ``PATH``), the
    user's own folder, the guides that ship.
    """
    listed = os.environ.get("GUIDE_LIBRARY", "").split(os.pathsep)
    from_environment = [expanded(entry) for entry in listed if entry.strip()]
    return [*named, *from_environment, own_guides(), shipped_guides()]


def open_shelf(named: Iterable[Path] = ()) -> Shelf:
    """Read every guide in every library, from the cache where its content is unchanged."""
    seen: set[Path] = set()
    entries = []
    for library in libraries(named):
        for folder in guide_folders(library):
            resolved = folder.resolve()
            if resolved not in seen:
                seen.add(resolved)
                entries.append(find(folder))
    return Shelf(_first_of_each(entries))


def find(folder: Path) -> Found:
    """The guide in one folder."""
    files = read_files(folder)
    if not files.problems and (cached := cache.load(files.content_hash)):
        return Found(folder, cached, [])
    reading: Reading = build_guide(files)
    if reading.guide is not None and not reading.problems:
        cache.keep(reading.guide)
    return Found(folder, reading.guide, reading.problems)


def guide_folders(library: Path) -> Iterator[Path]:
    """The folders that hold a guide: the library itself, or those in it."""
    try:
        if (library / HEAD).exists():
            yield library
            return
        entries = sorted(library.iterdir())
    except OSError:
        return
    for entry in entries:
        if not entry.name.startswith(".") and (entry / HEAD).exists():
            yield entry


def _first_of_each(entries: list[Found]) -> tuple[Found, ...]:
    """Of two with one id the first, faulty or not: nobody is shown another in its place."""
    first: dict[str, Found] = {}
    for entry in entries:
        first.setdefault(entry.name, entry)
    return tuple(first.values())
