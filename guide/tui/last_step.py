"""The last step before the terminal: what it obeys and what turns text around is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from guide.cleaning import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color


class LastStep(LineFilter):
    """Whatever a line came through. What it leaves out has no width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments, where all can be printed; that is nearly always."""
        return [
            segment if segment.text.isprintable() else Segment(_clean(segment.text), segment.style)
            for segment in segments
        ]


class Through(LineFilter):
    """Several filters, each after the one before it."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments that come out of the last."""
        for line_filter in self.filters:
            segments = line_filter.apply(segments, background)
        return segments


def _clean(text: str) -> str:
    return harmless(text).replace("\n", " ").replace("\t", " ")
