"""A comparison as text, Markdown, HTML or JSON: a module each, found by its file name."""

import importlib
import os
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:  # help lists the formats, and must not wait for the rest
    from guide.author.diff.result import GuideDiff


class Style(NamedTuple):
    """What a comparison is written with, beside what was found."""

    before: str
    """What to call the old state."""
    after: str
    width: int = 80
    """Characters in a line of plain text."""
    bold: bool = False
    """Whether plain text may use ANSI escapes beside its signs."""


class Format(Protocol):
    """What a module in this folder holds."""

    SUFFIX: str
    """Of files in this format, with the dot."""

    def render(self, diff: "GuideDiff", style: Style) -> str:
        """The comparison in this format, ending with a line break."""
        ...


def formats() -> list[str]:
    """The names of all formats, sorted."""
    files = (entry.name for entry in os.scandir(__path__[0]))
    names = (name.removesuffix(".py") for name in files if name.endswith(".py"))
    return sorted(name for name in names if not name.startswith("_"))


def suffix(name: str) -> str:
    """What the name of a file in this format ends with, such as ``.html``."""
    return _find(name).SUFFIX


def render(diff: "GuideDiff", name: str, style: Style) -> str:
    """The comparison in the format of this name.

    Raises:
        KeyError: for an unknown format.

    """
    return _find(name).render(diff, style)


def _find(name: str) -> Format:
    if name not in formats():
        raise KeyError(name)
    return cast("Format", importlib.import_module(f"{__name__}.{name}"))
