"""A click group that finds its commands by the names of files and imports only those asked for."""

import importlib
import os
from typing import cast

import click

from guide.cli import commands
from guide.cli.options import LIBRARY
from guide.docstrings import docstring
from guide.user_error import UserError

OLD_NAMES = {"proof": "book"}
"""What a command was called before -> what it is called: it still works, and help is silent."""


class LazyGroup(click.Group):
    """The commands are the modules in ``commands``: adding one is adding a file."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands, sorted."""
        files = (entry.name for entry in os.scandir(commands.__path__[0]))
        names = (name.removesuffix(".py") for name in files if name.endswith(".py"))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with its line, which is the first one of its file: 25 of 100 ms saved."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _line(name)) for name in self.list_commands(ctx)])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, or of this old name, imported now."""
        name = OLD_NAMES.get(cmd_name, cmd_name)
        if name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"guide.cli.commands.{name.replace('-', '_')}")
        return prepared(cast("click.Command", module.command))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names.

        Raises:
            UserError: with the nearest command, if there is none of that name.

        """
        name = args[0]
        if not ctx.resilient_parsing and self.get_command(ctx, name) is None:
            raise UserError(_unknown(name, self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


def prepared(command: click.Command) -> click.Command:
    """The command, and those in it, with ``--library``, and help that click can't see under -OO."""
    if LIBRARY not in command.params:
        command.params.append(LIBRARY)
    if command.help is None and command.callback is not None:
        command.help = docstring(command.callback)
    if isinstance(command, click.Group) and not isinstance(command, LazyGroup):
        for inner in command.commands.values():
            prepared(inner)
    return command


def _line(name: str) -> str:
    path = os.path.join(commands.__path__[0], f"{name.replace('-', '_')}.py")  # noqa: PTH118  pathlib: 4 ms
    with open(path, encoding="utf-8") as file:  # noqa: PTH123  as above
        return file.readline().split('"""')[1]


def _unknown(name: str, known: list[str]) -> str:
    from guide.model.problems import nearest  # noqa: PLC0415  msgspec: 20 ms, for a mistake only

    if "=" in name or ":" in name:
        return f"{name[:80]!r} is no command; did you mean 'guide open {name[:80]}'?"
    close = nearest(name, known)
    hint = f"did you mean {close!r}?" if close else f"there are {', '.join(known)}"
    return f"no command {name[:80]!r}; {hint}"
