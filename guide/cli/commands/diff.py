"""guide diff OLD NEW."""

import gc

import click

from guide.author.diff.formats import formats
from guide.cli.options import FormatType, library_option


@click.command("diff", epilog="Example: guide diff HEAD content/failed-audit")
@click.argument("old")
@click.argument("new")
@click.option(
    "--guide",
    "folder",
    metavar="DIR",
    default="",
    help="The guide's folder, where OLD or NEW is only a revision.",
)
@click.option(
    "--as",
    "form",
    type=FormatType(formats),
    help="The format. Default: what the name of FILE says, else text.",
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write to FILE instead of showing it.",
)
@library_option
def command(old: str, new: str, folder: str, form: str | None, path: str | None) -> int:
    """Tell what changed for readers.

    OLD and NEW are folders of a guide, or revisions that git knows: REV, or REV:path/to/guide.
    For every combination of answers it is compared which page it gets. The exit code is 0 if no
    reader sees a difference, and 1 if some do.
    """
    from pathlib import Path

    from guide.author.diff.compare import compare
    from guide.author.diff.formats import Style, render, suffix
    from guide.author.diff.git import NoGuideError
    from guide.author.diff.revision import read_version
    from guide.cli import exits, terminal
    from guide.cli.forms import meant_by
    from guide.cli.say import Stop
    from guide.cli.writing import deliver

    gc.enable()
    form = form or meant_by(path, formats(), suffix) or "text"
    try:
        before, after = read_version(old, folder, new), read_version(new, folder, old)
    except NoGuideError as error:
        raise Stop(str(error)) from None
    diff = compare(before.guide, after.guide)
    on_screen = path is None and form == "text"
    style = Style(
        before.name,
        after.name,
        terminal.width() if on_screen else terminal.PIPE_WIDTH,
        on_screen and terminal.bold(),
    )
    deliver(render(diff, form, style), Path(path) if path else None)
    return exits.OK if diff.same else exits.PROBLEMS
