"""A plan for other programs, beside the formats that every page has: each module is one.

A module holds ``SUFFIX``, ``TITLE`` (words for a menu) and ``write(plan)``, and where they are of
use ``CAUTION`` and ``is_empty(plan)``.
"""

from typing import TYPE_CHECKING

from guide.document import formats as pages
from guide.document.form_modules import FormModules

if TYPE_CHECKING:  # help lists the formats: it must not wait for msgspec
    from guide.plan.records import Plan

EXPORTS = FormModules(__name__)
"""The formats that only a plan has."""


def plan_formats() -> list[str]:
    """The names of all formats of a plan, sorted."""
    return sorted([*pages.formats(), *EXPORTS.names()])


def suffix(name: str) -> str:
    """What the name of a file in this format ends with, with the dot."""
    return EXPORTS.suffix(name) if name in EXPORTS.names() else pages.suffix(name)


def caution(name: str) -> str:
    """What to know before a file of this format is imported a second time; empty if nothing."""
    return getattr(EXPORTS.load(name), "CAUTION", "") if name in EXPORTS.names() else ""


def refusal(plan: "Plan", name: str) -> str:
    """Why the plan is not written in this format, in a line; empty where it is."""
    module = EXPORTS.load(name) if name in EXPORTS.names() else None
    is_empty = getattr(module, "is_empty", None)
    if is_empty is None or not is_empty(plan):
        return ""
    why = [plan.nothing.says] if plan.nothing else [f"Missing: {line}" for line in plan.missing]
    return " ".join(["The plan has nothing for this format yet.", *why])
