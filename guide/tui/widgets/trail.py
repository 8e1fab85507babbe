"""The trail: the answers so far, on one line above the question."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.message import Message

from guide.document.wrap import clip
from guide.journey.journey import Journey
from guide.journey.labels import crumbs
from guide.tui.styles import QUIET
from guide.tui.typeset import Sheet
from guide.tui.widgets.typeset import Typeset

READABLE = 12
"""Cells of an answer that still tell it from others."""
BETWEEN = " › "  # noqa: RUF001 - the sign of a path, meant


class TrailLine(Typeset):
    """The trail on one line, the latest answer always on it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TrailLine { pointer: pointer; }
    """

    @dataclass
    class Open(Message):
        """The reader wants to see the whole trail."""

    def __init__(self) -> None:
        super().__init__(id="trail-line", classes="part")
        self.journey: Journey | None = None

    def show(self, journey: Journey) -> None:
        """Show another trail; without answers it takes no space."""
        self.journey = journey
        self.set_class(not journey.walked.trail, "-empty")
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """As many of the latest answers as fit."""
        if self.journey is None:
            return
        steps = crumbs(self.journey.guide, self.journey.walked.trail)
        sheet.add([(one_line(steps, width), QUIET)])

    def on_click(self) -> None:
        """List them all."""
        self.post_message(self.Open())


def one_line(answers: list[str], width: int) -> str:
    """The answers on one line: whole where they fit, else shortened, else the latest of them."""
    for dropped in range(len(answers)):
        kept = answers[dropped:]
        lead = f"…{BETWEEN}" if dropped else ""
        room = width - cell_len(lead) - cell_len(BETWEEN) * (len(kept) - 1)
        widths = _shares([cell_len(answer) for answer in kept], room)
        if min(widths) >= READABLE or dropped == len(answers) - 1:
            clipped = (clip(answer, share) for answer, share in zip(kept, widths, strict=True))
            return clip(lead + BETWEEN.join(clipped), width)
    return ""


def _shares(sizes: list[int], room: int) -> list[int]:
    """How much of the room each gets: the short ones what they need, the long ones the rest."""
    shares = dict.fromkeys(range(len(sizes)), 0)
    left = len(sizes)
    for index in sorted(shares, key=sizes.__getitem__):
        shares[index] = min(sizes[index], max(room // left, 0))
        room -= shares[index]
        left -= 1
    # An answer that is whole counts as readable, however short.
    return [max(share, READABLE) if share == sizes[i] else share for i, share in shares.items()]
