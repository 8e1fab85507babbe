"""What the shell's Tab key asks for: how a line could go on, and how a scenario code could.

The scripts in ``shells`` are ours, since those of click lose a code: bash parts words at ``:`` and
``=``, and what fish is told is cut at the first comma.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click.shell_completion import CompletionItem, ShellComplete, split_arg_string

if TYPE_CHECKING:  # msgspec: 20 ms, and a command's name needs no guide
    from guide.model.schema import Guide


class LineComplete(ShellComplete):
    """Completes the line up to the cursor, which each of the scripts gives as ``COMP_WORDS``."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, without the program's, and that one."""
        line = os.environ.get("COMP_WORDS", "")
        words = split_arg_string(line)
        begun = words.pop() if words and not line[-1:].isspace() else ""
        return words[1:], begun

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """What kind of word, a comma, the word, and what is to be known about it after a tab."""
        help_ = " ".join((item.help or "").split())
        return f"{item.type},{item.value}\t{help_}" if help_ else f"{item.type},{item.value}"


def script(shell: str) -> str:
    """The script for a shell."""
    return (Path(__file__).parent / "shells" / f"guide.{shell}").read_text(encoding="utf-8")


def codes(guides: "Mapping[str, Guide]", begun: str) -> Iterator[str]:
    """The codes that go one step further than what was typed."""
    if ":" not in begun:
        yield from (name for name in guides if name.startswith(begun))
        return
    name, _, pairs = begun.partition(":")
    guide = guides.get(name)
    if guide is None:
        return
    before, comma, last = pairs.rpartition(",")
    kept = f"{name}:{before}{comma}"
    yield from (kept + pair for pair in _pairs(guide, before, last))


def _pairs(guide: "Guide", before: str, last: str) -> Iterator[str]:
    given = {pair.partition("=")[0] for pair in before.split(",")}
    facet_id, equals, value = last.partition("=")
    for facet in guide.facets:
        if not equals and facet.id.startswith(last) and facet.id not in given:
            yield f"{facet.id}="
        if equals and facet.id == facet_id:
            yield from (f"{facet_id}={v.id}" for v in facet.values if v.id.startswith(value))
