"""A map in some format: a module each, with ``SUFFIX`` and ``render(chart, width)``."""

from typing import TYPE_CHECKING

from guide.document.form_modules import FormModules

if TYPE_CHECKING:  # help lists the formats, and must not wait for the rest
    from guide.author.map.chart import Map

_MODULES = FormModules(__name__)


def formats() -> list[str]:
    """The names of all formats, sorted."""
    return _MODULES.names()


def suffix(name: str) -> str:
    """What the name of a file in this format ends with, such as ``.dot``."""
    ending: str = _MODULES.load(name).SUFFIX
    return ending


def render(chart: "Map", name: str, width: int = 80) -> str:
    """The map in the format of this name, ending with a line break.

    Args:
        chart: the map.
        name: one of ``formats()``.
        width: characters in a line of plain text.

    Raises:
        KeyError: for an unknown format.

    """
    drawing: str = _MODULES.load(name).render(chart, width)
    return drawing
