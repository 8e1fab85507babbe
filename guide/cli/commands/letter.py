"""Write a letter to buyers, to customers, to the board."""

import click

from guide.cli import clock
from guide.cli.options import CodeType, pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.say import note
from guide.cli.session import Session
from guide.document.formats import formats, suffix
from guide.document.word import SUFFIX, WORD

_FORMATS = Formats(
    lambda: sorted([*formats(), WORD]), lambda form: SUFFIX if form == WORD else suffix(form)
)


@click.command(
    "letter",
    epilog="Example: guide letter status "
    "opinion=qualified,nature=admin,auditor=healthy,report=type2 -o status.docx",
)
@click.argument("kind")
@click.argument("code", type=CodeType())
@click.option(
    "--set",
    "values",
    metavar="NAME=TEXT",
    multiple=True,
    help="Fill a field; an empty TEXT empties it. Can be given several times.",
)
@click.option("--sources", is_flag=True, help="Name what each paragraph rests on, for counsel.")
@output("letter", _FORMATS)
@pass_session
def command(  # noqa: PLR0913  one for each option
    session: Session,
    /,
    kind: str,
    code: str,
    values: tuple[str, ...],
    *,
    sources: bool,
    out: Output,
) -> None:
    """Write a letter to buyers, to customers, to the board.

    KIND is status, bridge, buyer, customers or board; CODE is a guide and the answers, as in
    'guide advise'. On a terminal it asks for the fields that are open, one at a time. What you
    type is kept on this machine, so a letter goes on where it was left, and 'guide history erase'
    erases it. A letter says DRAFT until no blank is left, and one that would mislead is refused.
    --set left-out=NAMES takes out paragraphs that need not stand; --as json names them.
    """
    from guide.cli.lettering import Lettering
    from guide.pages.letter import document, draft_line, letter_page

    if out.form == WORD:
        from guide.document.word import check_word

        check_word(out.path)
    resolved = session.resolve(code)
    with Lettering(resolved, kind, clock.today()) as lettering:
        lettering.set(values)
        form = lettering.ask()
    if out.form == WORD:
        from guide.document.word import word

        out.write_bytes(word(document(form, sources=sources), draft_line(form)))
    else:
        page = letter_page(form, sources=sources)
        out.write_page(page, sources=sources)
    for line in lettering.afterwards:
        note(line)
