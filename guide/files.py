"""Writing files so that a crash or a full disk never leaves half of one."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path


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
    import tempfile  # 5 ms, and most runs write nothing

    path = path.resolve()  # a link is followed, not replaced
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions the file has, or those a new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
