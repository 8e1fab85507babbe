"""What can be known about the terminal before anything is written to it."""

import os
import sys

WIDEST = 88
"""Characters in a line of text; longer lines are hard to read."""
PIPE_WIDTH = 80
"""Characters in a line where nobody knows the width."""


def width() -> int:
    """Characters in a line of text on stdout; in a pipe what COLUMNS asks for, from 40 to 80."""
    if not is_terminal(sys.stdout):
        return max(40, min(PIPE_WIDTH, _given() or PIPE_WIDTH))
    return max(20, min(WIDEST, _columns()))


def whole_width() -> int:
    """Characters from edge to edge, for what stands in columns."""
    return max(20, _columns()) if is_terminal(sys.stdout) else PIPE_WIDTH


def help_width() -> int:
    """Characters in a line of help; click would import shutil to find out."""
    return max(40, min(PIPE_WIDTH, _columns()) - 2)


def bold() -> bool:
    """Whether headings on stdout may be bold."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and not _is_plain()


def pager() -> list[str]:
    """What PAGER names, else less; empty where none is wanted: in a pipe, or with PAGER empty."""
    if not is_terminal(sys.stdout) or _is_plain():
        return []
    return os.environ.get("PAGER", "less").split()


def can_draw() -> bool:
    """Whether a line on stderr may be drawn over again and again."""
    return is_terminal(sys.stderr) and not _is_plain()


def _is_plain() -> bool:
    return os.environ.get("TERM", "") in ("", "dumb")


def unfit() -> str:
    """Why the app can't be shown here; empty if it can, or if a driver of its own shows it."""
    if os.environ.get("TEXTUAL_DRIVER"):  # textual-serve speaks to it through pipes
        return ""
    if not is_terminal(sys.stdin) or not is_terminal(sys.stdout):
        return "this is not a terminal"
    term = os.environ.get("TERM", "")
    if term == "dumb" or (not term and os.name != "nt"):  # Windows sets none
        why = f"TERM={term}" if term else "TERM is not set"
        return f"this terminal shows plain lines only ({why})"
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"  # the app writes there
    if encoding.lower().replace("-", "") != "utf8":
        return f"this terminal's signs are {encoding}, and the app's need a locale with UTF-8"
    return ""


def _given() -> int:
    """What COLUMNS says, or 0."""
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 5 else 0


def _columns() -> int:
    if given := _given():
        return given
    try:
        real = os.get_terminal_size(sys.__stdout__.fileno()) if sys.__stdout__ else None
    except (OSError, ValueError):
        return PIPE_WIDTH
    return real.columns if real and real.columns else PIPE_WIDTH  # some terminals say 0


def is_terminal(stream: object) -> bool:
    """Whether somebody sits at the other end of a stream; None and a closed one are none."""
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:  # closed
        return False
