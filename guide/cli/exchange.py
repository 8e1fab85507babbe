"""What the commands have in common that read files of kept things back, and that erase them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from guide.cli.dialogue import attended, binary_stdin
from guide.cli.say import note
from guide.user_error import UserError

MOST_FAULTS = 20
"""Of a file, that are named one by one; whoever made it makes the same mistake again."""


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file to read back, which may be ``-``, stdin; what fails while it is open is one line."""
    try:
        if name == "-":
            yield binary_stdin()
        else:
            with Path(name).open("rb") as file:
                yield file
    except OSError as error:
        message = f"{name} can't be read: {error.strerror or error}"
        raise UserError(message) from None


def note_faults(faults: Sequence[str]) -> None:
    """Name what of a file can't be used."""
    for fault in faults[:MOST_FAULTS]:
        note(f"skipped {fault}")
    if len(faults) > MOST_FAULTS:
        note(f"skipped {len(faults) - MOST_FAULTS:,} more in the same way")


def agreed(things: str, *, yes: bool) -> bool:
    """Whether these may be erased; asks, unless that was said already.

    Raises:
        UserError: if nobody can be asked.

    """
    if yes:
        return True
    if not attended():
        message = f"this erases {things}; add --yes where nobody can be asked"
        raise UserError(message)
    sure = click.confirm(f"Erase {things} for good?", err=True)
    if not sure:
        note("Nothing was erased.")
    return sure
