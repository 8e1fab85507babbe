"""A comparison in the form somebody asks for: each is one module in ``formats``."""

from typing import TYPE_CHECKING, Protocol, cast

from guide.compare import formats as _folder
from guide.document.leaves import Leaves

if TYPE_CHECKING:
    from guide.compare.view import View
    from guide.document.context import Context

_LEAVES = Leaves(_folder.__name__, _folder.__path__[0])


class Form(Protocol):
    """What a module in ``formats`` holds."""

    SUFFIX: str
    """Of files in this form, with the dot."""
    TITLE: str
    """Words for a menu."""

    def render(self, shown: "View", context: "Context") -> str:
        """The comparison in this form, ending with a line break."""
        ...


def forms() -> list[str]:
    """The names of all forms, sorted."""
    return _LEAVES.names()


def find_form(name: str) -> Form:
    """The form of this name.

    Raises:
        KeyError: if there is none.

    """
    return cast("Form", _LEAVES.load(name))
