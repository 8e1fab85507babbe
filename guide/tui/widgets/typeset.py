"""Text that sets itself to the width it is given."""

from textual.content import Content
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import _RenderCache

from guide.tui.typeset import Link, Run, Sheet
from guide.tui.widgets.laid import LaidOnce


class Typeset(LaidOnce):
    """A widget whose text is set afresh whenever its width changes, and only then."""

    DEFAULT_CSS = """
    Typeset {
        width: 1fr;
        height: auto;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    Typeset.-empty { display: none; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes, markup=False)
        self._set: tuple[int, Content, int] | None = None
        self._sheet = Sheet()
        self._below = False
        """Whether lines below the first windowful were seen: they are styled then, and not before.
        Of a page of 125 lines 30 are seen when it is opened; the others would cost 12 ms."""
        self.links: list[Link] = []
        """Where words lead somewhere, as the text is set now."""

    def write(self, sheet: Sheet, width: int) -> None:
        """Write the text on a sheet of this width."""
        raise NotImplementedError

    def changed(self) -> None:
        """What is written is no longer right: set it again."""
        self._set = None
        if self.is_attached:
            self.refresh(layout=True)

    def restyled(self) -> None:
        """Styles changed, and no line's length: paint it again where it stands."""
        self._set = None
        if self.is_attached:
            self.refresh()

    def _at(self, width: int) -> tuple[int, Content, int]:
        if self._set is None or self._set[0] != width:
            sheet = Sheet()
            self.write(sheet, max(width, 1))
            self._set, self._sheet = (width, sheet.content(), sheet.height), sheet
            self._below = False
            self.links = sheet.links
        return self._set

    def link_at(self, offset: Offset | None) -> str:
        """Where the words at this place of the text lead; empty: nowhere."""
        if offset is None:
            return ""
        x, y = offset
        hits = (link.href for link in self.links if link.line == y and link.start <= x < link.end)
        return next(hits, "")

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """All there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The number of lines at this width."""
        return self._at(width)[2]

    def render(self) -> Content:
        """The text at the present width."""
        return self._at(self.content_size.width)[1]

    def _render_content(self) -> None:
        """Style the text: only its first lines, until others are seen."""
        window = self.app.size.height
        if self._below or self.content_size.height <= window:
            super()._render_content()
            return
        self.render()
        width, top = self.size.width, self._sheet.top(window)
        strips = Visual.to_strips(self, top, width, window, self.visual_style)
        self._render_cache = _RenderCache(self.size, strips)
        self._dirty_regions.clear()

    def render_line(self, y: int) -> Strip:
        """The line, and all others with it if it is the first to be seen below the window."""
        if not self._below and y >= len(self._render_cache.lines) and not self._dirty_regions:
            self._below = True
            self._render_content()
        return super().render_line(y)


class Prose(Typeset):
    """A few paragraphs of runs, each folded, with a blank line between them."""

    def __init__(
        self,
        *paragraphs: list[Run],
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs = paragraphs

    def show(self, *paragraphs: list[Run]) -> None:
        """Show other paragraphs; with none, take no space."""
        self._paragraphs = paragraphs
        self.set_class(not paragraphs, "-empty")
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Each paragraph, folded."""
        for paragraph in self._paragraphs:
            sheet.blank()
            sheet.write(paragraph, width)
