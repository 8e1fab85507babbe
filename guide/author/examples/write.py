"""Examples as the YAML that an author would have written."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator

from guide.model.example import Example, Pair, Said

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
    if example.shows:
        yield from _flow("shows", "[", [_word(name.text) for name in example.shows], "]")
    yield from _table("only", [(only.section, only.blocks) for only in example.only])
    if example.hides:
        yield from _flow("hides", "[", [_word(name.text) for name in example.hides], "]")
    for key in ("replies", "likely"):
        if names := getattr(example, key):
            yield from _flow(key, "[", [_word(name.text) for name in names], "]")
    yield from _phrases(example)
    if example.never_asks:
        yield from _flow("never_asks", "[", [_word(name.text) for name in example.never_asks], "]")
    yield from _table("rests_on", [(ground.of, ground.facts) for ground in example.rests_on])
    right = [(ground.of, ground.facts) for ground in example.corrected_by]
    yield from _table("corrected_by", right)
    yield from _table("letters", [(only.section, only.blocks) for only in example.letters])
    if not example.confirmed:
        yield "  confirmed: false  # to be confirmed: read the page, then remove this line"


def _phrases(example: Example) -> Iterator[str]:
    for key in ("says", "never_says", "plan_says", "plan_never_says"):
        if phrases := getattr(example, key):
            yield f"  {key}:"
            yield from (f"    - {_text(phrase.text)}" for phrase in phrases)
    for key in ("asks", "answers_say", "facts_say"):
        if rows := getattr(example, key):
            yield f"  {key}:"
        for row in rows:
            yield f"    {_word(row.of)}:"
            yield from (f"      - {_text(phrase.text)}" for phrase in row.phrases)


def _table(key: str, rows: list[tuple[str, tuple[Said, ...]]]) -> Iterator[str]:
    if rows:
        yield f"  {key}:"
    for name, listed in rows:
        yield from _flow(_word(name), "[", [_word(item.text) for item in listed], "]", indent=4)


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
