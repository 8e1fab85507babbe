"""Every folder and file in use, in words or as JSON."""

import os
from collections.abc import Iterator
from pathlib import Path

from guide import places
from guide.cli.say import clean
from guide.document.formats import json_text
from guide.english import plural
from guide.reading.shelf import guide_folders, libraries

_VARIABLES = ("GUIDE_LIBRARY", "GUIDE_HOME")


def as_text(named: list[Path]) -> str:
    """What ``guide where`` shows."""
    return "".join(f"{clean(line)}\n" for line in _lines(named))


def as_json(named: list[Path]) -> str:
    """The same for other programs; null where nothing can be kept."""
    data = {
        "libraries": [
            {"folder": str(folder), "why": why, "guides": _guides(folder)}
            for folder, why in _libraries(named)
        ],
        "kept": {
            key: None if path.is_relative_to(places.NOWHERE) else str(path)
            for key, _, path in _kept()
        },
        "pages": None if places.save_folder() == places.NOWHERE else str(places.save_folder()),
        "variables": {name: os.environ.get(name) or None for name in _VARIABLES},
    }
    return json_text(data)


def _lines(named: list[Path]) -> Iterator[str]:
    yield "Guides are looked for in these folders, in this order:"
    for number, (folder, why) in enumerate(_libraries(named), 1):
        count = _guides(folder)
        guides = "not there" if count is None else plural(count, "guide")
        yield f"{number}. {why}: {folder} ({guides})"
    yield ""
    yield "What is kept on this machine, and nowhere else:"
    for _, what, path in _kept():
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


def _libraries(named: list[Path]) -> Iterator[tuple[Path, str]]:
    folders = libraries(named)
    last = {len(folders) - 1: "shipped with the program", len(folders) - 2: "your own guides"}
    for number, folder in enumerate(folders):
        why = "--library" if number < len(named) else last.get(number, "GUIDE_LIBRARY")
        yield folder, why


def _guides(folder: Path) -> int | None:
    """How many guides are in a library; None if it is not there."""
    return len([*guide_folders(folder)]) if folder.is_dir() else None


def _kept() -> list[tuple[str, str, Path]]:
    history = places.history_file()
    aside = sorted(history.parent.glob(f"{history.stem}.damaged-*"))
    backup, log, index = (
        history.with_name(f"{history.name}{end}") for end in ("-backup", "-wal", "-shm")
    )
    return [
        ("history", "History", history),
        ("history_backup", "Backup copy of the history", backup),
        ("history_log", "Newest part of the history, while it is open", log),
        ("history_index", "Index of that part, while it is open", index),
        *(("history_damaged", "Damaged history, set aside", path) for path in aside),
        ("practice", "Answers to cases, from guide drill", places.practice_file()),
        ("rooms", "Sessions with a room, from guide room", places.rooms_folder()),
        ("rehearsed", "Questions to rehearse again", places.rehearsed_file()),
        ("settings", "Settings and keys", places.settings_file()),
        ("cache", "Guides already read (safe to delete)", places.cache_folder()),
        ("crash_log", "Crash log", places.crash_log()),
    ]
