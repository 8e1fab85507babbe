"""The script of a site made smaller: no notes, no room between signs, short names for its own.

A name is its own where it is neither behind a dot nor a key; the same name is short in the same way
everywhere, so that no scope has to be understood.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, product
from string import ascii_letters, ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_ROOM = re.compile(r"(?:\s+|//[^\n]*)*")
_TOKEN = re.compile(
    r"""[A-Za-z_$][\w$]*|\d[\w.]*|"(?:[^"\\]|\\.)*"|=>|\.\.\.|\?\.|[&|?]{2}|[=!]==|.""", re.DOTALL
)
_PATTERN = re.compile(r"/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_KEPT = frozenset(
    "async await break case catch class const continue default delete do else false finally for function if in "
    "instanceof let new null of return super switch this throw true try typeof undefined var void while with yield "
    "Boolean CSS Date Error Infinity JSON Map Math Object RegExp Set String "
    "decodeURIComponent encodeURIComponent document globalThis history location navigator window".split()
)
"""Words of the language, and what a browser has."""
_DECLARING = frozenset(["function", "const", "let"])
_BEFORE_PATTERN = frozenset(["return", *"(,=:[!&|?{};", "=>", "&&", "||", "??"])
_BEFORE_BLOCK = frozenset([")", "=>", ";", "{", "}", "else", "try", "finally", "catch", ""])


class Token(NamedTuple):
    """A piece of a script."""

    text: str
    kind: str = ""
    """Of a name: ``own``, or ``short`` where it is a key as well."""
    depth: int = 0
    """How many brackets are open around it."""


def smaller(code: str) -> str:
    """The same script in fewer characters; it must end its statements with semicolons."""
    parts = [*_parts(_tokens(code))]
    everywhere = {text for part in parts for text in _declared(part)}
    uses = Counter(token.text for part in parts for token in part if token.text in everywhere)
    shared = _shorter((name for name, _ in uses.most_common()), ascii_uppercase)
    return "".join(_written(part, shared) for part in parts)


def _parts(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens of each statement that is in no other."""
    part: list[Token] = []
    for token in tokens:
        if part and token.depth == 0 and token.text in {"function", "const", "let", "if"}:
            yield part
            part = []
        part.append(token)
    yield part


def _declared(part: list[Token]) -> Iterator[str]:
    """What a statement declares for all others."""
    pairs = zip(part, part[1:], strict=False)
    yield from (name.text for word, name in pairs if word.depth == 0 and word.text in _DECLARING)


def _shorter(names: Iterable[str], first: str) -> dict[str, str]:
    short = (
        "".join(letters)
        for length in count(1)
        for letters in product(first, *[ascii_letters] * (length - 1))
    )
    return dict(zip(names, (name for name in short if name not in _KEPT), strict=False))


def _written(part: list[Token], shared: dict[str, str]) -> str:
    """A statement; its own names begin anew, so that statements of one form look alike."""
    own = (token.text for token in part if token.kind and token.text not in shared)
    short = {**_shorter((name for name, _ in Counter(own).most_common()), ascii_lowercase), **shared}
    pieces: list[str] = []
    for token in part:
        piece = short[token.text] if token.kind else token.text
        piece = f"{token.text}:{piece}" if token.kind == "short" else piece
        if pieces and _touch(pieces[-1][-1], piece[0]):
            pieces.append(" ")
        pieces.append(piece)
    return "".join(pieces)


def _touch(last: str, first: str) -> bool:
    """Whether two tokens would be read as one."""
    word = re.compile(r"[\w$]")
    return bool(word.match(last) and word.match(first)) or (last == first and last in "+-")


def _tokens(code: str) -> Iterator[Token]:
    inside: list[str] = []
    before = ""
    at = _room(code, 0)
    while at < len(code):
        last = inside[-1] if inside else ""
        pattern = _PATTERN.match(code, at) if before in _BEFORE_PATTERN else None
        match = pattern or _TOKEN.match(code, at)
        if code[at] == "`" or (code[at] == "}" and last == "${"):
            match = _TEMPLATE.match(code, at)
        assert match is not None, f"no script: {code[at : at + 40]}"
        text, at = match[0], _room(code, match.end())
        if text in {")", "]"} or text[0] == "}":
            inside.pop()
        yield Token(text, _kind(text, before, code[at : at + 1], last), len(inside))
        if text in {"(", "["} or text.endswith("${"):
            inside.append(text[-2:])
        elif text == "{":
            inside.append("block" if before in _BEFORE_BLOCK else "object")
        before = "(" if text.endswith("${") else text


def _room(code: str, at: int) -> int:
    match = _ROOM.match(code, at)
    return match.end() if match else at


def _kind(text: str, before: str, after: str, inside: str) -> str:
    if not re.match(r"[A-Za-z_$]", text) or text in _KEPT or before in {".", "?."}:
        return ""
    if inside != "object" or before not in {"{", ","}:
        return "own"
    return "short" if after in {",", "}", "="} else ""
