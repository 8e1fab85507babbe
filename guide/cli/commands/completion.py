"""Print the script that completes words in a shell."""

import click

from guide.cli.options import FormatType, library_option
from guide.cli.say import put_data
from guide.user_error import UserError

_INSTALL = {
    "bash": 'Add this line to ~/.bashrc:  eval "$(guide completion bash)"',
    "zsh": 'Add this line to ~/.zshrc, below compinit:  eval "$(guide completion zsh)"',
    "fish": "Run once:  guide completion fish > ~/.config/fish/completions/guide.fish",
}


@click.command("completion", epilog='Example: eval "$(guide completion bash)"')
@click.argument("shell", type=FormatType(lambda: [*_INSTALL]), metavar="bash|zsh|fish")
@library_option
def command(shell: str) -> None:
    """Print the script that completes words in a shell.

    A comment at its top says how to install it.
    """
    from click.shell_completion import get_completion_class

    from guide.cli.main import COMPLETE, NAME, group

    made = get_completion_class(shell)
    if made is None:
        message = f"this version of click has no completion for {shell}"
        raise UserError(message)
    script = made(group, {}, NAME, COMPLETE).source().strip()
    how = f"# {_INSTALL[shell]}"
    if script.startswith("#compdef"):  # zsh reads this only from the first line
        first, _, rest = script.partition("\n")
        put_data(f"{first}\n{how}\n{rest}\n")
    else:
        put_data(f"{how}\n{script}\n")
