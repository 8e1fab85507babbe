"""Runs the command ``guide``: the one place where every error ends."""

import errno
import os
import sys
from collections.abc import Sequence

from guide.cli import exits, say
from guide.user_error import UserError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def run(argv: Sequence[str]) -> int:
    """Run one command and give its exit code. Never raises, never shows a traceback."""
    say.prepare()
    try:
        return _invoke(list(argv))
    except UserError as error:
        say.note(f"guide: {error}")
        return exits.USAGE
    except KeyboardInterrupt:
        say.note("")  # the terminal has written ^C
        return exits.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the one place: a traceback helps no reader
        return _failed(error)
    finally:
        _flush()


def _invoke(argv: list[str]) -> int:
    if not argv and "_GUIDE_COMPLETE" not in os.environ:
        from guide.cli.app import open_app  # noqa: PLC0415  as below
        from guide.cli.session import Session  # noqa: PLC0415

        return open_app(Session())
    from guide.cli.group import invoke  # noqa: PLC0415  click: 20 ms, and the app has its first paint without

    return invoke(argv)


def _failed(error: Exception) -> int:
    """Tell what went wrong; click writes help past ``say``, so a full disk can end here too."""
    if isinstance(error, BrokenPipeError):
        say.silence(sys.stdout)
        return exits.OK
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        say.note(f"guide: {say.unwritable(error)}")
        return exits.USAGE
    from guide.cli.crash import record  # noqa: PLC0415  platform, traceback, pathlib: 9 ms

    say.note(record(error))
    return exits.CRASHED


def _flush() -> None:
    """Write what is still buffered while a failure can be handled."""
    try:
        say.put("")
    except UserError as error:
        say.note(f"guide: {error}")
