"""Parts of a page to take along: one section, or words to say without anything around them."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.document.body import Items, Paragraph, Part, Quote, parts, plain_words
from guide.journey.advice import Advice, AdviceSection


class Script(NamedTuple):
    """Words to say."""

    section: str
    """The title of the section that holds them."""
    text: str
    """As they are said: paragraphs, no marks."""


def section_text(section: AdviceSection) -> str:
    """One section as Markdown."""
    bodies = (passage.block.body.strip() for passage in section.blocks)
    return "\n\n".join((f"## {section.section.title}", *bodies)) + "\n"


def scripts(advice: Advice) -> Iterator[Script]:
    """All words to say on a page, in its order."""
    for section in advice.sections:
        for passage in section.blocks:
            for quote in _quotes(parts(passage.block.body)):
                paragraphs = (plain_words((part,)) for part in quote.parts)
                yield Script(section.section.title, "\n\n".join(paragraphs) + "\n")


def _quotes(body: tuple[Part, ...]) -> Iterator[Quote]:
    for part in body:
        match part:
            case Quote():
                yield part
            case Items(items):
                for item in items:
                    yield from _quotes(item)
            case Paragraph():
                pass
