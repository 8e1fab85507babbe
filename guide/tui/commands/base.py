"""A command: what a reader can do, its key, and its words.

Footer, palette, help and key map derive from these classes; the screen that lists a command
has the method ``action_<name>`` that does it.
"""

import re
from collections.abc import Iterable
from typing import ClassVar, Literal, get_args

from textual.binding import Binding, BindingType

from guide.docstrings import docstring
from guide.kiosk import is_kiosk

Group = Literal["Move", "Read", "Explore", "Keep", "Leave"]
GROUPS: tuple[Group, ...] = get_args(Group)
"""What commands are for; help and the table of keys have this order."""


class Command:
    """The class's docstring says what the command does: in help, palette and tooltips."""

    KEYS: ClassVar[str]
    """The default keys, the first of them shown."""
    GROUP: ClassVar[Group] = "Explore"
    """What it is for."""
    TITLE: ClassVar[str]
    """In the palette and in help."""
    SHORT: ClassVar[str] = ""
    """In the bar at the foot of the screen; empty: not shown there."""
    KEEPS: ClassVar[bool] = False
    """Whether it writes a file or shows what was kept: a kiosk has no such command."""
    IN_KIOSK: ClassVar[str] = ""
    """What it does where nothing is kept, if the docstring says that something is."""

    @classmethod
    def id(cls) -> str:
        """The name under which the settings file gives it another key."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def action(cls) -> str:
        """The action's name, without a namespace."""
        return cls.id().replace("-", "_")

    @classmethod
    def words(cls) -> str:
        """What the command does, in a sentence."""
        return (is_kiosk() and cls.IN_KIOSK) or " ".join(docstring(cls).split())

    @classmethod
    def binding(cls, *, priority: bool = False) -> Binding:
        """The command as Textual binds it."""
        return Binding(
            cls.KEYS,
            cls.action(),
            cls.SHORT or cls.TITLE,
            show=bool(cls.SHORT),
            tooltip=cls.words(),
            id=cls.id(),
            priority=priority,
        )


def bindings(commands: Iterable[type[Command]]) -> list[BindingType]:
    """The bindings of several commands, in order."""
    kiosk = is_kiosk()
    return [command.binding() for command in commands if not (kiosk and command.KEEPS)]
