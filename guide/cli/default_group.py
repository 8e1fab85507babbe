"""A group of commands of which one is meant where none is named."""

from typing import Any

import click


class DefaultGroup(click.Group):
    """Runs its default command unless the first argument names another."""

    def __init__(self, *args: Any, default: str, **kwargs: Any) -> None:  # noqa: ANN401  what click takes
        super().__init__(*args, **kwargs)
        self.default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take words and options that name no command as those of the default one."""
        at = 0
        while args[at : at + 1] == ["--library"]:
            at += 2
        if args[at : at + 1] not in [[name] for name in (*self.commands, *ctx.help_option_names)]:
            args = [*args[:at], self.default, *args[at:]]
        return super().parse_args(ctx, args)
