"""guide map [GUIDE]."""

import gc

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.session import Session


def _forms() -> list[str]:
    from guide.author.map.drawing import drawings

    return drawings()


@click.command("map", epilog="Example: guide map failed-audit --as svg -o map.svg")
@click.argument("name", metavar="[GUIDE]", required=False)
@click.option(
    "--as",
    "form",
    type=FormatType(_forms),
    help="The form of the map. Default: what the name of FILE says, else text.",
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(),
    help="Write the map to FILE instead of showing it.",
)
@library_option
@pass_session
def command(session: Session, name: str | None, form: str | None, path: str | None) -> int:
    """Draw which question leads where.

    GUIDE is the id of a guide, or its folder; it may be left out where there is only one. Each
    question is shown once, with its answers, what they lead to, and under which condition. What
    no reader can reach is marked. The picture is one SVG file; mermaid and dot are for programs
    that draw.
    """
    from pathlib import Path

    from guide.author.map import map_of
    from guide.author.map.drawing import draw, suffix
    from guide.cli import exits, terminal
    from guide.cli.forms import meant_by
    from guide.cli.writing import deliver

    gc.enable()
    guide = session.draft(name)
    form = form or meant_by(path, _forms(), suffix) or "text"
    width = terminal.width() if path is None else terminal.PIPE_WIDTH
    deliver(draw(map_of(guide), form, width), Path(path) if path else None)
    return exits.OK
