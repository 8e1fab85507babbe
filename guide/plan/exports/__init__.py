"""A plan for other programs, beside the formats that every page has: each module is one.

A module holds ``SUFFIX``, ``TITLE`` and ``write(plan)``, and where they are of use ``CAUTION`` and
``is_empty(plan)``.
"""

from typing import TYPE_CHECKING, Protocol, cast

from guide.document import formats as pages
from guide.document.leaves import Leaves

if TYPE_CHECKING:  # help lists the formats: it must not wait for msgspec
    from guide.plan.records import Plan

_LEAVES = Leaves(__name__)


class Export(Protocol):
    """What a module in this folder holds."""

    SUFFIX: str
    """Of files in this format, with the dot."""
    TITLE: str
    """Words for a menu."""

    def write(self, plan: "Plan") -> str:
        """The plan in this format."""
        ...


def exports() -> list[str]:
    """The names of the formats that only a plan has, sorted."""
    return _LEAVES.names()


def plan_formats() -> list[str]:
    """The names of all formats of a plan, sorted."""
    return sorted([*pages.formats(), *exports()])


def find_export(name: str) -> Export:
    """The export of this name."""
    return cast("Export", _LEAVES.load(name))


def suffix(name: str) -> str:
    """What the name of a file in this format ends with, with the dot."""
    return find_export(name).SUFFIX if name in exports() else pages.suffix(name)


def caution(name: str) -> str:
    """What to know before a file of this format is imported a second time; empty if nothing."""
    return getattr(find_export(name), "CAUTION", "") if name in exports() else ""


def refusal(plan: "Plan", name: str) -> str:
    """Why the plan is not written in this format, in a line; empty where it is."""
    is_empty = getattr(find_export(name), "is_empty", None) if name in exports() else None
    if is_empty is None or not is_empty(plan):
        return ""
    why = [plan.nothing.says] if plan.nothing else [f"Missing: {line}" for line in plan.missing]
    return " ".join(["The plan has nothing for this format yet.", *why])
