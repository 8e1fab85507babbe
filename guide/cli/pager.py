"""Shows a page through the reader's pager, as git and man do."""

import os
import shlex
import subprocess
from pathlib import PurePath

from guide.cli import terminal
from guide.cli.say import put

LESS = "-RFX"
"""Colors pass, what fits on the screen is not paged, and the page stays there afterwards."""
KNOWS_LINKS = 566
"""The first version of less that passes links (OSC 8); one before shows them as rubbish."""


def show(text: str) -> None:
    """Show the text in ``PAGER``, else in less; where there is neither, write it at once."""
    command = shlex.split(os.environ.get("PAGER", "less"))
    env = {"LESS": LESS, **os.environ}
    try:
        linked = terminal.with_links(text) if _passes_links(command, env["LESS"]) else text
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=env)  # noqa: S603
    except OSError:
        put(terminal.with_links(text))
        return
    try:
        pager.communicate(linked.encode("utf-8", "replace"))
    except KeyboardInterrupt:
        # Ctrl-C goes to the pager too, and means something there: only its end is the end.
        _wait(pager)


def _wait(pager: "subprocess.Popen[bytes]") -> None:
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:
            continue
        return


def _passes_links(command: list[str], options: str) -> bool:
    if PurePath(command[0]).stem != "less" or "R" not in options:
        return False
    version = subprocess.run(  # noqa: S603  the reader's own pager
        [command[0], "--version"], capture_output=True, check=False
    ).stdout.split()[1:2]
    digits = bytes(b for b in version[0].split(b".")[0] if b in b"0123456789") if version else b""
    return bool(digits) and int(digits) >= KNOWS_LINKS
