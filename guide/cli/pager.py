"""Shows a page through the reader's pager, as git and man do."""

import os
import re

LESS = "-RFX"
"""Colors pass, what fits on the screen is not paged, and the page stays there afterwards."""
KNOWS_LINKS = 566
"""The first version of less that passes links (OSC 8); one before shows them as rubbish."""


def show(text: str, pager: list[str]) -> bool:
    """Show the text until the reader has read enough; False if there is no such program."""
    from subprocess import PIPE, Popen  # noqa: PLC0415  9 ms, and only a terminal has a pager

    try:
        process = Popen(pager, stdin=PIPE, env={"LESS": LESS, **os.environ})  # noqa: S603
    except OSError:
        return False
    try:
        process.communicate(text.encode("utf-8", "replace"))
    except KeyboardInterrupt:  # means something in the pager too: only its end is the end
        while process.returncode is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                continue
    return True


def passes_links(pager: list[str]) -> bool:
    """Whether this pager hands links on to the terminal: a less that is new enough, told -R."""
    from subprocess import run  # noqa: PLC0415  as above

    name = os.path.basename(pager[0])  # noqa: PTH119  pathlib takes 4 ms
    options = [os.environ.get("LESS", LESS), *pager[1:]]
    if name not in ("less", "less.exe") or "R" not in "".join(options):
        return False
    try:
        version = run([pager[0], "--version"], capture_output=True, check=False).stdout  # noqa: S603
    except OSError:  # it is written at once, and the terminal shows links
        return True
    number = re.match(rb"less (\d+)", version)
    return number is not None and int(number[1]) >= KNOWS_LINKS
