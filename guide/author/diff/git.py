"""Questions to git: what it has stored, read without a checkout and without a network."""

import os
import shutil
import subprocess
from pathlib import Path

from guide.user_error import UserError

_TIMEOUT = 60
"""Seconds that git may take for one question; it takes milliseconds."""


class NoGuideError(UserError):
    """There is no guide to compare; the message is one line with the way out."""


def ask_git(arguments: list[str], near: Path | None, asked: bytes = b"") -> bytes | None:
    """What git answers; None if it refuses.

    Raises:
        NoGuideError: if git is missing or does not answer.

    """
    program = shutil.which("git")
    if program is None:
        message = "git is not installed, so no revision can be read; name two folders instead"
        raise NoGuideError(message)
    # What a partial clone lacks would be fetched: nothing here may use the network.
    quiet = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603  git itself, with options ended before any name
            [program, "-c", "protocol.allow=never", *arguments],
            cwd=near,
            env=os.environ | quiet,
            input=asked,
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        )
    except (OSError, subprocess.TimeoutExpired):
        message = "git does not answer, so no revision can be read; name two folders instead"
        raise NoGuideError(message) from None
    return done.stdout if done.returncode == 0 else None
