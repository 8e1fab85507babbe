"""The one file in which answers are kept: lines are added to it, and none is ever changed.

Whoever is killed loses at most the line that was being written. Several programs may add to the
file at once: each line is one write at the end of the file.
"""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from guide import places
from guide.practice.reviews import Review, Reviews, news, read, written

LARGEST = 20_000_000
"""Bytes of a file; a hundred thousand answers take fifteen million."""
_ADD = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


class TooLargeError(OSError):
    """The file is no progress that anybody made."""


class ReviewFile:
    """The file. Every method raises ``OSError`` where the system does."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or places.practice_file()

    def read(self) -> Reviews:
        """All answers that were kept."""
        try:
            return read_from(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return Reviews([], [])

    def add(self, reviews: Iterable[Review]) -> None:
        """Keep answers: they are on the disk when this returns."""
        data = written(reviews).encode()
        if not data:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path, _ADD, 0o600)
        try:
            if _torn(handle):  # a new answer must not go down with half a line
                data = b"\n" + data
            if os.write(handle, data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
            os.fsync(handle)
        finally:
            os.close(handle)

    def adopt(self, reviews: Iterable[Review]) -> int:
        """Keep those answers that are not kept yet, and say how many there were."""
        fresh = [*news(reviews, self.read().reviews)]
        self.add(fresh)
        return len(fresh)

    def erase(self) -> None:
        """Delete the file."""
        self.path.unlink(missing_ok=True)


def read_from(path: Path) -> Reviews:
    """The answers in a file.

    Raises:
        TooLargeError: if it is larger than any that a person fills.
        OSError: if it can't be read.

    """
    with path.open("rb") as file:
        return read_open(file)


def read_open(file: BinaryIO) -> Reviews:
    """The same of a file that is open.

    Raises:
        TooLargeError: as above.
        OSError: as above.

    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise TooLargeError(errno.EFBIG, f"it is larger than {LARGEST // 1_000_000} MB")
    return read(data)


def _torn(handle: int) -> bool:
    """Whether the last line has no end: whoever wrote it was stopped."""
    if os.fstat(handle).st_size == 0:
        return False
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) != b"\n"
