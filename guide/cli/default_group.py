"""A group of commands of which one is meant where none is named."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import click


class DefaultGroup(click.Group):
    """Runs its default command unless the first argument names another."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  what click takes
        default: str,
        earlier: Mapping[str, tuple[tuple[str, ...], int]] = MappingProxyType({}),
        **kwargs: Any,  # noqa: ANN401  as above
    ) -> None:
        super().__init__(*args, **kwargs)
        self.default = default
        self._earlier = earlier
        """Options of earlier versions -> the words for it now, and how many values follow."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take words and options that name no command as those of the default one."""
        at = 0
        while args[at : at + 1] == ["--library"]:
            at += 2
        if args[at : at + 1] not in [[name] for name in (*self.commands, *ctx.help_option_names)]:
            args = [*args[:at], *self._in_words(args[at:])]
        return super().parse_args(ctx, args)

    def _in_words(self, args: list[str]) -> list[str]:
        for place, word in enumerate(args):
            name, equals, value = word.partition("=")
            if name in self._earlier:
                words, count = self._earlier[name]
                after = [*[value] * bool(equals), *args[place + 1 :]]
                values = ["--", *after[:count]] if count else []  # a name may begin with a hyphen
                return [*words, *after[count:], *args[:place], *values]
        return [self.default, *args]
