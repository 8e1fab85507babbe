"""Where a search lands: which passage of the page, and what is set off in it."""

from dataclasses import dataclass
from typing import NamedTuple

from guide.journey.advice import Advice
from guide.journey.journey import Journey
from guide.journey.search import spots


@dataclass(frozen=True)
class Landing:
    """A passage and the words that were looked for."""

    block_id: str
    words: str

    def spots(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand in a text."""
        return spots(text, self.words)

    def index(self, advice: Advice) -> int:
        """The place of the passage on a page; the first if it is not there."""
        for index, passage in enumerate(advice.blocks()):
            if passage.block.id == self.block_id:
                return index
        return 0


class Landed(NamedTuple):
    """What a search ends with: a journey whose page shows the passage, or that asks a question."""

    journey: Journey
    landing: Landing | None
