"""A damaged history: what can be read goes into a new one, the damaged file stays beside it."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from guide.history.carve import carve_open
from guide.history.connect import TEMPORARY, build, keep_private, log_of
from guide.history.faults import DamagedError, shown

PATIENCE = 2.0
"""Seconds to wait for another window that may be rescuing the same file."""
_MARK = ".damaged-"


def rescue(path: Path) -> str:
    """Put a new history in the place of a damaged one; one line for the user.

    Empty if another window has just done it. The damaged file is linked or copied to a dated
    name before anything changes, so that there is no moment without it.

    Raises:
        DamagedError: if another window is using the file; nothing was changed.
        sqlite3.Error: if the new one can't be written; nothing was changed.
        OSError: likewise.

    """
    with _alone(path) as file:
        if file is None:
            return ""
        walks = carve_open(file, log_of(path))
        fresh = build(path, walks)
        try:
            aside = _set_aside(path)
            # A log that stayed would be played into the new database.
            for end in ("-wal", "-shm", "-journal"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    saved = "1 walk" if len(walks) == 1 else f"{len(walks)} walks"
    return (
        f"The history was damaged: {saved} could still be read and stay in the list; "
        f"the damaged file is kept at {shown(aside)}"
    )


def remove_set_aside(path: Path) -> None:
    """Delete every damaged file set aside, and what a crash left of one being made.

    Raises:
        OSError: if one can't be deleted.

    """
    for found in _beside(path):
        found.unlink(missing_ok=True)


def set_aside_with(path: Path, walk_id: str) -> list[Path]:
    """The damaged files set aside that still hold a walk; those that can't be read do not count."""
    found = []
    for aside in _beside(path):
        with suppress(OSError):
            if aside.is_file() and walk_id.encode() in aside.read_bytes():
                found.append(aside)
    return found


def _beside(path: Path) -> list[Path]:
    """Our own other files in the folder of a history."""
    try:
        entries = list(path.parent.iterdir())
    except OSError:
        return []
    aside = f"{path.stem}{_MARK}"
    unfinished = (f".{path.name}.", (TEMPORARY, f"{TEMPORARY}-wal", f"{TEMPORARY}-shm"))
    return [
        entry
        for entry in entries
        if entry.name.startswith(aside)
        or (entry.name.startswith(unfinished[0]) and entry.name.endswith(unfinished[1]))
    ]


def _set_aside(path: Path) -> Path:
    """Keep a database and its log under a dated name."""
    stamp = f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    for count in range(1, 100):
        number = f"-{count}" if count > 1 else ""
        aside = path.with_name(f"{path.stem}{_MARK}{stamp}{number}{path.suffix}")
        try:
            _keep(path, aside)
        except FileExistsError:
            continue
        with suppress(FileNotFoundError):
            _keep(log_of(path), log_of(aside))
        return aside
    raise FileExistsError


def _keep(source: Path, target: Path) -> None:
    """Give a file a second name, or a copy where the file system has no links."""
    try:
        os.link(source, target)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        with source.open("rb") as old, target.open("xb") as new:
            shutil.copyfileobj(old, new)
    keep_private(target)


@contextmanager
def _alone(path: Path) -> Iterator[BinaryIO | None]:
    """The damaged file, held so that no other window has it; None if it is there no more.

    A window that went on writing into a file that is no longer in its place would lose walks.
    """
    try:
        file = path.open("r+b")
    except FileNotFoundError:
        yield None
        return
    with file:
        _take(file)
        yield file if _is_at(file, path) else None


def _take(file: BinaryIO) -> None:
    """Wait until no other window has the file open.

    Every connection of SQLite holds a shared lock on 510 bytes at a fixed place. Windows needs
    none of this: it refuses to replace a file in use.
    """
    try:
        import fcntl
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
