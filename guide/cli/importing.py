"""Reading an exported history from a file or from stdin."""

import sys
from pathlib import Path

from guide.cli.say import Stop
from guide.history.exchange import LARGEST, Incoming, NoHistoryError, read_walks


def read_file(name: str) -> Incoming:
    """What the file holds.

    Raises:
        Stop: if it can't be read, or is no history.

    """
    try:
        return read_walks(_bytes_of(name))
    except OSError as error:
        message = f"{name} can't be read: {error.strerror or error}"
    except NoHistoryError as error:
        message = f"{name} can't be imported: {error}"
    raise Stop(message)


def _bytes_of(name: str) -> bytes:
    if name == "-":
        stream = getattr(sys.stdin, "buffer", None)
        data = (
            stream.read(LARGEST + 1) if stream else (sys.stdin.read() if sys.stdin else "").encode()
        )
    else:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"{name} is larger than {LARGEST // 1_000_000} MB, so no exported history"
        raise Stop(message)
    return data
