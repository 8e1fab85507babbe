"""Where something too large to hold goes: piece by piece to stdout, or whole into a file."""

from collections.abc import Iterable
from pathlib import Path

from guide.cli.say import Stop, note, put
from guide.cli.writing import written
from guide.files import stream_atomically


def deliver_pieces(pieces: Iterable[str], path: Path | None) -> None:
    """Write the pieces to stdout, or to the file and say on stderr where it is.

    Raises:
        Stop: if it can't be written there; what was in the file before is untouched.

    """
    if path is None or str(path) == "-":
        for piece in pieces:
            put(piece)
        return
    if path.is_dir():
        message = f"{path} is a folder; name a file in it"
        raise Stop(message)
    data = (piece.encode("utf-8") for piece in pieces)
    over = path.is_file()
    try:
        if path.exists() and not over:
            with path.open("wb") as file:  # a pipe or a device is written to, not replaced
                file.writelines(data)
        else:
            stream_atomically(path, data)
    except OSError as error:
        message = f"{path} can't be written: {error.strerror or error}"
        raise Stop(message) from None
    note(written(path, over=over))
