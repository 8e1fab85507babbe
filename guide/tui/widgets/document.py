"""Blocks of a page as text on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.tui.setter import set_blocks
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.document.blocks import Block
    from guide.document.layout import Lines
    from guide.tui.typeset import Sheet


class DocumentText(Typeset):
    """Whatever a page kind says, set to the width there is."""

    DEFAULT_CSS = "DocumentText { max-width: 100; }"

    def __init__(
        self,
        blocks: Iterable[Block],
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks = tuple(blocks)
        self.places: dict[str, Lines] = {}
        """Where the parts of the page stand, by anchor."""

    def show(self, blocks: Iterable[Block]) -> None:
        """Show others."""
        self._blocks = tuple(blocks)
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """The blocks, on a page of their own below an empty line."""
        if not self.has_class("card"):
            sheet.add([])
        self.places = set_blocks(sheet, self._blocks, width).places
