"""Every folder and file in use, in words."""

import os
from collections.abc import Iterator
from pathlib import Path

from guide import places
from guide.reading.shelf import guide_folders, libraries

_VARIABLES = ("GUIDE_LIBRARY", "GUIDE_HOME")


def lines(named: list[Path]) -> Iterator[str]:
    """What ``guide where`` says."""
    yield "Guides are looked for in these folders, in this order:"
    found = libraries(named)
    for number, folder in enumerate(found):
        why = _why(number, len(named), len(found))
        yield f"{number + 1}. {why}: {folder} ({_guides(folder)})"
    yield ""
    yield "What is kept on this machine, and nowhere else:"
    for what, path in _kept():
        if path.is_relative_to(places.NOWHERE):
            yield f"{what}: not kept, since no home folder is known; set GUIDE_HOME"
        else:
            yield f"{what}: {path} ({'there' if path.exists() else 'not there yet'})"
    yield ""
    yield _saved()
    yield ""
    for name in _VARIABLES:
        yield f"{name}: {os.environ.get(name) or 'not set'}"


def _saved() -> str:
    folder = places.save_folder()
    if folder == places.NOWHERE:
        return "Pages can be saved only by a full path: the current folder is gone"
    if places.here_is_gone():
        return f"The current folder is gone; pages are saved in your home folder: {folder}"
    return f"Pages are saved in the current folder: {folder}"


def _why(number: int, named: int, total: int) -> str:
    if number < named:
        return "--library"
    return {total - 1: "shipped with the program", total - 2: "your own guides"}.get(
        number, "GUIDE_LIBRARY"
    )


def _guides(folder: Path) -> str:
    if not folder.is_dir():
        return "not there"
    count = len([*guide_folders(folder)])
    return f"{count} guide{'s' * (count != 1)}"


def _kept() -> list[tuple[str, Path]]:
    history = places.history_file()
    aside = sorted(history.parent.glob(f"{history.stem}.damaged-*"))
    return [
        ("History", history),
        ("Backup copy of the history", history.with_name(f"{history.name}-backup")),
        ("Newest part of the history, while it is open", history.with_name(f"{history.name}-wal")),
        ("Index of that part, while it is open", history.with_name(f"{history.name}-shm")),
        *(("Damaged history, set aside", path) for path in aside),
        ("Settings and keys", places.settings_file()),
        ("Guides already read (safe to delete)", places.cache_folder()),
        ("Crash log", places.crash_log()),
    ]
