"""Text from elsewhere, made safe to keep and to show on a terminal."""

import re

NAME_LENGTH = 200
"""Characters of a walk's name; a name is one line of a list."""
CODE_LENGTH = 4000
"""Characters of a scenario code."""
NOTE_LENGTH = 4000
"""Characters of a note."""

_BREAK = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_SPACE = re.compile(r"\s+")
# C0 but tab and line feed, C1, lone surrogates (SQLite refuses them), and what turns text around.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def clean_line(text: str, length: int = NAME_LENGTH) -> str:
    """One line without control characters, at most ``length`` characters."""
    return _SPACE.sub(" ", clean_text(text, len(text))).strip()[:length].rstrip()


def clean_text(text: str, length: int = NOTE_LENGTH) -> str:
    """Lines without control characters, at most ``length`` characters."""
    unbroken = _BREAK.sub("\n", text)
    return _UNSAFE.sub("", unbroken).replace("\t", " ").strip()[:length].rstrip()


def harmless(text: str) -> str:
    """The text without what a terminal obeys and what turns text around; line ends stay."""
    return _UNSAFE.sub("", text)


def safe_line(text: str) -> str:
    """A stored line, cleaned again only if a fault in the file may have changed it."""
    # Nearly every line is plain: ten thousand walks list in a third of the time.
    return text if text.isascii() and text.isprintable() else clean_line(text, CODE_LENGTH)


def safe_text(text: str) -> str:
    """The same for a stored note."""
    return text if text.isascii() and text.isprintable() else clean_text(text)
