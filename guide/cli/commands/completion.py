"""Print the script that completes words in a shell."""

import click

from guide.cli.options import FormatType
from guide.cli.say import put_data


@click.command("completion", epilog='Example: eval "$(guide completion bash)"')
@click.argument("shell", type=FormatType(lambda: ["bash", "zsh", "fish"]), metavar="bash|zsh|fish")
def command(shell: str) -> None:
    """Print the script that completes words in a shell.

    A comment at its top says how to install it.
    """
    from guide.cli.completing import script

    put_data(script(shell))
