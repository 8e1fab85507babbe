"""Pieces of an HTML page: every text that enters one is escaped here."""

import re
from html import escape as escape  # noqa: PLC0414  the one place it comes from

from guide.document.body import Paragraph, Part, Quote, Span

_ADDRESS = re.compile(
    r"(?P<scheme>https?://)?"
    r"(?P<host>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})"
    r"(?P<rest>[/?#][\x21-\x7e]*)?",
    re.IGNORECASE,
)


def tag(name: str, inner: str, **attributes: str) -> str:
    """An element around HTML that is safe already; ``class_`` writes ``class``."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>{inner}</{name}>"


def link(address: str) -> str:
    """A source's address; a link where it is plainly that of a web page, else only its text."""
    match = _ADDRESS.fullmatch(address.strip())
    if match is None or "..." in address:
        return escape(address)
    target = f"{match['scheme'] or 'https://'}{match['host']}{match['rest'] or ''}"
    return tag("a", escape(address), href=target, rel="noreferrer noopener nofollow")


def body(parts: tuple[Part, ...], marks: str = "") -> str:
    """The body of a block; ``marks`` (HTML) stand at the end of its last paragraph."""
    if marks and parts and isinstance(parts[-1], Paragraph):
        last = tag("p", f"{spans(parts[-1])} {marks}")
        return "\n".join([*map(_part, parts[:-1]), last])
    after = [tag("p", marks, class_="after")] if marks else []
    return "\n".join([*map(_part, parts), *after])


def spans(paragraph: Paragraph) -> str:
    """A paragraph's text with its emphasis."""
    return "".join(map(_span, paragraph.spans))


def _part(part: Part) -> str:
    if isinstance(part, Paragraph):
        return tag("p", spans(part))
    if isinstance(part, Quote):
        return tag("blockquote", "\n".join(map(_part, part.parts)))
    items = "\n".join(tag("li", _item(item)) for item in part.items)
    if part.start is None:
        return tag("ul", f"\n{items}\n")
    return tag("ol", f"\n{items}\n", start=str(part.start) if part.start != 1 else "")


def _item(item: tuple[Part, ...]) -> str:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return spans(item[0])
    return "\n".join(map(_part, item))


def _span(span: Span) -> str:
    text = escape(span.text, quote=False)
    for on, name in ((span.code, "code"), (span.emphasis, "em"), (span.strong, "strong")):
        text = tag(name, text) if on else text
    return text
