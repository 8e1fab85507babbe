"""Every file of the site of one guide."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guide.files import write_atomically
from guide.model.schema import Guide
from guide.site.index import index
from guide.site.leaves import leaves
from guide.site.shell import whole
from guide.user_error import UserError


class File(NamedTuple):
    """A file of the site."""

    path: str
    """Below the folder of the site, with slashes."""
    data: bytes


def site(guide: Guide) -> Iterator[File]:
    """The files, the same bytes each time."""
    yield File("index.html", index(guide))
    for leaf in leaves(guide):
        yield File(leaf.file, whole(guide, leaf))


def write_site(guide: Guide, folder: str) -> int:
    """Write the site; returns how many files it has.

    Raises:
        UserError: if the folder can't be written.

    """
    files = [*site(guide)]
    try:
        for file in files:
            path = Path(folder, file.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, file.data)
    except OSError as error:
        message = f"{folder} can't be written: {error.strerror or error}"
        raise UserError(message) from None
    return len(files)
