"""An advice page as text, Markdown, HTML or JSON, all from the same advice.

Each format is one module in ``formats``: found by its file name, imported only when used.
Adding a format is adding a file.
"""

import importlib
import os
from typing import TYPE_CHECKING, Protocol, cast

# Loaded here: whenever it is loaded, the folder takes the name that the function below needs.
from guide.document import formats as _folder

if TYPE_CHECKING:  # help lists the formats: it must not wait for msgspec, 20 ms
    from datetime import date

    from guide.document.context import Context
    from guide.journey.advice import Advice
    from guide.journey.walk import Step


class Format(Protocol):
    """What a module in ``formats`` holds."""

    SUFFIX: str
    """Of files in this format, with the dot."""
    TITLE: str
    """Words for a menu."""

    def render(self, advice: "Advice", context: "Context") -> str:
        """The page in this format, ending with a line break."""
        ...


def formats() -> list[str]:
    """The names of all formats, sorted."""
    files = (entry.name for entry in os.scandir(_folder.__path__[0]))
    names = (name.removesuffix(".py") for name in files if name.endswith(".py"))
    return sorted(name for name in names if not name.startswith("_"))


def find_format(name: str) -> Format:
    """The format of this name.

    Raises:
        KeyError: if there is none.

    """
    if name not in formats():
        raise KeyError(name)
    return cast("Format", importlib.import_module(f"guide.document.formats.{name}"))


def suffix(name: str) -> str:
    """What the name of a file in this format ends with, such as ``.html``."""
    return find_format(name).SUFFIX


def title(name: str) -> str:
    """What a menu calls this format."""
    return find_format(name).TITLE


def render(  # noqa: PLR0913  a page, its form, and six things that only some forms look at
    advice: "Advice",
    name: str,
    *,
    today: "date",
    trail: "tuple[Step, ...]" = (),
    width: int = 80,
    bold: bool = False,
    sources: bool = True,
    part: str = "",
) -> str:
    """The page in the format of this name.

    Args:
        advice: the page.
        name: one of ``formats()``.
        today: for ages such as "6 months ago".
        trail: the questions and answers that led here, where they are known.
        width: characters in a line of plain text.
        bold: whether plain text may set headings in bold with ANSI escapes.
        sources: whether the page names what it rests on; JSON always does.
        part: a sentence near the top that says what the page is a part of.

    Raises:
        KeyError: for an unknown format.

    """
    from guide.document.context import Context

    return find_format(name).render(advice, Context(today, trail, width, bold, sources, part))
