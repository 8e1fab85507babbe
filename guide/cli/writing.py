"""Where a page goes: to stdout, or whole into a file."""

import os
from pathlib import Path

from guide.cli.say import Stop, note, put
from guide.files import write_atomically


def written(path: Path, *, over: bool) -> str:
    """Where a file is, and whether it took the place of another: scripts need that it may."""
    before = ", in place of the file that was there" if over else ""
    return f"written to {os.path.realpath(path)}{before}"


def deliver(text: str, path: Path | None) -> None:
    """Write the page to stdout, or to the file and say on stderr where it is.

    Raises:
        Stop: if it can't be written there; what was in the file before is untouched.

    """
    if path is None or str(path) == "-":
        put(text)
        return
    if path.is_dir():
        message = f"{path} is a folder; name a file in it"
        raise Stop(message)
    data = text.encode("utf-8")
    over = path.is_file()
    try:
        if path.exists() and not over:
            path.write_bytes(data)  # a pipe or a device is written to, not replaced
        else:
            write_atomically(path, data)
    except OSError as error:
        message = f"{path} can't be written: {error.strerror or error}"
        raise Stop(message) from None
    note(written(path, over=over))
