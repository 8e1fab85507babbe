"""Every folder this program uses; nothing is made here.

platformdirs knows where each system keeps such things. ``GUIDE_HOME`` puts all of them below
one folder: for a portable copy, for a shared machine, for tests.
"""

import os
from pathlib import Path

NOWHERE = Path(os.devnull) / "no-home-folder"
"""Below it nothing can be written: where somebody without a home folder keeps things."""


def expanded(text: str) -> Path:
    """A folder as somebody writes it; a ``~`` that stands for nobody's home stays as it is."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _folder(kind: str) -> Path:
    """The folder of this kind below ``GUIDE_HOME``, or the one that the system has."""
    home = os.environ.get("GUIDE_HOME", "").strip()
    try:
        if home:
            return Path(home).expanduser() / kind
        import platformdirs  # noqa: PLC0415  8 ms, and GUIDE_HOME makes it needless

        folder: Path = getattr(platformdirs, f"user_{kind}_path")("buyer-guide", appauthor=False)
    except RuntimeError:  # no home folder is known
        return NOWHERE / kind
    return folder


def data_folder() -> Path:
    """Where history and the user's own guides are kept."""
    return _folder("data")


def config_folder() -> Path:
    """Where settings and remapped keys are read from."""
    return _folder("config")


def cache_folder() -> Path:
    """Where guides already read are kept; safe to delete."""
    return _folder("cache")


def log_folder() -> Path:
    """Where a crash is written down."""
    return _folder("log")


def here_is_gone() -> bool:
    """Whether the folder that the program was started in was deleted since."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def save_folder() -> Path:
    """Where pages are saved unless told otherwise.

    The folder the program was started in; once that is gone, the home folder.
    """
    if not here_is_gone():
        return Path.cwd()
    try:
        return Path.home()
    except RuntimeError:
        return NOWHERE


def history_file() -> Path:
    """The one database: walks, their answers, and where the reader left."""
    return data_folder() / "history.db"


def practice_file() -> Path:
    """The answers to cases, a line for each."""
    return data_folder() / "practice.jsonl"


def rooms_folder() -> Path:
    """Where sessions with a room are kept, a file for each."""
    return data_folder() / "rooms"


def rehearsed_file() -> Path:
    """Which questions are to be repeated, by guide."""
    return data_folder() / "rehearsed.json"


def own_guides() -> Path:
    """The user's own shelf."""
    return data_folder() / "guides"


def settings_file() -> Path:
    """Theme and keys."""
    return config_folder() / "settings.json"


def crash_log() -> Path:
    """What went wrong the last times, without anything a person typed."""
    return log_folder() / "crash.log"


def shipped_guides() -> Path:
    """The guides that come with the program: inside the wheel, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"
