"""Every command there is, by its id: for settings that name one."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from guide.model.problems import nearest
from guide.tui import commands
from guide.tui.commands.base import Command

CHOICES = (
    "choice-up",
    "choice-down",
    "choice-first",
    "choice-last",
    "choice-choose",
    "choice-tick",
)
"""The keys of every list to choose from."""


def every_command() -> list[type[Command]]:
    """All commands, in the order of the alphabet."""
    for module in iter_modules(commands.__path__):
        import_module(f"{commands.__name__}.{module.name}")
    return sorted(Command.__subclasses__(), key=lambda command: command.id())


def known_ids() -> list[str]:
    """The ids of all commands, sorted."""
    return sorted({*CHOICES, *(command.id() for command in every_command())})


def unknown_commands(ids: Iterable[str]) -> str:
    """One notice about ids that no command has, with the nearest; empty if all are known."""
    known = known_ids()
    wrong = [name for name in ids if name not in known]
    if not wrong:
        return ""
    names = []
    for name in wrong[:3]:
        close = nearest(name, known)
        names.append(f"{name[:40]!a}" + (f" (did you mean {close!r}?)" if close else ""))
    more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
    return f"Settings: keys names no command of the guide: {', '.join(names)}{more}."
