"""YAML bytes to plain nodes that know where they stand.

Built from the parser's events, not by a loader: every scalar stays the string that was written
(``yes``, ``3.10`` and ``2026-05-13`` included), duplicate keys are seen, and what a hostile
file could do is refused before anything is built from it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from guide.model.codes import Code
from guide.model.problems import quoted
from guide.model.schema import Place
from guide.reading.characters import harmless, masked, refused, report, report_all
from guide.reading.collector import Problems
from guide.reading.cures import cure

MAX_BYTES = 512 * 1024
"""Ten times the largest file of the guide that ships."""
MAX_DEPTH = 12
"""Twice the depth the format needs."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 75 kB: 30 ms with C, 192 ms without

_ODD = r"\xa0\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(f"^ *[{_ODD}][ {_ODD}]*", re.MULTILINE)
"""What sets a row in, of YAML or of a text, where some of it is no plain space."""
_CUT = re.compile(r"(?<=\S)[ \t]+(#\S.*)")


class Scalar(NamedTuple):
    """A text as written."""

    text: str
    at: Place
    plain: bool = True
    cut: str = ""
    """What stands behind it from a ``#`` on that looks like words: YAML drops it as a comment."""


class Sequence(NamedTuple):
    """A list."""

    items: "list[Node]"
    at: Place


class Mapping(NamedTuple):
    """A table: key -> value, in the order written."""

    items: "dict[str, tuple[Scalar, Node]]"
    at: Place
    whole: bool = True
    """False if a key was refused; which one it was, nobody knows."""


class Refused(NamedTuple):
    """Something whose problem is already recorded; it is left out without a further word."""

    at: Place


Node = Scalar | Sequence | Mapping | Refused


class _TooDeepError(Exception):
    """Stops the building of nodes before the stack does."""

    def __init__(self, at: Place) -> None:
        super().__init__(at)
        self.at = at


def parse(data: bytes, file: str, problems: Problems) -> Node | None:
    """The document in these bytes, or None where it can't be read at all."""
    text = _text(data, file, problems)
    if text is None:
        return None
    report_all(text, file, problems)
    text, mark = masked(_set_in_by_spaces(text, file, problems))
    try:
        root = _Builder(file, problems, mark, _cut_off(text)).document(text)
    except _TooDeepError as error:
        problems.add(Code.TOO_DEEP, error.at, f"nested more than {MAX_DEPTH} deep; no guide is")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if not mark:  # else the characters are what YAML stumbles over
            _add_syntax(error, text, file, problems)
    else:
        return None if isinstance(root, Refused) and mark else root
    return None


def _set_in_by_spaces(text: str, file: str, problems: Problems) -> str:
    """The text with plain spaces for those of another kind that set a row in; each is reported.

    They look like spaces. YAML takes them for the beginning of a key or for the end of a text,
    and Markdown for words, so that a list is none.
    """

    def plain(match: re.Match[str]) -> str:
        line = text.count("\n", 0, match.start()) + 1
        odd = next(letter for letter in match[0] if letter != " ")
        column = match[0].index(odd) + 1
        message = f"U+{ord(odd):04X}, a space of another kind, sets this line in; type plain spaces"
        problems.add(Code.YAML_SYNTAX, Place(file, line, column), message)
        return " " * len(match[0])

    return _ODD_INDENT.sub(plain, text)


def _add_syntax(error: Exception, text: str, file: str, problems: Problems) -> None:
    if not isinstance(error, yaml.MarkedYAMLError):
        problems.add(Code.YAML_SYNTAX, Place(file, 1, 1), "this is not YAML")
        return
    advice = cure(text, error)
    where = advice or error.problem_mark or error.context_mark
    at = Place(file, where.line + 1, where.column + 1) if where else Place(file, 1, 1)
    words = advice.words if advice else _said(error)
    problems.add(Code.YAML_SYNTAX, at, f"YAML stops making sense here: {words}")


def _cut_off(text: str) -> dict[tuple[int, int], str]:
    """Line and column where a plain text would end -> the rest of the line, such as ``#1.``."""
    if " #" not in text and "\t#" not in text:
        return {}
    lines = enumerate(text.split("\n"))
    return {(n, match.start()): match[1] for n, line in lines for match in _CUT.finditer(line)}


def _said(error: yaml.MarkedYAMLError) -> str:
    return harmless(" ".join(f"{error.problem or error.context or 'unreadable'}".split()))


def _text(data: bytes, file: str, problems: Problems) -> str | None:
    if len(data) > MAX_BYTES:
        cure = "divide the section in two" if "/" in file else "shorten its texts"
        message = f"more than {MAX_BYTES:,} bytes, the most that a file may have; {cure}"
        problems.add(Code.TOO_LARGE, Place(file, 1, 1), message)
        return None
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        problems.add(Code.NOT_UTF8, Place(file, line, column), message)
        return None
    return text.replace("\r\n", "\n")


class _Builder:
    """Builds nodes from the parser's events."""

    def __init__(
        self, file: str, problems: Problems, mark: str, cut_off: dict[tuple[int, int], str]
    ) -> None:
        self._file = file
        self._problems = problems
        self._mark = mark
        """Stands for a character that was refused and reported already."""
        self._cut_off = cut_off

    def document(self, text: str) -> Node | None:
        events = iter(yaml.parse(text, Loader=_Loader))
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    message = "a second document starts here; a file holds one"
                    self._problems.add(Code.YAML_FEATURE, self._place(event), message)
                    return root
                root = self._node(next(events), events, 1)
        return root

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self._file, line + 1, column + 1)

    def _node(
        self, event: yaml.Event, events: Iterator[yaml.Event], depth: int, *, item: bool = False
    ) -> Node:
        at = self._place(event)
        self._refuse_features(event, at)
        if isinstance(event, yaml.ScalarEvent):
            if self._has_refused_character(event, at):
                return Refused(at)
            return Scalar(event.value, at, not event.style, self._cut(event))
        if depth > MAX_DEPTH:
            raise _TooDeepError(at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, at, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, at, depth, item=item)
        return Refused(at)  # an alias

    def _cut(self, event: yaml.ScalarEvent) -> str:
        mark = event.end_mark
        if event.style or mark is None or not self._cut_off:
            return ""
        return self._cut_off.get((mark.line, mark.column), "")

    def _sequence(self, events: Iterator[yaml.Event], at: Place, depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, depth + 1, item=True))
        return Sequence(items, at)

    def _mapping(
        self, events: Iterator[yaml.Event], at: Place, depth: int, *, item: bool
    ) -> Mapping:
        items: dict[str, tuple[Scalar, Node]] = {}
        whole, another = True, False
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if isinstance(key, Refused):
                whole = False
            elif not isinstance(key, Scalar):
                self._problems.add(Code.WRONG_KIND, key.at, "a key must be a word")
            elif key.text in items:
                if not another:  # else all that follows is twice for the same reason
                    another = item and self._starts_an_item(key, items)
                    self._add_twice(key, items[key.text][0], another=another)
            elif key.text == "<<" and key.plain:
                message = "a merge key (<<); write the keys out"
                self._problems.add(Code.YAML_FEATURE, key.at, message)
            else:
                items[key.text] = (key, value)
        return Mapping(items, at, whole)

    def _starts_an_item(self, key: Scalar, items: dict[str, tuple[Scalar, Node]]) -> bool:
        first = items[next(iter(items))][0]
        return len(items) > 1 and key.text == first.text and key.at.line > first.at.line

    def _add_twice(self, key: Scalar, first: Scalar, *, another: bool) -> None:
        message = f"{quoted(key.text)} stands here twice, first in line {first.at.line}; keep one"
        if another:
            message += f", or write '- ' before {key.text!r} if another item starts here"
        self._problems.add(Code.DUPLICATE_KEY, key.at, message)

    def _refuse_features(self, event: yaml.Event, at: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = "an alias (*); write it out, or put a text that starts with '*' in quotes"
            self._problems.add(Code.YAML_FEATURE, at, message)
        elif anchor := getattr(event, "anchor", None):
            message = f"an anchor (&{anchor}); write it out, or put a text that starts with '&' "
            message += "in quotes"
            self._problems.add(Code.YAML_FEATURE, at, message)
        elif (tag := getattr(event, "tag", None)) is not None:
            message = f"a tag ({tag}); remove it, or put a text that starts with '!' in quotes"
            self._problems.add(Code.YAML_FEATURE, at, message)

    def _has_refused_character(self, event: yaml.ScalarEvent, at: Place) -> bool:
        if self._mark and self._mark in event.value:
            return True
        # "\\e[2J" in double quotes is harmless in the file and an escape sequence in the value.
        character = refused(event.value) if event.style == '"' else ""
        if character:
            report(character, at, self._problems)
        return bool(character)
