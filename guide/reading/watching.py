"""What an author saves: each version of a guide's folder once, read and checked."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.reading.folder import read_files
from guide.reading.reader import build_guide


class Version(NamedTuple):
    """What a folder held at one moment."""

    guide: Guide | None
    """None where it has problems: then nobody may see it."""
    problems: tuple[Problem, ...]
    data: Mapping[str, bytes] = {}
    """Its files, to be proven in another process."""


class Watcher:
    """Looks at one folder. Used from one thread at a time; touches nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[str, tuple[Problem, ...]] | None = None

    def look(self) -> Version | None:
        """What the folder holds now; None if that is what it held before.

        All of it is read every time, since a time stamp may stay as it was: under 2 ms for 100 kB.
        """
        files = read_files(self._folder)
        seen = (files.content_hash, tuple(files.problems.sorted()))
        if seen == self._seen:
            return None
        self._seen = seen  # before it is built: whatever that does, it is done once
        reading = build_guide(files)
        problems = tuple(reading.problems)
        if reading.guide is None or problems:
            return Version(None, problems)
        return Version(reading.guide, (), files.data)
