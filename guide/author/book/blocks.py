"""Pieces that every part of the book is made of."""

from collections.abc import Iterable, Iterator

from guide.author.book.texts import SectionTexts, Who
from guide.document.body import parts
from guide.document.html_parts import body, escape, tag
from guide.journey.advice import Advice, Shown, ShownSection
from guide.journey.code import write_code
from guide.journey.evidence import Evidence, evidence
from guide.journey.walk import walk
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
        self._judgements = {one.mark for one in self.evidence.judgements}
        self._drawn: dict[str, str] = {}

    def block(self, block: Block) -> str:
        """A block with its tone, what it rests on, and its id for the author."""
        drawn = self._drawn.get(block.id)
        if drawn is None:
            drawn = self._drawn[block.id] = "\n".join(self._pieces(block))
        return drawn

    def reader(self, answers: dict[str, str]) -> str:
        """Answers in words, and as a scenario code."""
        where = walk(self.guide, answers)
        steps = "; ".join(
            f"{escape(step.question.text)} {tag('strong', escape(step.option.label))}"
            for step in where.trail
        )
        return f"{tag('p', steps, class_='answers')}\n{self.code(answers)}"

    def code(self, answers: dict[str, str]) -> str:
        """The scenario code of these answers."""
        return tag("p", self.bare_code(answers), class_="code")

    def bare_code(self, answers: dict[str, str]) -> str:
        """The same, to stand within a line."""
        return tag("code", escape(write_code(self.guide, walk(self.guide, answers).scenario)))

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
        return "judgement" if mark in self._judgements else "fact"


def who(found: Who) -> str:
    """A condition in words, one paragraph for each way to fulfil it."""
    ways = [escape(way) or EVERYBODY for way in found]
    return "\n".join(
        tag("p", f"{tag('em', 'or')} {way}" if number else way, class_="who")
        for number, way in enumerate(ways)
    )


def review(inner: str, **attributes: str) -> str:
    """A text with the reviewer's boxes beside it."""
    return tag("article", f"\n{tag('div', inner)}\n{REVIEW}\n", **attributes)


def _evidence(guide: Guide, sections: Iterable[SectionTexts]) -> Evidence:
    """What all that any reader sees rests on, as if it stood on one page."""
    shown = tuple(
        ShownSection(one.section, tuple(Shown(p.block, {}) for p in one.passages if p.who))
        for one in sections
    )
    return evidence(Advice(guide, {}, (), shown))
