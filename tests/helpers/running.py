"""Ways to run the program: in this process, or as a process of its own."""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from guide.cli.main import run

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "tests" / "guides"
TINY = GUIDES / "tiny"


class Ran(NamedTuple):
    """What became of a run."""

    code: int
    out: str
    err: str


def here(*arguments: str, typed: str = "") -> Ran:
    """Run in this process, with this text on stdin."""
    out, err = io.StringIO(), io.StringIO()
    before, sys.stdin = sys.stdin, io.StringIO(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(arguments)
    finally:
        sys.stdin = before
    return Ran(code, out.getvalue(), err.getvalue())


def apart(
    *arguments: str, env: dict[str, str], typed: str | None = "", cwd: Path | None = None
) -> Ran:
    """Run as a process of its own; without text its stdin is closed."""
    done = subprocess.run(
        [sys.executable, "-m", "guide", *arguments],
        env=env,
        cwd=cwd,
        input=None if typed is None else typed.encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
