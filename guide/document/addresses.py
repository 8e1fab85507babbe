"""Addresses of sources: whether a text is plainly that of a web page."""

import re

_ADDRESS = re.compile(
    r"(?P<scheme>https?://)?"
    r"(?P<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})"
    r"(?P<rest>[/?#][\x21-\x7e]*)?",
    re.IGNORECASE,
)


def web_address(text: str) -> str:
    """Where a source's address leads; empty where it is not plainly that of a web page."""
    match = _ADDRESS.fullmatch(text.strip())
    if match is None or "..." in text:
        return ""
    return f"{match['scheme'] or 'https://'}{match['host']}{match['rest'] or ''}"
