"""Text that may hold anything, made safe to stand in Markdown."""

import re

_ANYWHERE = re.compile(
    r"[\\`*\[\]<~#]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word (an address) it marks nothing
    r"|&(?=#?\w+;)"  # an entity would turn into its character
)
_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[>+=-]))")


def markdown(text: str) -> str:
    """One line of text that Markdown shows as it is written."""
    line = " ".join(text.split())
    return _AT_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\g<0>", line))
