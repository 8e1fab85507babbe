"""Try the examples of a guide against its pages."""  # noqa: N999  the command is called so; nothing imports it by name

import click

from guide.cli import exits
from guide.cli.options import pass_session
from guide.cli.output import DATA, Output, output
from guide.cli.progress import Progress
from guide.cli.say import note, put_data
from guide.cli.session import Session


@click.command("try", epilog="Example: guide try failed-audit")
@click.argument("name", metavar="[GUIDE or DIR]", required=False)
@output("report", DATA, paged=False)
@click.option(
    "--suggest",
    is_flag=True,
    help="Write a few cases that touch what is left out, as YAML to be confirmed.",
)
@pass_session
def command(session: Session, name: str | None, *, suggest: bool, out: Output) -> int:
    """Try the examples of a guide against its pages.

    Each example in examples.yaml names a reader and what that reader's page must and must not
    show. Everything that is not so is one line: file:line:column CODE message. Then come examples
    that tell nothing new, and what no example touches. The exit code is 1 if any example is not
    as expected.

    GUIDE is a guide on the shelf, DIR the folder of a guide or one that holds guides. Without
    either, the guide of the current folder is tried, and elsewhere every guide on the shelf.
    """
    from guide.cli.trying import as_json, as_text, folders, run, suggestions, summary

    guides = (
        folders(name, session.shelf) if name else session.current or folders(None, session.shelf)
    )
    if suggest:
        put_data(suggestions(guides))
        return exits.OK
    with Progress("Trying") as progress:
        trials = [run(folder) for folder in progress.over(guides)]
    out.write(as_json(trials) if out.form == "json" else as_text(trials))
    for trial in trials:
        note(summary(trial))
    if not trials:
        note("No guide found; 'guide where' shows where they are looked for.")
    return exits.PROBLEMS if any(trial.failed for trial in trials) else exits.OK
