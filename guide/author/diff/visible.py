"""What a reader sees of a block: its words, its tone, and what it rests on."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from guide.document.body import Items, Paragraph, Part, Span, parts
from guide.journey.advice import facts_under
from guide.journey.facts import fact_lines
from guide.model.schema import Block, Fact, Guide

Words: TypeAlias = tuple[object, ...]
"""A body as it is drawn: where its lines break in the file does not matter."""


class VisibleBlock(NamedTuple):
    """A block as readers know it; two blocks with the same are one to them."""

    words: Words
    tone: tuple[str, str]
    """In words and as a colour; empty where there is none."""
    evidence: tuple[str, ...]
    """A paragraph for each fact below the block, and for the editors' judgement."""

    @property
    def text(self) -> tuple[Words, tuple[str, str]]:
        """Without what it rests on."""
        return self.words, self.tone


class Visible:
    """Looks at the blocks of one guide, at each once."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._known: dict[str, VisibleBlock] = {}

    def see(self, block: Block) -> VisibleBlock:
        """What a reader sees of the block."""
        if block.id not in self._known:
            tone = self._guide.tone.get(block.tone)
            self._known[block.id] = VisibleBlock(
                drawn(block.body),
                (tone.label, tone.colour) if tone else ("", ""),
                tuple(self._evidence(block)),
            )
        return self._known[block.id]

    def _evidence(self, block: Block) -> Iterator[str]:
        for fact in facts_under(self._guide, block):
            yield fact_words(self._guide, fact)
        if block.judgement:
            yield f"The editors' judgement: {block.judgement}"


def fact_words(guide: Guide, fact: Fact) -> str:
    """All that a reader is told about a fact."""
    lines = [f"{fact.id}: {fact.says}", *fact_lines(guide, fact)]
    if fact.corrected_by:
        lines.append(f"Corrected by {', '.join(fact.corrected_by)}.")
    return " ".join(lines)


@lru_cache(maxsize=4096)
def drawn(body: str) -> Words:
    """The body without the accidents of how it was typed."""
    return tuple(_part(part) for part in parts(body))


def _part(part: Part) -> object:
    if isinstance(part, Paragraph):
        return tuple(_runs(part.spans))
    if isinstance(part, Items):
        items = tuple(tuple(_part(inner) for inner in item) for item in part.items)
        return "list", part.start, items
    return "quote", tuple(_part(inner) for inner in part.parts)


def _runs(spans: tuple[Span, ...]) -> Iterator[tuple[str, object]]:
    """The spans, neighbours in one style put together."""
    text, style = "", None
    for span in spans:
        if text and span[1:] != style:
            yield text, style
            text = ""
        text, style = re.sub(r"[ \t]{2,}", " ", text + span.text), span[1:]
    if text:
        yield text, style
