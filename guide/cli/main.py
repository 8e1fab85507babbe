"""The command ``guide``: its options, and the one place where every error ends."""

import errno
import os
import sys
from collections.abc import Sequence

import click

from guide import __version__
from guide.cli import exits, say
from guide.cli.lazy import LazyGroup, with_help
from guide.cli.options import library_option
from guide.cli.session import Session
from guide.cli.terminal import help_width
from guide.user_error import UserError

NAME = "guide"
COMPLETE = "_GUIDE_COMPLETE"
"""Set by the shell's completion script."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


@click.group(
    NAME,
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[COMMAND] [ARGS]...",
    epilog="'guide COMMAND --help' explains one command.",
)
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@library_option
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


with_help(group)


def run(argv: Sequence[str]) -> int:
    """Run one command and give its exit code. Never raises, never shows a traceback."""
    say.prepare()
    try:
        return _invoke(list(argv))
    except click.exceptions.Exit as done:  # --help and --version
        return done.exit_code
    except UserError as error:
        say.note(f"{NAME}: {error}")
        return exits.USAGE
    except click.ClickException as error:
        say.note(_line(error))
        return exits.USAGE
    except (KeyboardInterrupt, click.Abort):
        say.note("")  # the terminal has written ^C
        return exits.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the one place: a traceback helps no reader
        return _failed(error)
    finally:
        _flush()


def _invoke(argv: list[str]) -> int:
    if os.environ.get(COMPLETE):
        from guide.cli.completing import LineComplete  # noqa: PLC0415  7 ms, for the Tab key only

        say.put_data(f"{LineComplete(group, {}, NAME, COMPLETE).complete()}\n")
        return exits.OK
    with group.make_context(NAME, argv, terminal_width=help_width()) as ctx:
        return int(group.invoke(ctx) or exits.OK)


def _failed(error: Exception) -> int:
    """Tell what went wrong; click writes help past ``say``, so a full disk can end here too."""
    if isinstance(error, BrokenPipeError):
        say.silence(sys.stdout)
        return exits.OK
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        say.note(f"{NAME}: {say.unwritable(error)}")
        return exits.USAGE
    from guide.cli.crash import record  # noqa: PLC0415  platform, traceback, pathlib: 9 ms

    say.note(record(error))
    return exits.CRASHED


def _line(error: click.ClickException) -> str:
    """The error as one line, with the command whose help explains."""
    message = error.format_message()
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return f"{NAME}: {message}"
    return f"{ctx.command_path}: {message} See '{ctx.command_path} --help'."


def _flush() -> None:
    """Write what is still buffered while a failure can be handled."""
    try:
        say.put("")
    except UserError as error:
        say.note(f"{NAME}: {error}")
