"""What an id may look like: safe in a shell, an address, a scenario code and a file's name."""

import re

ID_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]*"
LONGEST_ID = 80
"""Characters."""
_ID = re.compile(rf"{ID_PATTERN}\Z")
_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?\Z|.*\.\Z", re.IGNORECASE)
"""Names of devices, whatever ending they have, and names that lose the point at their end."""


def is_id(text: str) -> bool:
    """Whether this may be the id of something."""
    return _ID.match(text) is not None and len(text) <= LONGEST_ID


def id_rule(text: str) -> str:
    """What to mend in a text that is no id."""
    if len(text) > LONGEST_ID:
        return f"use {LONGEST_ID} characters at most"
    if text.strip("._-") and _ID.match(f"a{text}"):
        return "begin it with a letter or a digit"
    return "use letters, digits, '-', '_' and '.'"


def is_file_name(name: str) -> bool:
    """Whether a file or folder of this name can be had on every system, Windows among them."""
    return not _WINDOWS.match(name)
