"""guide map [GUIDE]."""

import gc

import click

from guide.cli.options import FormatType, library_option, pass_session
from guide.cli.say import Stop
from guide.cli.session import Session


def _formats() -> list[str]:
    from guide.author.map.formats import formats

    return formats()


class _MapFormat(FormatType):
    """A format of the map, or the way to get a picture."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name itself, if there is such a format."""
        if str(value).lower() == "svg":
            raise _no_picture()
        return super().convert(value, param, ctx)


def _no_picture() -> Stop:
    way_out = "guide map --as dot | dot -Tsvg -o map.svg"
    return Stop(f"the map is no picture, but Graphviz draws one from DOT: {way_out}")


@click.command("map", epilog="Example: guide map failed-audit --as dot | dot -Tsvg -o map.svg")
@click.argument("name", metavar="[GUIDE]", required=False)
@click.option(
    "--as",
    "form",
    type=_MapFormat(_formats),
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
    no reader can reach is marked. Mermaid and DOT are for programs that draw, such as Graphviz.
    """
    from pathlib import Path

    from guide.author.map.build import map_of
    from guide.author.map.formats import render, suffix
    from guide.cli import exits, terminal
    from guide.cli.forms import meant_by
    from guide.cli.naming import guide_named
    from guide.cli.writing import deliver

    if form is None and path is not None and path.lower().endswith(".svg"):
        raise _no_picture()
    gc.enable()
    guide = guide_named(session, name)
    form = form or meant_by(path, _formats(), suffix) or "text"
    width = terminal.width() if path is None else terminal.PIPE_WIDTH
    deliver(render(map_of(guide), form, width), Path(path) if path else None)
    return exits.OK
