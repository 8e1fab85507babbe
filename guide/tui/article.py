"""One page of advice as one text: where each section and passage begins."""

from typing import NamedTuple

from guide.document.blocks import Line
from guide.document.layout import Lines
from guide.journey.advice import Advice, Shown
from guide.pages.advice import advice_sections
from guide.tui.setter import PAGE, Spots, set_blocks
from guide.tui.typeset import Sheet


class Frame(NamedTuple):
    """The quiet lines around the advice."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    door: str = ""
    """The way from what to tell buyers to getting ready for one."""


class Article(NamedTuple):
    """Where things are on a page that was set."""

    blocks: list[tuple[Shown, Lines]]
    sections: list[tuple[str, Lines]]

    def at(self, line: int) -> int | None:
        """The block on this line: its place among the blocks."""
        for index, (_, lines) in enumerate(self.blocks):
            if lines.start <= line < lines.end:
                return index
        return None


def set_article(
    sheet: Sheet, advice: Advice, width: int, frame: Frame, spots: Spots | None = None
) -> Article:
    """Write the page on a sheet."""
    sheet.add([])
    head = [Line(line, "quiet") for line in frame.head]
    foot = [Line(line, "quiet") for line in frame.foot]
    sections = advice_sections(advice, door=frame.door)
    layout = set_blocks(sheet, [*head, *sections, *foot], width, PAGE, spots)
    sheet.add([])
    tones = advice.guide.tone
    blocks = []
    for shown in advice.blocks():
        place = layout.places[shown.block.id]
        above = 2 if shown.block.tone in tones else 0  # the tone, and the blank line below it
        blocks.append((shown, Lines(place.start - above, place.end)))
    titles = [section.section.title for section in advice.sections]
    places = [place for _, place in layout.headings]
    return Article(blocks, list(zip(titles, places, strict=True)))
