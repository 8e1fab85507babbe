"""Check guides, and report every problem."""

from typing import IO, TYPE_CHECKING

import click

from guide.cli import clock, exits
from guide.cli.options import pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.progress import Progress
from guide.cli.say import note
from guide.cli.session import Session

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST_LIST = 20_000_000
"""Characters; the largest list of a system has a third of that."""


@click.command("check", epilog="Example: guide check content")
@click.argument(
    "folders",
    metavar="[DIR]...",
    nargs=-1,
    type=click.Path(exists=True, file_okay=False),
)
@click.option(
    "--as-of",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Also report what is due for review on this day, such as 2027-01-31.",
)
@click.option(
    "--words",
    metavar="FILE",
    multiple=True,
    type=click.File(encoding="utf-8-sig", errors="replace"),
    help="Also report words that are in no such list, one word a line. Can be given several times.",
)
@output("report", Formats(lambda: ["github", "json", "text"]), paged=False)
@pass_session
def command(
    session: Session,
    folders: tuple[str, ...],
    as_of: "datetime | None",
    words: tuple[IO[str], ...],
    *,
    out: Output,
) -> int:
    """Check guides, and report every problem.

    DIR is the folder of a guide, or a folder that holds guides; without one, the guide of the
    current folder is checked, and elsewhere every guide on the shelf. What a section promises is
    proven for every combination of answers. Each problem is one line: file:line:column CODE
    message; 'guide explain CODE' says more. The exit code is 1 if there is any.
    """
    from pathlib import Path

    from guide.author.check.spelling import word_list
    from guide.cli import checking
    from guide.reading.shelf import libraries

    day = as_of.date() if as_of else None
    now = clock.today()
    with Progress("Checking") as progress:
        checked = checking.check(
            [*map(Path, folders)] or session.current,
            libraries(session.named),
            checking.Wanted(now, day, word_list(file.read(_LONGEST_LIST) for file in words)),
            progress,
        )
    forms = {"json": checking.as_json, "text": checking.as_text, "github": checking.as_github}
    out.write(forms[out.form](checked))
    for result in checked:
        note(checking.in_words(result))
        if aged := checking.old(result, now):
            note(aged)
    note(checking.summary(checked))
    return exits.PROBLEMS if any(result.problems for result in checked) else exits.OK
