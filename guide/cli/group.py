"""The command ``guide`` as click knows it: its options, and how its mistakes are told."""

import gc
import os
from collections.abc import Sequence

import click

from guide import __version__
from guide.cli import exits, say
from guide.cli.lazy import LazyGroup, prepared
from guide.cli.session import Session
from guide.cli.terminal import help_width

NAME = "guide"
COMPLETE = "_GUIDE_COMPLETE"
"""Set by the shell's completion script."""


@click.group(
    NAME,
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[COMMAND] [ARGS]...",
    epilog="'guide COMMAND --help' explains one command.",
)
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def group(ctx: click.Context) -> int | None:
    """Ask what an audit report means for you, and get advice for your own case.

    Without a command, this opens the app. The commands below do the same work in plain text:
    for a screen reader, a pipe or a script.
    """
    if ctx.invoked_subcommand is not None:
        return None
    from guide.cli.app import open_app  # noqa: PLC0415  3 ms, and a command has no app

    return open_app(ctx.ensure_object(Session))


prepared(group)


def invoke(argv: Sequence[str]) -> int:
    """Run one command and give its exit code.

    Raises:
        KeyboardInterrupt: if it was interrupted, whatever click calls that.

    """
    try:
        if os.environ.get(COMPLETE):
            from guide.cli.completing import LineComplete  # noqa: PLC0415  7 ms, for the Tab key only

            say.put_data(f"{LineComplete(group, {}, NAME, COMPLETE).complete()}\n")
            return exits.OK
        # It is off since the start (in main). What a command makes is hardly ever garbage.
        gc.set_threshold(100_000)
        gc.enable()
        with group.make_context(NAME, list(argv), terminal_width=help_width()) as ctx:
            return int(group.invoke(ctx) or exits.OK)
    except click.exceptions.Exit as done:  # --help and --version
        return done.exit_code
    except click.ClickException as error:
        say.note(_line(error))
        return exits.USAGE
    except click.Abort as error:
        raise KeyboardInterrupt from error


def _line(error: click.ClickException) -> str:
    """The error as one line, with the command whose help explains."""
    message = error.format_message()
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return f"{NAME}: {message}"
    return f"{ctx.command_path}: {message} See '{ctx.command_path} --help'."
