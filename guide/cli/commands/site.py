"""Make a website of a guide, for any host or from disk."""

import click

from guide.cli import exits
from guide.cli.options import pass_session
from guide.cli.progress import Progress
from guide.cli.say import note, put
from guide.cli.session import Session
from guide.english import plural
from guide.user_error import UserError


@click.command("site", epilog="Example: guide site -o public")
@click.argument("name", metavar="[GUIDE]", required=False)
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write the site to DIR.",
)
@click.option("--check", is_flag=True, help="Say what the site lacks, and write nothing.")
@pass_session
def command(session: Session, name: str | None, folder: str | None, *, check: bool) -> int:
    """Make a website of a guide, for any host or from disk.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one.
    index.html holds everything and asks nothing of any server; the other pages are for readers
    without script, for print and for search engines. Answers stand behind the # of an address, as
    the scenario code does in a terminal, and no browser sends that part. Files of the same names in
    DIR are replaced.
    """
    from guide.author.check.prove import prove
    from guide.history.resolve import find_draft
    from guide.site.make import write_site
    from guide.site.missing import missing

    if folder is None and not check:
        message = "name a folder for the site: guide site -o DIR"
        raise UserError(message)
    draft = find_draft(session.shelf, name)
    guide = draft.guide
    with Progress("Proving"):
        problems = 0 if draft.warning else len(prove(guide).problems)
    if draft.warning or problems:
        why = draft.warning or f"{plural(problems, 'problem')}; see 'guide check'"
        message = f"{guide.id} is not fit for readers yet: {why}"
        raise UserError(message)
    if check or folder is None:
        lines = [*missing(guide)]
        put("".join(f"{guide.id}: {line}\n" for line in lines))
        note(f"guide: {plural(len(lines), 'thing')} missing" if lines else "guide: nothing missing")
        return exits.PROBLEMS if lines else exits.OK
    count = write_site(guide, folder)
    note(f"{plural(count, 'file')} written to {folder}; open index.html there, or serve the folder")
    return exits.OK
