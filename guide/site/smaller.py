"""The script of a site made smaller: no notes, no room between signs, short names for its own.

It knows the language as our script has it: texts in double quotes, a semicolon after each
statement, and no name that is declared beside another at the top. A name is its own where it is
neither behind a dot nor a key.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, pairwise, product
from string import ascii_letters, ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_ROOM = re.compile(r"(?:\s+|//[^\n]*)*")
_TOKEN = re.compile(
    r"""[A-Za-z_$][\w$]*|\d[\w.]*|"(?:[^"\\]|\\.)*"|=>|\.\.\.|\?\.|[&|?]{2}|[=!]==|.""", re.DOTALL
)
_PATTERN = re.compile(r"/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)
_KEPT = frozenset(
    re.findall(
        r"\w+",
        "async await break case catch class const continue default delete do else false finally "
        "for function if in instanceof let new null of return super switch this throw true try "
        "typeof undefined var void while with yield Boolean CSS Date Error Infinity JSON Map Math "
        "Object RegExp Set String decodeURIComponent encodeURIComponent document globalThis "
        "history location navigator window",
    )
)
"""Words of the language, and what a browser has."""
_LAST = ([",", ")"], [",", "]"], [",", "}"], [";", "}"])
_SCOPES = frozenset(["(", "block"])
_DECLARING = frozenset(["function", "const", "let"])
_BEFORE_PATTERN = frozenset(["return", *"(,=:[!&|?{};", "=>", "&&", "||", "??"])
_BEFORE_BLOCK = frozenset([")", "=>", ";", "{", "}", "else", "try", "finally", "catch", ""])


class Token(NamedTuple):
    """A piece of a script."""

    text: str
    name: str
    """Of a name: ``own``, or ``key`` where it is the name of a property as well."""
    depth: int
    """How many brackets are open around it."""
    opens: str
    """Of a bracket: what it opens."""


def smaller(code: str) -> str:
    """The same script in fewer characters."""
    parts = [*_parts(_tokens(code))]
    everywhere = {text for part in parts for text in _declared(part)}
    uses = Counter(token.text for part in parts for token in part if token.text in everywhere)
    names = (name for name, _ in uses.most_common())
    shared = dict(zip(names, _names(ascii_uppercase), strict=False))
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


def _needed(part: list[Token]) -> Iterator[Token]:
    """All but what the language lets one leave out: last signs, the brackets of one parameter."""
    texts = [*(token.text for token in part), "", "", ""]
    for at, token in enumerate(part):
        last = texts[at : at + 2] in _LAST
        alone = texts[at] == "(" and texts[at + 2 : at + 4] == [")", "=>"]
        after = texts[at : at + 2] == [")", "=>"] and at > 1 and texts[at - 2] == "("
        if not (last or alone or after):
            yield token


def _declared(part: list[Token]) -> Iterator[str]:
    """What a statement declares for all others."""
    pairs = pairwise(part)
    yield from (name.text for word, name in pairs if word.depth == 0 and word.text in _DECLARING)


def _names(first: str) -> Iterator[str]:
    """Names that begin with one of these letters, the short ones first."""
    for length in count():
        names = map("".join, product(first, *[ascii_letters] * length))
        yield from (name for name in names if name not in _KEPT)


def _written(part: list[Token], shared: dict[str, str]) -> str:
    short = {**_own(part, shared), **shared}
    pieces: list[str] = []
    for token in _needed(part):
        piece = short[token.text] if token.name else token.text
        piece = f"{token.text}:{piece}" if token.name == "key" else piece
        if pieces and _touch(pieces[-1][-1], piece[0]):
            pieces.append(" ")
        pieces.append(piece)
    return "".join(pieces)


def _own(part: list[Token], shared: dict[str, str]) -> dict[str, str]:
    """Short names for a statement's own; two that never meet have the same."""
    spans: dict[str, tuple[int, int]] = {}
    for at, token in enumerate(part):
        if token.name and token.text not in shared:
            first, last = spans.get(token.text) or _scope(part, at)
            spans[token.text] = first, max(last, at)
    short: dict[str, str] = {}
    for name, (first, last) in spans.items():
        taken = {short[other] for other in short if spans[other][1] >= first}
        taken -= {short[other] for other in short if spans[other][0] > last}
        short[name] = next(each for each in _names(ascii_lowercase) if each not in taken)
    return short


def _scope(part: list[Token], at: int) -> tuple[int, int]:
    """Where a name holds at the least: the block or the parentheses in which it is first named."""
    first, depth = at, part[at].depth
    while first and not (part[first].depth < depth and part[first].opens in _SCOPES):
        depth = min(depth, part[first].depth + 1 - bool(part[first].opens))
        first -= 1
    last = next(i for i in range(at, len(part)) if part[i].depth <= part[first].depth)
    return first, last + 2  # the body of a function comes right after its parentheses


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
        if match is None:
            message = f"no end of {code[at : at + 40]}"
            raise ValueError(message)
        text, at = match[0], _room(code, match.end())
        if text in {")", "]"} or text[0] == "}":
            inside.pop()
        opens = text[-2:] if text in {"(", "["} or text.endswith("${") else ""
        if text == "{":
            opens = "block" if before in _BEFORE_BLOCK else "object"
        yield Token(text, _name(text, before, code[at : at + 1], last), len(inside), opens)
        if opens:
            inside.append(opens)
        before = "(" if text.endswith("${") else text


def _room(code: str, at: int) -> int:
    match = _ROOM.match(code, at)
    return match.end() if match else at


def _name(text: str, before: str, after: str, inside: str) -> str:
    if not re.match(r"[A-Za-z_$]", text) or text in _KEPT or before in {".", "?."}:
        return ""
    if inside != "object" or before not in {"{", ","}:
        return "own"
    return "key" if after in {",", "}", "="} else ""
