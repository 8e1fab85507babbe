"""Draw which question leads where."""

import click

from guide.author.map.formats import formats, render, suffix
from guide.cli.options import pass_session
from guide.cli.output import Formats, Output, output
from guide.cli.session import Session

_GONE = {
    "svg": "the map is no picture, but Graphviz draws one from DOT: "
    "guide map --as dot | dot -Tsvg -o map.svg"
}


@click.command("map", epilog="Example: guide map failed-audit --as dot | dot -Tsvg -o map.svg")
@click.argument("name", metavar="[GUIDE]", required=False)
@output("map", Formats(formats, suffix, gone=_GONE))
@pass_session
def command(session: Session, name: str | None, *, out: Output) -> None:
    """Draw which question leads where.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. Each
    question is shown once, with its answers, what they lead to, and under which condition. What
    no reader can reach is marked. Mermaid and DOT are for programs that draw, such as Graphviz.
    """
    from guide.author.map.build import map_of

    out.write(render(map_of(session.draft(name)), out.form, out.width))
