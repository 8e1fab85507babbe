"""Tell what changed for readers."""

import click

from guide.cli import exits
from guide.cli.output import Output, output


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
@output("comparison")
def command(old: str, new: str, folder: str, *, out: Output) -> int:
    """Tell what changed for readers.

    OLD and NEW are folders of a guide, or revisions that git knows: REV, or REV:path/to/guide.
    For every combination of answers it is compared which page it gets. The exit code is 0 if no
    reader sees a difference, and 1 if some do.
    """
    from guide.author.diff.compare import compare
    from guide.author.diff.revision import read_version
    from guide.pages.diff import States, diff_page

    before, after = read_version(old, folder, new), read_version(new, folder, old)
    comparison = compare(before.guide, after.guide)
    page = diff_page(comparison, States(before.name, after.name))
    out.write_page(page)
    return exits.OK if comparison.same else exits.PROBLEMS
