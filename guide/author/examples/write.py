"""Examples as the YAML that an author would have written."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator

from guide.model.example import PHRASES, WORDS_OF, Example, Listed, Pair

WIDTH = 100
"""Columns of a line of content."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._-]*\Z")
_NOT_A_WORD = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""What YAML 1.1 takes for something else than a word; this program does not, an editor may."""


def write_examples(examples: Iterable[Example]) -> str:
    """The examples as items of a list, ready to be appended to ``examples.yaml``."""
    return "\n".join("\n".join(_lines(example)) + "\n" for example in examples)


def _lines(example: Example) -> Iterator[str]:
    yield f"- id: {_word(example.id)}"
    yield from _folded(f"about: {_text(example.about)}")
    for key, pairs in (("scenario", example.scenario), ("answers", example.answers)):
        if pairs:
            yield from _flow(key, "{", [_pair(pair) for pair in pairs], "}")
    yield from _names(example, "shows")
    yield from _table(example, "only")
    yield from _names(example, "hides", "replies", "likely")
    yield from _phrases(example)
    yield from _names(example, "never_asks")
    for key in ("rests_on", "corrected_by", "letters"):
        yield from _table(example, key)
    if not example.confirmed:
        yield "  confirmed: false  # to be confirmed: read the page, then remove this line"


def _names(example: Example, *keys: str) -> Iterator[str]:
    for key in keys:
        if names := getattr(example, key):
            yield from _flow(key, "[", [_word(name.text) for name in names], "]")


def _phrases(example: Example) -> Iterator[str]:
    for key in PHRASES:
        if phrases := getattr(example, key):
            yield f"  {key}:"
            yield from (f"    - {_text(phrase.text)}" for phrase in phrases)
    for key in WORDS_OF:
        if rows := getattr(example, key):
            yield f"  {key}:"
        for row in rows:
            yield f"    {_word(row.of)}:"
            yield from (f"      - {_text(phrase.text)}" for phrase in row.items)


def _table(example: Example, key: str) -> Iterator[str]:
    rows: tuple[Listed, ...] = getattr(example, key)
    if rows:
        yield f"  {key}:"
    for row in rows:
        names = [_word(item.text) for item in row.items]
        yield from _flow(_word(row.of), "[", names, "]", indent=4)


def _pair(pair: Pair) -> str:
    return f"{_word(pair.key)}: {_word(pair.value)}"


def _flow(key: str, start: str, items: list[str], end: str, indent: int = 2) -> Iterator[str]:
    line = f"{' ' * indent}{key}: {start}{', '.join(items)}{end}"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{' ' * indent}{key}:"
    inner = " " * (indent + 2)
    line = inner + start + items[0]
    for item in items[1:]:
        if len(line) + len(item) + 3 > WIDTH:  # a comma, a space, and what closes the list
            yield f"{line},"
            line = f"{inner} {item}"
        else:
            line += f", {item}"
    yield line + end


def _folded(line: str) -> list[str]:
    return textwrap.wrap(
        line,
        WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _word(name: str) -> str:
    return name if _PLAIN.match(name) and name.lower() not in _NOT_A_WORD else f"'{name}'"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
