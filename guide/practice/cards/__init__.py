"""Cases for other programs: each module is a form."""

from typing import TYPE_CHECKING, Protocol, cast

from guide.document.leaves import Leaves

if TYPE_CHECKING:  # help lists the forms: it must not wait for msgspec
    from guide.model.schema import Guide

_LEAVES = Leaves(__name__)


class CardForm(Protocol):
    """What a module in this folder holds."""

    SUFFIX: str
    """Of files in this form, with the dot."""
    TITLE: str
    """Words for a menu."""

    def write(self, guide: "Guide") -> str:
        """The cases in this form."""
        ...


def forms() -> list[str]:
    """The names of all forms, sorted."""
    return _LEAVES.names()


def find_form(name: str) -> CardForm:
    """The form of this name."""
    return cast("CardForm", _LEAVES.load(name))


def suffix(name: str) -> str:
    """What the name of a file in this form ends with, with the dot."""
    return find_form(name).SUFFIX
