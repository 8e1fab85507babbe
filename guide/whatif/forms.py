"""The neighbours of a scenario in the form somebody asks for: a module in ``formats`` each."""

from typing import TYPE_CHECKING, Protocol, cast

from guide.output.leaves import Leaves
from guide.whatif import formats as _folder

if TYPE_CHECKING:
    from guide.output.context import Context
    from guide.whatif.view import View

_LEAVES = Leaves(_folder.__name__, _folder.__path__[0])


class Form(Protocol):
    """What a module in ``formats`` holds."""

    SUFFIX: str
    """Of files in this form, with the dot."""
    TITLE: str
    """Words for a menu."""

    def render(self, shown: "View", context: "Context") -> str:
        """The page in this form, ending with a line break."""
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
