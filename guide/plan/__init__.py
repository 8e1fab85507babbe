"""The recovery plan: dates, tasks and arithmetic from a scenario and a few days.

Pure functions of ``(guide, scenario, inputs, today)``. ``make`` makes a plan, ``typed`` turns what
a person typed into inputs, ``chart`` lays out its bars, ``render`` writes it in one of the formats.
"""

import importlib
import os
from typing import TYPE_CHECKING, Protocol, cast

from guide.plan import formats as _folder

if TYPE_CHECKING:  # help lists the formats: it must not wait for msgspec
    from guide.plan.records import Plan


class Format(Protocol):
    """What a module in ``formats`` holds."""

    SUFFIX: str
    """Of files in this format, with the dot."""
    TITLE: str
    """Words for a menu."""

    def render(self, plan: "Plan", width: int) -> str:
        """The plan in this format; ``width`` is for plain text alone."""
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
    return cast("Format", importlib.import_module(f"guide.plan.formats.{name}"))


def form_of(name: str) -> str:
    """The format of a file with this name; empty if no format ends like that.

    Of several endings that fit, the longest one counts.
    """
    endings = {find_format(form).SUFFIX: form for form in formats()}
    fitting = [ending for ending in endings if name.strip().lower().endswith(ending)]
    return endings[max(fitting, key=len)] if fitting else ""


def caution(name: str) -> str:
    """What to know before a file of this format is imported a second time; empty if nothing."""
    return getattr(find_format(name), "CAUTION", "")


def refusal(plan: "Plan", name: str) -> str:
    """Why the plan is not written in this format, in a line; empty where it is."""
    is_empty = getattr(find_format(name), "is_empty", None)
    if is_empty is None or not is_empty(plan):
        return ""
    why = [plan.nothing.says] if plan.nothing else [f"Missing: {line}" for line in plan.missing]
    return " ".join(["The plan has nothing for this format yet.", *why])


def render(plan: "Plan", name: str, *, width: int = 80) -> str:
    """The plan in the format of this name.

    Raises:
        KeyError: for an unknown format.

    """
    return find_format(name).render(plan, width)
