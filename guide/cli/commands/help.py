"""Explain a command."""

import click

from guide.cli.say import put


@click.command("help", epilog="Example: guide help advise")
@click.argument("name", metavar="[COMMAND]", default="")
@click.pass_context
def command(ctx: click.Context, name: str) -> None:
    """Explain a command.

    It shows what 'guide COMMAND --help' shows; without COMMAND, what there is.
    """
    from guide.cli.group import group

    root = ctx.find_root()
    if not name:
        put(f"{root.get_help()}\n")
        return
    _, explained, _ = group.resolve_command(root, [name])
    if explained is not None:
        with explained.make_context(name, [], parent=root, resilient_parsing=True) as inner:
            put(f"{inner.get_help()}\n")
