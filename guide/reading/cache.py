"""Guides already read and found clean, kept as data (never pickle) under their content's hash.

Reading and checking the guide that ships takes some 150 ms; its cached form 3 ms. A cached
guide that can't be used, for whatever reason, is read afresh.
"""

import contextlib
import functools
import hashlib
import os
from pathlib import Path

import msgspec

from guide import __version__
from guide.files import write_atomically
from guide.model.schema import Guide
from guide.places import cache_folder

_CODE = (Path(__file__).parent, Path(__file__).parents[1] / "model")
"""The folders whose code decides how a guide is read."""
"""What decides how content is read and what is wrong with it."""
_CHECKSUM = 32
"""Bytes at the start of a cached guide."""
_KEPT = 20
"""Cached guides; older ones are removed when a new one is written."""


def load(content_hash: str) -> Guide | None:
    """The cached guide with this content, or None."""
    try:
        data = _path(content_hash).read_bytes()
        if hashlib.sha256(data[_CHECKSUM:]).digest() != data[:_CHECKSUM]:
            return None  # changed bytes can be a guide too, with escapes that reading refuses
        return msgspec.msgpack.decode(data[_CHECKSUM:], type=Guide)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def keep(guide: Guide) -> None:
    """Cache a guide that has no problems. Quietly does nothing where it may not write."""
    path = _path(guide.content_hash)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        data = msgspec.msgpack.encode(guide)
        write_atomically(path, hashlib.sha256(data).digest() + data)
        _remove_old(path.parent)


def _path(content_hash: str) -> Path:
    # The code is part of the name: another may read the same content differently, or refuse it.
    return cache_folder() / f"guide-{__version__}-{_code(_CODE)}-{content_hash[:40]}.msgpack"


@functools.lru_cache(maxsize=2)
def _code(folders: tuple[Path, ...]) -> str:
    """Changes when a file of the code does: 0.3 ms, where reading them all would take 3."""
    files: list[tuple[str, int, int]] = []
    try:
        for folder in folders:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(".py"):
                        status = entry.stat()
                        files.append((entry.name, status.st_size, status.st_mtime_ns))
    except OSError:
        return "0"
    return hashlib.sha256(repr(sorted(files)).encode()).hexdigest()[:12]


def _remove_old(folder: Path) -> None:
    files = sorted(folder.glob("guide-*.msgpack"), key=lambda path: path.stat().st_mtime)
    for path in files[:-_KEPT]:
        path.unlink(missing_ok=True)
