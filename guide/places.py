"""Every folder this program uses; nothing is made here.

platformdirs knows where each system keeps such things. ``GUIDE_HOME`` puts all of them below
one folder: for a portable copy, for a shared machine, for tests.
"""

import os
from pathlib import Path


def _home() -> Path | None:
    home = os.environ.get("GUIDE_HOME", "").strip()
    return Path(home).expanduser() if home else None


def data_folder() -> Path:
    """Where history and the user's own guides are kept."""
    if home := _home():
        return home / "data"
    from platformdirs import user_data_path

    return user_data_path("buyer-guide", appauthor=False)


def config_folder() -> Path:
    """Where settings and remapped keys are read from."""
    if home := _home():
        return home / "config"
    from platformdirs import user_config_path

    return user_config_path("buyer-guide", appauthor=False)


def cache_folder() -> Path:
    """Where guides already read are kept; safe to delete."""
    if home := _home():
        return home / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("buyer-guide", appauthor=False)


def log_folder() -> Path:
    """Where a crash is written down."""
    if home := _home():
        return home / "log"
    from platformdirs import user_log_path

    return user_log_path("buyer-guide", appauthor=False)


def save_folder() -> Path:
    """Where pages are saved unless told otherwise: the folder the program was started in."""
    return Path.cwd()


def history_file() -> Path:
    """The one database: walks, their answers, and where the reader left."""
    return data_folder() / "history.db"


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
