"""Explain a problem that 'guide check' reports."""

from typing import TYPE_CHECKING

import click

from guide.cli.options import pass_session
from guide.cli.output import Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.user_error import UserError

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
@output("page")
@pass_session
def command(_session: Session, code: str, *, base: bool, out: Output) -> None:
    """Explain a problem that 'guide check' reports.

    CODE stands in the line of each problem, as R301. The page says what it means and why it harms
    a reader, and shows a small guide that has the problem, and the same guide mended. A letter
    alone, as R, lists the codes that begin with it; without CODE, all codes are listed.
    """
    from guide.author.explain import groups, page, small_guide
    from guide.pages.problem import codes_page, files_page, problem_page

    wanted = code.strip().upper()
    if base and wanted:
        message = "give either CODE or --base"
        raise UserError(message)
    matching = [group for group in groups() if wanted in ("", group.letter)]
    further = "'guide explain CODE' shows what one of them means, with an example and its cure."
    if base:
        answer, further = files_page(small_guide()), ""
    elif matching:
        answer = codes_page(matching)
    else:
        answer = problem_page(page(wanted))
        further = "'guide explain --base' shows the small guide that these lines stand in."
    out.write_page(answer)
    if further and out.form == "text":
        note(further)
