"""The one registry of formats: each is a module in ``writers``, found by its file name.

Adding a format is adding a module there; every kind of page then has it. JSON is no format of a
document: what programs read is data of its own, and a page kind brings it beside its document.
"""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from guide.cleaning import harmless
from guide.document import writers
from guide.document.form_modules import FormModules

if TYPE_CHECKING:  # help lists the formats: it must not wait for what a document is made of
    from guide.document.blocks import Document


class Target(NamedTuple):
    """Where a page is written to, as far as it changes the writing."""

    width: int = 80
    """Cells in a line of plain text."""
    bold: bool = False
    """Whether plain text may set words apart with ANSI escapes."""
    links: bool = False
    """Whether addresses in plain text become links that a terminal can follow (OSC 8)."""
    sources: bool = False
    """Whether what a page rests on is written out: its marks, and the sections that are folded."""


class Writer(Protocol):
    """What a module in ``writers`` holds."""

    SUFFIX: str
    """Of files in this format, with the dot."""
    TITLE: str
    """Words for a menu."""

    def write(self, document: "Document", target: Target) -> str:
        """The document in this format, ending with a line break."""
        ...


class Page(NamedTuple):
    """A page in every form it has: each is made only when it is asked for."""

    document: "Callable[[], Document]"
    data: Callable[[], object]
    """What JSON holds."""


JSON = "json"
_WRITERS = FormModules(writers.__name__)


def formats() -> list[str]:
    """The names of all formats, sorted, JSON among them."""
    return sorted([*_WRITERS.names(), JSON])


def suffix(name: str) -> str:
    """What the name of a file in this format ends with, such as ``.html``."""
    return ".json" if name == JSON else _WRITERS.suffix(name)


def title(name: str) -> str:
    """What a menu calls this format."""
    return "JSON, for other programs" if name == JSON else _writer(name).TITLE


def format_of(file: str) -> str:
    """The format that a file's name asks for; empty if none ends like that."""
    return named_in(file, formats(), suffix)


def named_in(file: str, names: Iterable[str], suffix: Callable[[str], str]) -> str:
    """The same among these formats, of several endings that fit the longest."""
    endings = {suffix(name): name for name in names}
    fitting = [ending for ending in endings if file.strip().lower().endswith(ending)]
    return endings[max(fitting, key=len)] if fitting else ""


def write(page: Page, name: str, target: Target = Target()) -> str:  # noqa: B008  a tuple, never changed
    """The page in the format of this name, ending with a line break.

    Raises:
        KeyError: for an unknown format.

    """
    if name == JSON:
        return json_text(page.data())
    text = _writer(name).write(page.document(), target)
    # The last step, whatever the words came through; plain text takes it before its own escapes.
    return text if name == "text" else harmless(text)


def json_text(data: object) -> str:
    """Data as JSON, the same bytes each time."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _writer(name: str) -> Writer:
    return cast("Writer", _WRITERS.load(name))
