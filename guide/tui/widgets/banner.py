"""The verdict above the page: how bad it is, and its words, on a background of its color."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from guide.document.blocks import Run
from guide.document.wrap import cells, width_of
from guide.tui.setter import SCREEN, Spots, lay, put
from guide.tui.tones import tone_runs
from guide.tui.widgets.typeset import Typeset

if TYPE_CHECKING:
    from textual import events

    from guide.journey.advice import Advice
    from guide.tui.article import Verdict
    from guide.tui.typeset import Sheet

BESIDE = 96
"""Cells from which the words stand beside the tone, and not below it."""
READABLE = 92
COLORS = ("success", "warning", "severe", "error", "neutral")


class Banner(Typeset):
    """Takes no space where there is no verdict yet."""

    DEFAULT_CSS = """
    Banner { padding: 0 2 0 1; background: $tint-heading; border-left: outer $mark; }
    Banner.-success { background: $tint-good; border-left: outer $good-sign; }
    Banner.-warning { background: $tint-care; border-left: outer $care-sign; }
    Banner.-severe { background: $tint-poor; border-left: outer $poor-sign; }
    Banner.-error { background: $tint-bad; border-left: outer $bad-sign; }
    """

    @dataclass
    class Followed(Message):
        """A word that is explained was clicked."""

        href: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="-empty")
        self._advice: Advice | None = None
        self._verdict: Verdict | None = None
        self._spots: Spots | None = None

    def show(self, advice: Advice, verdict: Verdict | None, spots: Spots | None = None) -> None:
        """Show another verdict, or none."""
        self._advice, self._verdict, self._spots = advice, verdict, spots
        color = verdict.tone.color if verdict else ""
        for name in COLORS:
            self.set_class(name == color, f"-{name}")
        self.set_class(verdict is None, "-empty")
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """The tone, and the verdict beside or below it."""
        advice, verdict = self._advice, self._verdict
        if advice is None or verdict is None or advice.tone is None:
            return
        tone = tone_runs(advice.guide, advice.tone)
        beside = width >= BESIDE
        gutter = " " * (width_of(tone) + 3) if beside else ""
        readable = min(width, len(gutter) + READABLE)
        look = SCREEN._replace(gutter=gutter, readable=readable)
        rows = lay([verdict.words], width, look, self._spots).rows
        if beside:
            rows[0][0] = Run(" " * 3)
            rows[0][:0] = tone
        else:
            # The number that leads here stands with the others' on the page.
            title = f"{verdict.number} {verdict.title}"
            gap = width - width_of(tone) - cells(title)
            rows.insert(0, [*tone, *[Run(" " * gap), Run(title, "quiet")] * (gap > 1)])
        put(sheet, rows)

    def on_click(self, event: events.Click) -> None:
        """Follow a word."""
        if href := self.link_at(event.get_content_offset(self)):
            event.stop()
            self.post_message(self.Followed(href))
