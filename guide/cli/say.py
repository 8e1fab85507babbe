"""Writing to the two streams: stdout is data, stderr is narration."""

import io
import os
import sys
from typing import TextIO

from guide.cleaning import harmless
from guide.cli.terminal import is_terminal
from guide.user_error import UserError


def prepare() -> None:
    """Make the streams take any character; a pipe always gives UTF-8, and gets it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        chosen = sys.stdout.isatty() or "PYTHONIOENCODING" in os.environ
        sys.stdout.reconfigure(encoding=None if chosen else "utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")


def put(text: str, *, styled: bool = False) -> None:
    """Write words to stdout; whoever closed the pipe has read enough.

    Here, at the last step, goes what a terminal would obey, whatever the words came through;
    a page that is styled has gone through its own last step.

    Raises:
        UserError: if stdout can't be written, as on a full disk.

    """
    _put(text if styled else harmless(text))


def put_data(text: str) -> None:
    """Write what programs read: the same bytes on every system, whatever Python is told.

    Raises:
        UserError: as above.

    """
    if is_terminal(sys.stdout):
        put(text)
    else:
        _put(text, data=True)


def _put(text: str, *, data: bool = False) -> None:
    if sys.stdout is None:
        return
    buffer = getattr(sys.stdout, "buffer", None) if data else None
    try:
        if buffer is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
    except OSError as error:
        raise unwritable(error) from None


def unwritable(error: OSError) -> UserError:
    """What to tell when stdout can't be written; what was to be written is given up."""
    silence(sys.stdout)
    return UserError(f"the output can't be written: {error.strerror or error}")


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
