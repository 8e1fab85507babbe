"""guide map [GUIDE]."""

import gc

import click

from guide.cli.options import library_option, pass_session
from guide.cli.output import Output, output
from guide.cli.session import Session


def _formats() -> list[str]:
    from guide.author.map.drawing import drawings

    return drawings()


def _suffix(name: str) -> str:
    from guide.author.map.drawing import suffix

    return suffix(name)


@click.command("map", epilog="Example: guide map failed-audit --as svg -o map.svg")
@click.argument("name", metavar="[GUIDE]", required=False)
@output("map", _formats, _suffix)
@library_option
@pass_session
def command(session: Session, name: str | None, *, out: Output) -> int:
    """Draw which question leads where.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. Each
    question is shown once, with its answers, what they lead to, and under which condition. What
    no reader can reach is marked. The picture is one SVG file; mermaid and dot are for programs
    that draw.
    """
    from guide.author.map import map_of
    from guide.author.map.drawing import draw
    from guide.cli import exits

    gc.enable()
    guide = session.draft(name)
    out.write(draw(map_of(guide), out.form, out.width))
    return exits.OK
