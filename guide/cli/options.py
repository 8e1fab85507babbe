"""Options and kinds of argument that several commands share."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from guide.cli.session import Session
from guide.user_error import UserError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    TextType = click.ParamType[str]
else:
    TextType = click.ParamType  # click 8.1 has no type parameter here


def _remember(ctx: click.Context, _param: click.Parameter, folders: tuple[str, ...]) -> None:
    ctx.find_root().ensure_object(Session).libraries.extend(folders)


LIBRARY = click.Option(
    ["--library"],
    metavar="DIR",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    callback=_remember,
    expose_value=False,
    help="Look for guides in DIR first. Can be given several times.",
)
"""Of every command: accepted before its name and after it; both add up."""

pass_session = click.make_pass_decorator(Session, ensure=True)


class CodeType(TextType):
    """A scenario code, or the id of a guide."""

    name = "code"

    def shell_complete(
        self, ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """What the code could go on with."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  3 ms, for the Tab key only

        from guide.cli.completing import codes  # noqa: PLC0415  msgspec: 20 ms, as above

        guides = ctx.find_root().ensure_object(Session).shelf.guides
        return [CompletionItem(code) for code in codes(guides, incomplete)]


class FormatType(TextType):
    """The name of a format, found among the modules that write them."""

    name = "format"

    def __init__(
        self, names: Callable[[], Sequence[str]], gone: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._names = names
        self._gone = gone
        """Names there were -> how to get the like of them now, in a line."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """What help shows for the value."""
        return "|".join(self._names())

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name itself, if there is such a format."""
        names = self._names()
        if value in names:
            return str(value)
        if way_out := self._gone.get(str(value).lower()):
            raise UserError(way_out)
        from guide.model.problems import did_you_mean  # noqa: PLC0415  msgspec: 20 ms, for a mistake only

        hint = did_you_mean(str(value), names)
        message = f"there is no {str(value)[:80]!r}{hint}"
        raise click.BadParameter(message, ctx, param)

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The formats that start like this."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  3 ms, for the Tab key only

        return [CompletionItem(name) for name in self._names() if name.startswith(incomplete)]
