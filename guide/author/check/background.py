"""A proof in a process of its own, for a program that must answer its user meanwhile.

It takes nothing from that program's time, as a thread would that shares its lock, and it can be
given up at any moment: the proof of a large guide takes many seconds.
"""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from threading import Lock

import msgspec

from guide.model.problems import Problem

_ROOT = str(Path(__file__).parents[3])
# -P: a folder called guide where the author works is not this program.
COMMAND = [sys.executable, "-P", "-c"]
_CALL = "from guide.author.check.background import main; main()"
COMMAND += [f"import sys; sys.path.append({_ROOT!r}); {_CALL}"]


class ApartError(Exception):
    """The other process ended without a proof; the message is what it said last."""


class Apart:
    """One proof. Begun and waited for in one thread, given up from any."""

    def __init__(self, data: Mapping[str, bytes], today: date) -> None:
        self._data = dict(data)
        self._today = today
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.wanted = True
        """Whether nobody has given it up."""

    def problems(self) -> tuple[Problem, ...] | None:
        """What is wrong with the guide, as soon as that is known; None if it was given up.

        Raises:
            ApartError: if the other process failed.
            OSError: if it can't be started.

        """
        process = self._begin()
        if process is None:
            return None
        output, errors = process.communicate(msgspec.msgpack.encode((self._data, self._today)))
        if not self.wanted:
            return None
        if process.returncode:
            raise ApartError(errors.decode(errors="replace").strip().rpartition("\n")[2])
        return msgspec.msgpack.decode(output, type=tuple[Problem, ...])

    def give_up(self) -> None:
        """End it at once."""
        with self._lock:
            self.wanted = False
            if self._process is not None:
                self._process.kill()

    def _begin(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self.wanted:
                pipe = subprocess.PIPE
                self._process = subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603  its own
            return self._process if self.wanted else None


def problems_in(data: Mapping[str, bytes], today: date) -> tuple[Problem, ...]:
    """All that is wrong with the guide in these files, on this day."""
    # The checks and the reader are some 150 ms, and the program that waits needs neither.
    from guide.author.check.check import check_reading  # noqa: PLC0415
    from guide.reading.collector import Problems  # noqa: PLC0415
    from guide.reading.folder import Files  # noqa: PLC0415
    from guide.reading.reader import build_guide  # noqa: PLC0415

    return tuple(check_reading(build_guide(Files(dict(data), "", Problems())), today).problems)


def main() -> None:
    """The other process: the files of a guide and the day come in, its problems go out."""
    kind = tuple[dict[str, bytes], date]
    data, today = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=kind)
    sys.stdout.buffer.write(msgspec.msgpack.encode(problems_in(data, today)))
