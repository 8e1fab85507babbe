"""Damaged files, set aside beside the history under a dated name."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO

from guide.history.database import TEMPORARY, backup_of, keep_private, log_of
from guide.history.faults import DamagedError

PATIENCE = 2.0
"""Seconds to wait for another window that may be restoring the same file."""
_MARK = ".damaged-"


def set_aside(path: Path) -> Path:
    """Give a database and its log a dated name, which is returned.

    Raises:
        OSError: if that can't be done.

    """
    stamp = f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    for number in count(1):
        ending = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}{_MARK}{stamp}{ending}{path.suffix}")
        if not aside.exists():
            break
    path.rename(aside)
    keep_private(aside)
    with suppress(FileNotFoundError):
        log_of(path).rename(log_of(aside))
    for end in ("-shm", "-journal"):  # what stayed would be taken for the new database's own
        path.with_name(path.name + end).unlink(missing_ok=True)
    return aside


def files_aside(path: Path) -> list[Path]:
    """Every damaged file set aside, and what a crash left of one being made."""
    try:
        entries = list(path.parent.iterdir())
    except OSError:
        return []
    aside = f"{path.stem}{_MARK}"
    making = (f".{path.name}.", f".{backup_of(path).name}.")
    ends = tuple(f"{TEMPORARY}{end}" for end in ("", "-wal", "-shm", "-journal"))
    return [
        entry
        for entry in entries
        if entry.name.startswith(aside)
        or (entry.name.startswith(making) and entry.name.endswith(ends))
    ]


def remove_all_aside(path: Path) -> None:
    """Delete them.

    Raises:
        OSError: if one can't be deleted.

    """
    for file in files_aside(path):
        file.unlink(missing_ok=True)


def holding(path: Path, walk_id: str) -> list[Path]:
    """The files set aside that still hold a walk; those that can't be read do not count."""
    files = []
    for file in files_aside(path):
        with suppress(OSError):
            if file.is_file() and walk_id.encode() in file.read_bytes():
                files.append(file)
    return files


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """The damaged file, held so that no other window has it; False if it is there no more.

    A window that went on writing into a file that is no longer in its place would lose walks.
    Nothing in here may open the file: closing it would end the lock.

    Raises:
        DamagedError: if another window does not let go of it.
        OSError: if it can't be written.

    """
    try:
        file = path.open("r+b")
    except FileNotFoundError:
        yield False
        return
    with file:
        _lock(file)
        yield _is_at(file, path)


def _lock(file: BinaryIO) -> None:
    """Wait until no other window has the file open.

    Every connection of SQLite holds a shared lock on 510 bytes at a fixed place. Windows needs
    none of this: it refuses to replace a file in use.
    """
    try:
        import fcntl  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
        except OSError as error:
            if time.monotonic() > end:
                raise DamagedError from error
            time.sleep(0.05)
        else:
            return


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
