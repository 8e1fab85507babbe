"""Print what an editor needs to help with a guide's files."""

import click

from guide.cli.options import FormatType
from guide.cli.say import note, put_data
from guide.user_error import UserError


def _names() -> list[str]:
    from guide.author.schema.files import KINDS

    return [*KINDS]


@click.command("schema", epilog="Example: guide schema --write .schema")
@click.argument("name", metavar="[FILE]", type=FormatType(_names), default=None, required=False)
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write each schema to a file in DIR, as questions.json and so on.",
)
def command(name: str | None, folder: str | None) -> None:
    """Print what an editor needs to help with a guide's files.

    FILE is what a file of a guide is called, without .yaml, and 'advice' for those in advice/;
    without it, all are printed. These are JSON Schemas (draft 2020-12): an editor that knows them
    completes keys, explains them and marks mistakes. The first line of each file of a guide says
    where its schema stands.
    """
    from pathlib import Path

    from guide.author.schema import files

    names = [name] if name else [*files.KINDS]
    if folder is None:
        put_data(files.text(name) if name else files.texts())
        return
    try:
        written = files.write(Path(folder), names)
    except OSError as error:
        message = f"{folder} can't be written: {error.strerror or error}"
        raise UserError(message) from None
    for path in written:
        note(f"written to {path.resolve()}")
