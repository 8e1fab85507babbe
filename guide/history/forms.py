"""A list of walks, or one of them, in the form somebody asks for: a module in ``formats`` each."""

from typing import TYPE_CHECKING, Protocol, cast

from guide.document.leaves import Leaves
from guide.history import formats as _folder

if TYPE_CHECKING:
    from guide.history.view import Listed, Record

_LEAVES = Leaves(_folder.__name__, _folder.__path__[0])


class Form(Protocol):
    """What a module in ``formats`` holds."""

    def listing(self, listed: "Listed", width: int) -> str:
        """The list in this form, ending with a line break."""
        ...

    def record(self, record: "Record", width: int) -> str:
        """One walk in this form, ending with a line break."""
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
