"""What is kept of a fault of the program: where it happened, never what anybody typed."""

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from guide import __version__
from guide.places import crash_log

_PACKAGE = Path(__file__).parents[1]
_MAX_BYTES = 256 * 1024
"""A longer log is begun anew."""


def record(error: BaseException) -> str:
    """Add a fault to the crash log and give the line that tells about it. Never raises."""
    sentence = "guide: a fault in the program stopped it"
    path = crash_log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        full = path.exists() and path.stat().st_size > _MAX_BYTES
        with path.open("w" if full else "a", encoding="utf-8") as file:
            file.write(_entry(error))
    except OSError as reason:
        return f"{sentence} ({type(error).__name__}); {path} can't be written: {reason.strerror}"
    return f"{sentence}; {path} says where, and holds nothing that you typed"


def _entry(error: BaseException) -> str:
    """Kinds of error and places in the code; messages are left out, for they quote input."""
    system = f"Python {platform.python_version()}, {platform.system()}"
    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, guide {__version__}, {system}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"  {type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"    {_short(f.filename)}:{f.lineno} in {f.name}" for f in frames[-60:]]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n\n"


def _short(filename: str) -> str:
    """A file without the folders above it, which may hold a person's name."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-3:])
