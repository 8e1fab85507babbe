"""Where a page goes, and in which format: one pair of options for every command that writes one."""

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

import click

from guide.cli import terminal
from guide.cli.options import FormatType
from guide.cli.pager import passes_links, show
from guide.cli.say import clean, note, put, put_data
from guide.document.formats import Target, formats, named_in, suffix, write
from guide.user_error import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from guide.document.formats import Page

_Command: TypeAlias = Callable[..., Any]
_F = TypeVar("_F", bound=Callable[..., Any])
TEXT = "text"
_NO_PAGER = click.option(
    "--no-pager",
    "paged",
    flag_value=False,
    default=True,
    help="On a terminal, write everything at once, not page by page.",
)


class Output:
    """What was asked for with ``--as``, ``-o`` and ``--no-pager``."""

    def __init__(self, form: str, path: str | None, *, paged: bool = True) -> None:
        self.form = form
        """The name of a format."""
        self.path = path
        """The file to write; None: stdout."""
        self._paged = paged

    @property
    def on_screen(self) -> bool:
        """Whether it is text on stdout: what is written elsewhere knows no terminal."""
        return self.path is None and self.form == TEXT

    @property
    def width(self) -> int:
        """Characters in a line of text."""
        return terminal.width() if self.on_screen else terminal.PIPE_WIDTH

    @property
    def whole_width(self) -> int:
        """Characters from edge to edge, for what stands in columns."""
        return terminal.whole_width() if self.on_screen else terminal.PIPE_WIDTH

    @property
    def chart_width(self) -> int:
        """Characters in a line of text with a chart: from edge to edge where that is wide."""
        return self.whole_width if self.width == terminal.WIDEST else self.width

    @property
    def bold(self) -> bool:
        """Whether headings may be bold."""
        return self.on_screen and terminal.bold()

    @property
    def pager(self) -> list[str]:
        """The program that shows it page by page, with its options; empty: none."""
        return terminal.pager() if self._paged and self.on_screen else []

    @property
    def target(self) -> Target:
        """What a writer of text needs to know."""
        if not self.bold:
            return Target(self.width)
        links = passes_links(pager) if (pager := self.pager) else True
        return Target(self.width, bold=True, links=links)

    def write_page(self, page: "Page", *, width: int = 0, sources: bool = False) -> None:
        """Write a page in the format asked for, in lines of ``width`` cells if that is given."""
        target = self.target._replace(width=width or self.width, sources=sources)
        self.write(write(page, self.form, target))

    def write(self, text: str) -> None:
        """Write a text: to the file, to stdout, or on a terminal through a pager.

        Raises:
            UserError: if it can't be written; what was in the file before is untouched.

        """
        if not (self.pager and show(text, self.pager)):
            self.write_pieces((text,))

    def write_bytes(self, data: bytes) -> None:
        """Write what is no text; it always goes to a file."""
        from pathlib import Path  # noqa: PLC0415  4 ms; most pages go to stdout

        write_file(Path(self.path or ""), (data,))

    def write_pieces(self, pieces: Iterable[str]) -> None:
        """The same piece by piece, for what is too large to hold; never paged."""
        if self.path is None or self.path == "-":
            for piece in pieces:
                if self.form == TEXT:
                    put(piece, styled=self.bold)
                else:
                    put_data(piece)
        else:
            from pathlib import Path  # noqa: PLC0415  4 ms; most pages go to stdout

            write_file(Path(self.path), (piece.encode("utf-8") for piece in pieces))


class Formats(NamedTuple):
    """The formats of one kind of page."""

    names: Callable[[], Sequence[str]]
    suffix: Callable[[str], str] | None = None
    """What a file in this format ends with; None: it is not written to files."""
    default: str = TEXT
    """Where neither an option nor the file's name says one."""
    gone: Mapping[str, str] = MappingProxyType({})
    """Formats there were -> how to get the like of them now, in a line."""
    any_name: bool = False
    """Whether a file whose name says no format is written in the default one."""

    def meant_by(self, path: str) -> str | None:
        """The format whose files are named like this one; None without an ending.

        Of several endings that fit, the longest one counts.

        Raises:
            UserError: if the name has an ending that no format has.

        """
        name = path.lower()
        if self.suffix and (form := named_in(path, self.names(), self.suffix)):
            return form
        for form, way_out in self.gone.items():
            if name.endswith(f".{form}"):
                raise UserError(way_out)
        has_ending = os.path.splitext(path)[1] and not os.path.isdir(path)  # noqa: PTH112, PTH122
        if has_ending and not self.any_name:
            known = ", ".join(sorted(map(self.suffix, self.names()))) if self.suffix else ""
            message = f"{path}: no format has this ending; it can be {known}, or name one with --as"
            raise UserError(clean(message))
        return None


PAGE = Formats(formats, suffix)
"""Those of every page."""
DATA = Formats(lambda: ["json", TEXT])


def output(noun: str, formats: Formats = PAGE, *, paged: bool = True) -> Callable[[_F], _F]:
    """Give a command ``--as``, ``-o`` and ``--no-pager``; it gets them as ``out``, an ``Output``.

    Args:
        noun: what help calls the thing that is written, such as ``plan``.
        formats: what there is to choose from; without a ``suffix`` there is no ``-o``.
        paged: whether a terminal shows it page by page; else there is no ``--no-pager``.

    """

    def decorate(function: _F) -> _F:
        @functools.wraps(function)  # with the parameters that click has put on it
        def with_output(
            *args: object,
            form: str | None,
            path: str | None = None,
            paged: bool = paged,
            **kwargs: object,
        ) -> object:
            if form is None and path is not None:
                form = formats.meant_by(path)
            out = Output(form or formats.default, path, paged=paged)
            return function(*args, out=out, **kwargs)

        command: Any = with_output
        for option in reversed([*_options(noun, formats), *([_NO_PAGER] if paged else [])]):
            command = option(command)
        return command  # type: ignore[no-any-return]

    return decorate


def _options(noun: str, formats: Formats) -> Iterator[Callable[[_Command], _Command]]:
    otherwise = f"what the name of FILE says, else {formats.default}"
    yield click.option(
        "--as",
        "form",
        type=FormatType(formats.names, formats.gone),
        help=f"The format of the {noun}. "
        f"Default: {otherwise if formats.suffix else formats.default}.",
    )
    if formats.suffix:
        yield click.option(
            "-o",
            "--output",
            "path",
            metavar="FILE",
            type=click.Path(),
            help=f"Write the {noun} to FILE instead of showing it.",
        )


def write_file(path: "Path", data: Iterable[bytes]) -> None:
    """Write a file whole or not at all, and say on stderr where it is.

    Raises:
        UserError: if it can't be written; what was in the file before is untouched.

    """
    from guide.files import stream_atomically  # noqa: PLC0415  pathlib, as above

    if path.is_dir():
        message = f"{path} is a folder; name a file in it"
        raise UserError(message)
    replaces = path.is_file()
    try:
        if path.exists() and not replaces:
            with path.open("wb") as file:  # a pipe or a device is written to, not replaced
                file.writelines(data)
        else:
            stream_atomically(path, data)
    except OSError as error:
        message = f"{path} can't be written: {error.strerror or error}"
        raise UserError(message) from None
    # Scripts need that it may be replaced.
    before = ", in place of the file that was there" if replaces else ""
    note(f"written to {os.path.realpath(path)}{before}")
