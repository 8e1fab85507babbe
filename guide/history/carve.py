"""Walks out of the bytes of a database file, without trusting any of them.

Works where SQLite gives up (a lost header, schema or inner page), where it must not write
(another program's lock, a read-only folder, a newer version's file), and on sound files alike.
A fault on one page costs at most the walks on that page. The layout is SQLite's published one,
https://www.sqlite.org/fileformat2.html: leaf pages of tables, their cells, the records in them.
Erased walks do not come back: ``secure_delete`` has overwritten them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from guide.history.connect import log_of
from guide.history.records import read_record, varint
from guide.history.rows import Kept, kept
from guide.history.schema import PAGE_SIZE

_LOG_HEADER = 32
_FRAME_HEADER = 24
_LONGEST_RECORD = 8_000_000
"""Bytes of one record; a length above it is a fault."""


def carve(path: Path) -> list[Kept]:
    """Every walk that can be read, each once, in its newest state.

    No connection of this process may have the file open: closing it here would end their locks.

    Raises:
        OSError: if the file can't be read at all.

    """
    if not path.is_file():  # a pipe would never end
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return carve_open(file, log_of(path))


def carve_open(file: BinaryIO, log: Path) -> list[Kept]:
    """The same for a file that is open already, and the log beside it."""
    found: dict[str, Kept] = {}
    file.seek(16)
    declared = int.from_bytes(file.read(2), "big")
    sizes = {PAGE_SIZE, 65536 if declared == 1 else declared}
    for size in sizes & {2**power for power in range(9, 17)}:
        for walk in _walks(Pages(file, size, _log_pages(log, size))):
            known = found.get(walk.id)
            if known is None or known.updated < walk.updated:
                found[walk.id] = walk
    return list(found.values())


class Pages(NamedTuple):
    """The pages of a database, as the log beside it has changed them; numbered from 1."""

    file: BinaryIO
    size: int
    changed: Mapping[int, bytes]

    def read(self, number: int) -> bytes:
        """One page, filled up with zeros where the file ends early."""
        if number in self.changed:
            return self.changed[number]
        self.file.seek((number - 1) * self.size)
        return self.file.read(self.size).ljust(self.size, b"\0")

    def total(self) -> int:
        """Pages there are, a torn last one included."""
        length = self.file.seek(0, 2)
        return max(-(-length // self.size), *self.changed, 0)


def _walks(pages: Pages) -> Iterator[Kept]:
    # Page 1 begins with the header of the file and holds only the schema.
    for number in range(2, pages.total() + 1):
        page = pages.read(number)
        # The page's kind is not asked: it may be what is damaged, and only a walk reads as one.
        for index in range(int.from_bytes(page[3:5], "big")):
            pointer = 8 + 2 * index
            start = int.from_bytes(page[pointer : pointer + 2], "big")
            if not pointer < start < pages.size:
                continue
            record = read_record(_payload(pages, page, start))
            if record is not None and (walk := kept(record[1:])):
                yield walk


def _payload(pages: Pages, page: bytes, start: int) -> bytes:
    """The record of one cell, gathered from its overflow pages if it has any."""
    length, at = varint(page, start)
    _, at = varint(page, at)
    if length > _LONGEST_RECORD:
        return b""
    here = _local(length, pages.size)
    payload = bytearray(page[at : at + here])
    following = int.from_bytes(page[at + here : at + here + 4], "big") if here < length else 0
    seen: set[int] = set()
    while following and following not in seen and len(payload) < length:
        seen.add(following)
        overflow = pages.read(following)
        following = int.from_bytes(overflow[:4], "big")
        payload += overflow[4 : 4 + length - len(payload)]
    return bytes(payload)


def _local(length: int, size: int) -> int:
    """How many bytes of a record stand on the leaf page itself (section 1.6 of the layout)."""
    most = size - 35
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (size - 4)
    return fitting if fitting <= most else least


def _log_pages(log: Path, size: int) -> dict[int, bytes]:
    """The pages that finished writes have left in the log, by number."""
    try:
        data = log.read_bytes()
    except OSError:
        return {}
    finished: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    salt = data[_LOG_HEADER + 8 : _LOG_HEADER + 16]
    for at in range(_LOG_HEADER, len(data) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        number, pages_then = (int.from_bytes(data[at + n : at + n + 4], "big") for n in (0, 4))
        if data[at + 8 : at + 16] != salt:
            break  # left from before the log began anew
        pending[number] = data[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        if pages_then:  # the last frame of a finished write
            finished |= pending
            pending = {}
    return finished
