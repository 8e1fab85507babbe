"""Pieces that every part of the book is made of."""

from collections.abc import Iterable, Iterator

from guide.author.book.readers import Who
from guide.author.book.texts import SectionTexts
from guide.document.body import parts
from guide.document.html_parts import body, escape, tag
from guide.journey.advice import Advice, Shown, ShownSection
from guide.journey.evidence import Evidence, evidence
from guide.model.schema import Block, Guide

EVERYBODY = "Every reader"
_RULES = tag("div", "", class_="rule") * 3

REVIEW = tag(
    "aside",
    '<p><span class="box"></span>Right as it is</p><p><span class="box"></span>Change this</p>'
    f"<p>Remark</p>{_RULES}",
    class_="review",
    aria_label="For the reviewer",
)
"""Boxes to tick and lines to write on, beside a text."""


class Paper:
    """Draws the texts of one guide; each block is drawn once, however often it is printed."""

    def __init__(self, guide: Guide, sections: Iterable[SectionTexts]) -> None:
        self.guide = guide
        self.evidence = _evidence(guide, sections)
        self._judgments = {judgment.mark for judgment in self.evidence.judgements}
        self._drawn: dict[str, str] = {}

    def block(self, block: Block) -> str:
        """A block with its tone, what it rests on, and its id for the author."""
        drawn = self._drawn.get(block.id)
        if drawn is None:
            drawn = self._drawn[block.id] = "\n".join(self._pieces(block))
        return drawn

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """All that a section says."""
        if not blocks:
            return tag("p", "Nothing: the section is left out.", class_="none")
        return "\n".join(map(self.block, blocks))

    def _pieces(self, block: Block) -> Iterator[str]:
        tone = self.guide.tone.get(block.tone)
        if tone is not None:
            yield tag("p", escape(tone.label), class_="tone")
        yield body(parts(block.body), self._marks(block))
        yield tag("p", escape(block.id), class_="id")

    def _marks(self, block: Block) -> str:
        links = (
            tag("a", escape(mark), href=f"#{self._kind(mark)}-{mark}")
            for mark in self.evidence.marks.get(block.id, ())
        )
        marks = ", ".join(links)
        return tag("sup", f"[{marks}]", class_="marks") if marks else ""

    def _kind(self, mark: str) -> str:
        return "judgement" if mark in self._judgments else "fact"


def code(text: str) -> str:
    """A scenario code on a line of its own."""
    return tag("p", tag("code", escape(text)), class_="code")


def who(ways: Who) -> str:
    """A condition in words, one paragraph for each way to fulfil it."""
    words = [escape(way) or EVERYBODY for way in ways]
    return "\n".join(
        tag("p", f"{tag('em', 'or')} {way}" if number else way, class_="who")
        for number, way in enumerate(words)
    )


def review(inner: str, **attributes: str) -> str:
    """A text with the reviewer's boxes beside it."""
    return tag("article", f"\n{tag('div', inner)}\n{REVIEW}\n", **attributes)


def _evidence(guide: Guide, sections: Iterable[SectionTexts]) -> Evidence:
    """What all that any reader sees rests on, as if it stood on one page."""
    whole = tuple(
        ShownSection(some.section, tuple(Shown(p.block, {}) for p in some.passages if p.who))
        for some in sections
    )
    return evidence(Advice(guide, {}, (), whole))
