"""A map in the form somebody asks for: each is one module in ``formats``, found by its name."""

import importlib
import os
from typing import TYPE_CHECKING, Protocol, cast

from guide.author.map import formats as _folder

if TYPE_CHECKING:
    from guide.author.map.chart import Map


class Drawing(Protocol):
    """What a module in ``formats`` holds."""

    SUFFIX: str
    """Of files in this form, with the dot."""
    TITLE: str
    """Words for a menu."""

    def render(self, shown: "Map", width: int) -> str:
        """The map in this form, ending with a line break."""
        ...


def drawings() -> list[str]:
    """The names of all forms, sorted."""
    files = (entry.name for entry in os.scandir(_folder.__path__[0]))
    names = (name.removesuffix(".py") for name in files if name.endswith(".py"))
    return sorted(name for name in names if not name.startswith("_"))


def suffix(name: str) -> str:
    """What the name of a file in this form ends with, such as ``.svg``."""
    return _find(name).SUFFIX


def draw(shown: "Map", name: str, width: int = 80) -> str:
    """The map in the form of this name.

    Args:
        shown: the map.
        name: one of ``drawings()``.
        width: characters in a line of plain text.

    Raises:
        KeyError: for an unknown form.

    """
    return _find(name).render(shown, width)


def _find(name: str) -> Drawing:
    if name not in drawings():
        raise KeyError(name)
    return cast("Drawing", importlib.import_module(f"guide.author.map.formats.{name}"))
