"""guide check [DIR...]."""

import gc
from typing import TYPE_CHECKING

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.session import Session

if TYPE_CHECKING:
    from guide.cli.checking import Checked


@click.command("check", epilog="Example: guide check content")
@click.argument(
    "folders",
    metavar="[DIR]...",
    nargs=-1,
    type=click.Path(exists=True, file_okay=False),
)
@click.option(
    "--as",
    "form",
    type=FormatType(lambda: ["json", "text"]),
    default="text",
    show_default=True,
    help="One line for each problem, or JSON.",
)
@library_option
@pass_session
def command(session: Session, folders: tuple[str, ...], form: str) -> int:
    """Check guides, and report every problem.

    DIR is the folder of a guide, or a folder that holds guides; without one, every guide on the
    shelf is checked. Each problem is one line: file:line:column CODE message. The exit code is 1
    if there is any.
    """
    from pathlib import Path

    from guide.cli import exits
    from guide.cli.checking import as_json, as_text, check, summary
    from guide.cli.say import note, put
    from guide.model.shelf import libraries

    gc.enable()
    checked: list[Checked] = check(map(Path, folders), libraries(session.named))
    put(as_json(checked) if form == "json" else as_text(checked))
    note(summary(checked))
    return exits.PROBLEMS if any(one.problems for one in checked) else exits.OK
