"""Where in a file a word stands, looked up when a problem is to be reported.

A guide remembers where its things stand, not where each word does. So the file is read once more,
and the words that a reader sees are found again among those that were written.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from guide.model.schema import Place

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _File(NamedTuple):
    lines: list[str]
    tables: dict[tuple[int, int], yaml.MappingNode]
    """Line and column, from 0 -> the table that begins there."""


class Spots:
    """Looks words up in these files; each is read when it is first asked about."""

    def __init__(self, data: Mapping[str, bytes]) -> None:
        self._data = data
        self._files: dict[str, _File | None] = {}

    def find(self, at: Place, field: str, offset: int, words: str) -> Place | None:
        """The place of the character at ``offset`` of these words, in a field of a thing.

        If the field is a list, ``words`` is the item. None if it can't be told.
        """
        file = self._file(at.file)
        table = file and file.tables.get((at.line - 1, at.column - 1))
        if not file or not table:
            return None
        value = next((v for key, v in table.value if key.value == field), None)
        if isinstance(value, yaml.SequenceNode):
            value = next((item for item in value.value if item.value == words), None)
        if not isinstance(value, yaml.ScalarNode):
            return None
        spot = _aligned(_written(file.lines, value), words, offset)
        return Place(at.file, spot[0] + 1, spot[1] + 1) if spot else None

    def _file(self, name: str) -> _File | None:
        if name not in self._files:
            self._files[name] = _read(self._data.get(name, b""))
        return self._files[name]


def _read(data: bytes) -> _File | None:
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        root = yaml.compose(text, Loader=_Loader)
    except (UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError):
        return None
    tables: dict[tuple[int, int], yaml.MappingNode] = {}
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias; it was refused, but may lead round in a circle
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            tables[node.start_mark.line, node.start_mark.column] = node
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return _File(text.split("\n"), tables)


def _written(lines: list[str], node: yaml.ScalarNode) -> Iterator[tuple[int, int, str]]:
    """Every character of a text as it stands in the file, with line and column from 0."""
    start, end = node.start_mark, node.end_mark
    first = start.line + (node.style in ("|", ">"))  # the line of the sign holds no text
    for number in range(first, min(end.line + 1, len(lines))):
        left = start.column if number == start.line else 0
        right = end.column if number == end.line else len(lines[number])
        for column in range(left, right):
            yield number, column, lines[number][column]


def _aligned(
    written: Iterator[tuple[int, int, str]], words: str, offset: int
) -> tuple[int, int] | None:
    """Where a character of the words stands, if marks between the words are passed over."""
    before = "".join(words[:offset].split())
    wanted = words[offset:].lstrip()[:1]
    matched = 0
    start = None
    for line, column, character in written:
        if start is None:
            start = line, column
        if matched == len(before):
            if not wanted or character == wanted:
                return line, column
        elif character == before[matched]:
            matched += 1
    return start
