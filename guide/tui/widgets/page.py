"""The page of advice: one text, with a mark on the passage that is asked about."""

import re
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from guide.document.layout import Lines
from guide.journey.advice import Advice, Passage
from guide.tui.article import Article, Frame, Parted, part, set_article
from guide.tui.setter import Spots
from guide.tui.typeset import Sheet
from guide.tui.widgets.body import Reading
from guide.tui.widgets.typeset import Typeset

NOTHING = Article([], [])
FOLDED_CODE = re.compile(r"([:,])\n +(?=[A-Za-z0-9._-]+=)")
"""Where a scenario code goes on in the next line."""
COMMAND_BEFORE = re.compile(r"(\bguide open)\n +")


class Page(Typeset):
    """The text. The mark is painted over it, so moving the mark sets nothing afresh."""

    COMPONENT_CLASSES = {"page--mark"}  # noqa: RUF012 - Textual's name
    DEFAULT_CSS = """
    Page { max-width: 80; }
    Page > .page--mark { color: $mark; text-style: bold; }
    """

    @dataclass
    class Marked(Message):
        """Another passage carries the mark."""

        passage: Passage | None

    @dataclass
    class Followed(Message):
        """Words that lead somewhere were clicked."""

        href: str

    def __init__(self) -> None:
        super().__init__(id="page")
        self.advice: Advice | None = None
        self.parted = Parted(None, ())
        self.article = NOTHING
        self.current = 0
        self._frame = Frame()
        self._spots: Spots | None = None

    def show(self, advice: Advice, frame: Frame, spots: Spots | None = None) -> None:
        """Show another page, the mark on its first passage."""
        self.advice, self._frame, self._spots = advice, frame, spots
        self.parted = part(advice, frame.door)
        self.current = 0
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Set the page to the width."""
        if self.advice is not None:
            self.article = set_article(
                sheet, self.advice, self.parted, width, self._frame, self._spots
            )

    @property
    def passage(self) -> Passage | None:
        """What carries the mark."""
        blocks = self.advice.blocks() if self.advice else []
        return blocks[self.current] if self.current < len(blocks) else None

    @property
    def lines(self) -> Lines:
        """The lines that carry the mark."""
        blocks = self.article.blocks
        return blocks[self.current][1] if self.current < len(blocks) else Lines(0, 0)

    def mark(self, index: int) -> None:
        """Put the mark on one passage."""
        if self.advice is None or not 0 <= index < len(self.advice.blocks()):
            return
        self.current = index
        self.refresh()
        self.post_message(self.Marked(self.passage))

    def render_line(self, y: int) -> Strip:
        """The line, with the mark where it belongs."""
        strip = super().render_line(y)
        start, end = self.lines
        if start <= y < end:
            strip = strip.adjust_cell_length(max(strip.cell_length, 1), self.rich_style)
            style = self.get_component_rich_style("page--mark", partial=True)
            under = next(iter(strip), None)
            base = under.style if under is not None and under.style is not None else None
            mark = Segment("▎", base + style if base is not None else style)
            return Strip.join([Strip([mark], 1), strip.crop(1)])
        return strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What was selected; a scenario code in one piece, so that a shell takes it."""
        found = super().get_selection(selection)
        if found is None:
            return None
        whole = COMMAND_BEFORE.sub(r"\1 ", FOLDED_CODE.sub(r"\1", found[0]))
        return whole, found[1]

    def on_click(self, event: events.Click) -> None:
        """Mark the passage that was clicked, and follow the words there if they lead anywhere."""
        offset = event.get_content_offset(self)
        if href := self.link_at(offset):
            self.post_message(self.Followed(href))
        index = self.article.at(offset.y) if offset is not None else None
        if index is not None:
            self.mark(index)


class PageScroll(Reading):
    """Scrolls the page; the mark stays within what is seen."""

    def __init__(self, page: Page, *above: Widget) -> None:
        super().__init__(*above, page, id="page-scroll")
        self.page = page
        self._led = False

    def _place(self, lines: Lines, index: int) -> Lines:
        """Lines of the page as they are counted here; what stands apart is above the page."""
        above = self.page.virtual_region.y
        if index == self.page.article.apart:
            return Lines(0, max(above, 1))
        return Lines(lines.start + above, lines.end + above)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Let the mark follow, unless it was the mark that led."""
        super().watch_scroll_y(old_value, new_value)
        blocks = self.page.article.blocks
        if self._led or not blocks:
            return
        top, bottom = round(new_value), round(new_value) + self.size.height
        start, end = self._place(self.page.lines, self.page.current)
        last = len(blocks) - 1
        if top >= self.max_scroll_y > 0:  # what is read at the end of a page is its end
            self.page.mark(last)
        elif start < bottom and end > top:
            return
        else:
            places = enumerate(self._place(lines, n) for n, (_, lines) in enumerate(blocks))
            seen = (n for n, lines in places if lines.start >= top or lines.end > top + 1)
            self.page.mark(next(seen, last))
        # The page's own message stops here: Textual lets none pass the parent during whose work it
        # was made, and this is that parent.
        self.post_message(Page.Marked(self.page.passage))

    def keep_in_view(self) -> None:
        """Scroll to the mark if none of it is seen: the window has another size."""
        lines, top = self._place(self.page.lines, self.page.current), round(self.scroll_y)
        if self.page.current == top == 0:
            return
        if lines.end <= top or lines.start >= top + self.size.height:
            self.show_mark()

    @property
    def above_mark(self) -> int:
        """How many lines are seen above the marked passage; below 0 where it begins higher."""
        return self._place(self.page.lines, self.page.current).start - round(self.scroll_y)

    def show_mark(self, *, above: int | None = None) -> None:
        """Scroll to the marked passage: below so many lines, or just until it is seen."""
        lines = self._place(self.page.lines, self.page.current)
        if above is not None:
            self._to(lines.start - above)
            return
        self._led = True
        # Two lines above, for the heading; one below, to see that it ends.
        region = Region(0, max(lines.start - 2, 0), 1, lines.end - lines.start + 3)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self._led = False

    def show_section(self, lines: Lines) -> None:
        """Scroll a section to the top; one that stands above the page is at its very top."""
        self._to(lines.start + self.page.virtual_region.y if lines.end else 0)

    def show_line(self, line: int) -> None:
        """Scroll until a line of the page is seen with some of what stands around it."""
        self._led = True
        region = Region(0, max(line + self.page.virtual_region.y - 3, 0), 1, 8)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
        self._led = False

    def _to(self, y: int) -> None:
        self._led = True
        self.scroll_to(y=max(y, 0), animate=False, force=True, immediate=True)
        self._led = False
