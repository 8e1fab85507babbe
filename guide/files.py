"""Writing files so that a crash or a full disk never leaves half of one."""

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary file in the same folder, then put it in place.

    Raises:
        OSError: if the folder can't be written; what was there before is untouched.

    """
    stream_atomically(path, (data,))


def stream_atomically(path: Path, pieces: Iterable[bytes]) -> None:
    """The same for what is too large to hold: each piece is written as it comes.

    Raises:
        OSError: as above. Whatever else making a piece raises leaves no file behind either.

    """
    path = Path(os.path.realpath(path))  # a link is followed, not replaced
    if path.is_symlink():  # one that leads back to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    mode = _mode(path)
    temporary = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}.tmp")
    # Made with the permissions it will have, less what the umask takes: nobody has to ask for it.
    handle = os.open(temporary, _NEW, 0o666 if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int | None:
    """The permissions that the file has; None where there is no file yet."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return None
