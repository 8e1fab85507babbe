"""guide explain [CODE]."""

from typing import TYPE_CHECKING

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.session import Session

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _complete(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """The codes that start like this, each with its line."""
    from click.shell_completion import CompletionItem

    from guide.author.explain import groups

    lines = [line for group in groups() for line in group.codes.items()]
    begun = incomplete.upper()
    return [CompletionItem(code, help=title) for code, title in lines if code.startswith(begun)]


@click.command("explain", epilog="Example: guide explain R301")
@click.argument("code", required=False, default="", shell_complete=_complete)
@click.option("--base", is_flag=True, help="Show the small guide that the examples change.")
@click.option(
    "--as",
    "form",
    type=FormatType(lambda: ["json", "text"]),
    default="text",
    show_default=True,
    help="Text to read, or JSON.",
)
@library_option
@pass_session
def command(_session: Session, code: str, *, base: bool, form: str) -> int:
    """Explain a problem that 'guide check' reports.

    CODE stands in the line of each problem, as R301. The page says what it means and why it harms
    a reader, and shows a small guide that has the problem, and the same guide mended. A letter
    alone, as R, lists the codes that begin with it; without CODE, all codes are listed.
    """
    from guide.author.explain import NoSuchCodeError, groups, page, small_guide
    from guide.author.explain.data import Data
    from guide.author.explain.drawing import Drawing
    from guide.cli import exits, terminal
    from guide.cli.say import Stop, note, put

    wanted = code.strip().upper()
    if base and wanted:
        message = "give either CODE or --base"
        raise Stop(message)
    write = Data() if form == "json" else Drawing(terminal.width(), bold=terminal.bold())
    matching = [group for group in groups() if wanted in ("", group.letter)]
    further = "'guide explain CODE' shows what one of them means, with an example and its cure."
    if base:
        put(write.files(small_guide()))
        further = ""
    elif matching:
        put(write.groups(matching))
    else:
        try:
            put(write.page(page(wanted)))
        except NoSuchCodeError as error:
            raise Stop(str(error)) from None
        further = "'guide explain --base' shows the small guide that these lines stand in."
    if further and form == "text":
        note(further)
    return exits.OK
