"""One page of advice as one text: where each section and passage begins.

The verdict stands apart from it, in a banner: it is what the reader came for.
"""

from itertools import pairwise
from typing import NamedTuple

from guide.document.blocks import Body, Line, Section, Tone
from guide.document.layout import Lines
from guide.journey.advice import Advice, Passage
from guide.journey.terms import Linker
from guide.pages.advice import advice_sections
from guide.tui.setter import PAGE, Spots, numbered, set_blocks
from guide.tui.typeset import Sheet


class Frame(NamedTuple):
    """The quiet lines around the advice."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    door: str = ""
    """The way from what to tell buyers to getting ready for one."""


class Verdict(NamedTuple):
    """What the banner holds."""

    tone: Tone
    words: Body
    title: str
    """Of its section."""
    number: int
    """By which the section can be called, from 1."""


class Parted(NamedTuple):
    """A page of advice, parted into the verdict and the rest."""

    verdict: Verdict | None
    sections: tuple[tuple[int, Section], ...]
    """The rest, each section with the number by which it can be called."""


class Article(NamedTuple):
    """Where things are on a page that was set."""

    blocks: list[tuple[Passage, Lines]]
    sections: list[tuple[str, Lines]]
    apart: int | None = None
    """The block that stands in the banner: its place among the blocks."""

    def at(self, line: int) -> int | None:
        """The block on this line: its place among the blocks."""
        for index, (_, lines) in enumerate(self.blocks):
            if lines.start <= line < lines.end:
                return index
        return None


def part(advice: Advice, door: str = "") -> Parted:
    """Take the verdict, with its tone, out of the page; what it leaves empty goes too."""
    verdict, rest = None, []
    for number, section in enumerate(advice_sections(advice, None, Linker(advice.guide), door), 1):
        blocks = section.blocks
        for place, (tone, words) in enumerate(pairwise(blocks)):
            if verdict is None and isinstance(tone, Tone) and isinstance(words, Body):
                verdict = Verdict(tone, words, str(section.title), number)
                blocks = (*blocks[:place], *blocks[place + 2 :])
                break
        if blocks:
            rest.append((number, section._replace(blocks=blocks)))
    return Parted(verdict, tuple(rest))


def set_article(  # noqa: PLR0913, PLR0917  what is set, and how
    sheet: Sheet,
    advice: Advice,
    parted: Parted,
    width: int,
    frame: Frame,
    spots: Spots | None = None,
) -> Article:
    """Write the page on a sheet, without the verdict."""
    sheet.add([])
    head = [Line(line, "quiet") for line in frame.head]
    foot = [Line(line, "quiet") for line in frame.foot]
    numbers = [number for number, _ in parted.sections]
    sections = [section for _, section in parted.sections]
    look = PAGE._replace(heading=numbered(numbers))
    layout = set_blocks(sheet, [*head, *sections, *foot], width, look, spots)
    sheet.add([])
    tones = advice.guide.tone
    blocks: list[tuple[Passage, Lines]] = []
    apart = None
    for index, passage in enumerate(advice.blocks()):
        place = layout.places.get(passage.block.id)
        if place is None:
            apart = index
            blocks.append((passage, Lines(0, 0)))
            continue
        above = 2 if passage.block.tone in tones else 0  # the tone, and the blank line below it
        blocks.append((passage, Lines(place.start - above, place.end)))
    places = dict(zip(numbers, (place for _, place in layout.headings), strict=True))
    titles = [section.section.title for section in advice.sections]
    top = Lines(0, 0)
    return Article(blocks, [(t, places.get(n, top)) for n, t in enumerate(titles, 1)], apart)
