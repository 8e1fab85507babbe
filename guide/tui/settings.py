"""The reader's settings: the theme, and keys of their own.

A file that can't be used is left alone and said so once; the program runs without it.
"""

from typing import Any, NamedTuple

from guide import places
from guide.files import write_atomically


class Settings(NamedTuple):
    """What the settings file says."""

    theme: str
    keys: dict[str, str]
    """Command id -> key or keys, separated by commas."""
    notice: str
    """One line about what was ignored, and where; empty if nothing was."""


def _nothing(notice: str = "") -> Settings:
    return Settings("", {}, notice)


def load() -> Settings:
    """The settings, or none. Never raises."""
    path = places.settings_file()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return _nothing()
    except OSError as error:
        return _nothing(f"Settings not read: {path}: {error.strerror or error}.")
    import json  # noqa: PLC0415 - 2 ms before the first paint, and most have no settings

    try:
        stored = json.loads(data)
    except ValueError:  # bad JSON, bad UTF-8
        return _nothing(f"Settings ignored: {path} is not valid JSON.")
    except RecursionError:
        return _nothing(f"Settings ignored: {path} is nested too deeply.")
    if not isinstance(stored, dict):
        return _nothing(f"Settings ignored: {path} does not hold a table.")
    theme, keys = stored.get("theme", ""), stored.get("keys", {})
    ignored = [] if isinstance(theme, str) else ["theme"]
    if not isinstance(keys, dict) or not all(isinstance(v, str) and v for v in keys.values()):
        ignored.append("keys")
    notice = f"Settings ignored: {' and '.join(ignored)} in {path}." if ignored else ""
    return Settings("" if "theme" in ignored else theme, {} if "keys" in ignored else keys, notice)


def keep_theme(name: str) -> str:
    """Write the theme down, the rest of the file as it was; empty, or why that failed."""
    import json  # noqa: PLC0415 - as above

    path = places.settings_file()
    try:
        stored: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        stored = {}
    except (OSError, ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict):
        return f"The theme is not kept: {path} can't be read as settings."
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(stored | {"theme": name}, indent=2, ensure_ascii=False)
        write_atomically(path, f"{text}\n".encode())
    except OSError as error:
        return f"The theme is not kept: {path}: {error.strerror or error}."
    return ""
