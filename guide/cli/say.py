"""Writing to the two streams: stdout is data, stderr is narration."""

import io
import os
import sys
from typing import TextIO

from guide.user_error import UserError

Stop = UserError
"""What ends a command with one line."""


def prepare() -> None:
    """Make the streams take any character; a pipe always gets UTF-8."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        chosen = sys.stdout.isatty() or "PYTHONIOENCODING" in os.environ
        sys.stdout.reconfigure(encoding=None if chosen else "utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def put(text: str) -> None:
    """Write data to stdout; whoever closed the pipe has read enough.

    Raises:
        Stop: if stdout can't be written, as on a full disk.

    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        raise unwritable(error) from None


def unwritable(error: OSError) -> Stop:
    """What to tell when stdout can't be written; what was to be written is given up."""
    silence(sys.stdout)
    return Stop(f"the output can't be written: {error.strerror or error}")


def note(text: str) -> None:
    """Tell the person something, on stderr, as one cleaned line."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{clean(text)}\n")
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def clean(text: str) -> str:
    """The text on one line, with everything a terminal would obey written out as an escape."""
    folded = " ".join(text.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in folded)


def silence(stream: TextIO) -> None:
    """Send what is still in the stream's buffer nowhere, or Python complains at its exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
