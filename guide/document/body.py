"""Markdown as the guide understands it: a small tree that every output draws from.

One parser (markdown-it) and one tree, so that the screen, plain text and HTML cannot disagree.
"""

import functools
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Span(NamedTuple):
    """A run of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""
    """Where it leads, such as to the term it is."""


class Paragraph(NamedTuple):
    """Spans that flow as one paragraph."""

    spans: tuple[Span, ...]


class Items(NamedTuple):
    """A list; each item is a sequence of parts."""

    items: tuple[tuple["Part", ...], ...]
    start: int | None
    """The first number of a numbered list, None for bullets."""


class Quote(NamedTuple):
    """Words to say, set off from the text."""

    parts: tuple["Part", ...]


Part = Paragraph | Items | Quote


@functools.cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 47 ms, and JSON draws no text

    return MarkdownIt("commonmark", {"html": True})  # True: so that HTML is seen and refused


@functools.lru_cache(maxsize=512)
def parts(body: str) -> tuple[Part, ...]:
    """The tree of one body. What the guide does not show was refused when it was read."""
    tokens = iter(_parser().parse(body))
    return tuple(_parts(tokens, until=""))


def _parts(tokens: "Iterator[Token]", until: str) -> Iterator[Part]:
    for token in tokens:
        if token.type == until:
            return
        if token.type == "inline":
            yield Paragraph(tuple(_joined(_spans(token))))
        elif token.type == "blockquote_open":
            yield Quote(tuple(_parts(tokens, "blockquote_close")))
        elif token.type == "bullet_list_open":
            yield Items(tuple(_list_items(tokens, "bullet_list_close")), None)
        elif token.type == "ordered_list_open":
            start = int(token.attrs.get("start", 1))
            yield Items(tuple(_list_items(tokens, "ordered_list_close")), start)


def _list_items(tokens: "Iterator[Token]", until: str) -> Iterator[tuple[Part, ...]]:
    for token in tokens:
        if token.type == until:
            return
        if token.type == "list_item_open":
            yield tuple(_parts(tokens, "list_item_close"))


def _spans(inline: "Token") -> Iterator[Span]:
    strong = emphasis = False
    for token in inline.children or []:
        if token.type in ("strong_open", "strong_close"):
            strong = token.type == "strong_open"
        elif token.type in ("em_open", "em_close"):
            emphasis = token.type == "em_open"
        elif token.type == "softbreak":
            yield Span(" ", strong, emphasis)
        elif token.type == "code_inline":
            yield Span(token.content, strong, emphasis, code=True)
        elif token.content:
            yield Span(token.content, strong, emphasis)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans of one style as one: a term may stand on both sides of a line's end."""
    for style, same in itertools.groupby(spans, key=lambda span: span._replace(text="")):
        yield style._replace(text="".join(span.text for span in same))


def plain(body: str) -> str:
    """The words of a body on one line, without marks: for search, counts and previews."""
    return plain_words(parts(body))


def plain_words(body: tuple[Part, ...]) -> str:
    """The words of some parts on one line."""
    return " ".join(_words(body)).strip()


def _words(body: tuple[Part, ...]) -> Iterator[str]:
    for part in body:
        if isinstance(part, Paragraph):
            yield "".join(span.text for span in part.spans)
        elif isinstance(part, Quote):
            yield from _words(part.parts)
        else:
            for item in part.items:
                yield from _words(item)
