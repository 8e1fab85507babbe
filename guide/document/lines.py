"""Plain text in lines: paragraphs, lists with hanging indent, quotes set in."""

import textwrap

from guide.document.body import Items, Paragraph, Part, Quote

QUOTE_INDENT = "    "


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of this width.

    Long words (addresses, scenario codes) are never broken, so that they can be copied.

    Args:
        text: one paragraph.
        width: characters.
        first: what the first line starts with.
        rest: what the others start with; as many spaces as ``first`` has unless given.

    """
    return textwrap.wrap(
        text,
        max(width, len(first) + 20),
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def drawn(parts: tuple[Part, ...], width: int, indent: str = "") -> list[str]:
    """The parts of a body as lines, one blank line between them."""
    lines: list[str] = []
    for part in parts:
        if lines:
            lines.append("")
        lines += _part(part, width, indent)
    return lines


def _part(part: Part, width: int, indent: str) -> list[str]:
    if isinstance(part, Paragraph):
        return wrapped(words(part), width, indent)
    if isinstance(part, Quote):
        return drawn(part.parts, width, indent + QUOTE_INDENT)
    return _items(part, width, indent)


def _items(part: Items, width: int, indent: str) -> list[str]:
    first = part.start
    labels = ["- " if first is None else f"{first + n}. " for n in range(len(part.items))]
    widest = max(map(len, labels), default=0)
    lines: list[str] = []
    for label, item in zip(labels, part.items, strict=True):
        body = drawn(item, width, indent + " " * widest)
        head = indent + label.rjust(widest)
        lines += [(head + "".join(body[:1])[len(head) :]).rstrip(), *body[1:]]
    return lines


def words(paragraph: Paragraph) -> str:
    """A paragraph without its marks."""
    return "".join(span.text for span in paragraph.spans)
