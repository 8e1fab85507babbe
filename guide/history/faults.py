"""What can be wrong with the file, told apart, and put into words."""

import errno
import shutil
import sqlite3
from pathlib import Path

from guide.cleaning import clean_line

# SQLITE_ERROR: our fixed statements fail so only where a file has lost or changed its tables.
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_ERROR,
}

_SQLITE = {
    sqlite3.SQLITE_BUSY: "another program is using it",
    sqlite3.SQLITE_LOCKED: "another program is using it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it can only be read",
    sqlite3.SQLITE_PERM: "it can only be read",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened for writing",
    sqlite3.SQLITE_IOERR: "the disk does not answer",
}
_SYSTEM = {
    errno.EACCES: "permission is missing",
    errno.EPERM: "permission is missing",
    errno.EROFS: "it can only be read",
    errno.ENOSPC: "the disk is full",
    errno.ENOTDIR: "a file stands where its folder should be",
    errno.EEXIST: "a file stands where its folder should be",
    errno.EISDIR: "a folder stands in its place",
}


_ROOM = 100_000
"""Bytes; with less than this on the disk a write that failed has failed for want of room."""


class DamagedError(Exception):
    """The file is ours, or nobody's, and can't be trusted."""


class NewerError(Exception):
    """The file was written by a newer version of this program."""


class ForeignError(Exception):
    """The file is a sound database of some other program."""


Fault = sqlite3.Error | OSError | UnicodeDecodeError | DamagedError | NewerError | ForeignError
FAULTS = (sqlite3.Error, OSError, UnicodeDecodeError, DamagedError, NewerError, ForeignError)
"""Everything that the store can meet; nothing else is caught."""


def is_damage(fault: Fault) -> bool:
    """Whether the file's content is at fault, not the place it is in."""
    # SQLite's message about a damaged schema quotes it; Python fails on a quote not in UTF-8.
    return isinstance(fault, DamagedError | UnicodeDecodeError) or _primary(fault) in _DAMAGE


def why_not_kept(fault: Fault, path: Path) -> str:
    """One line for the user: why this session is not kept, and where the file is."""
    place = printable(path)
    if isinstance(fault, NewerError):
        return (
            f"A newer version of this program wrote the history at {place}. "
            "It can be read; this session is not kept."
        )
    if isinstance(fault, ForeignError):
        return f"{place} belongs to another program. This session is not kept."
    if is_damage(fault):
        return (
            f"The history at {place} is damaged and can't be set aside now: it is in use, "
            "or its folder can't be written. This session is not kept."
        )
    reason = reason_of(fault, path)
    return f"The history at {place} can't be written: {reason}. This session is not kept."


def printable(path: Path) -> str:
    """A path as it may be printed: names of folders can hold anything."""
    return clean_line(str(path), 4000)


def reason_of(fault: Fault, path: Path) -> str:
    """Why a place can't be written, in a few words."""
    if isinstance(fault, OSError):
        known = _SYSTEM.get(fault.errno or 0)
        return known or clean_line(fault.strerror or "it can't be reached").lower()
    code = _primary(fault)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and is_full(path):
        code = sqlite3.SQLITE_FULL
    return _SQLITE.get(code, "it can't be used")


def is_full(path: Path) -> bool:
    """Whether there is no room left: SQLite says so only of some of its files."""
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False


def _primary(fault: Fault) -> int:
    """SQLite's result code without its refinement; 0 for any other fault."""
    # Errors that Python itself raises (a closed connection, say) carry no code.
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF
