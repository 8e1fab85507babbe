"""What one reader does while the app runs: where they are, what they pinned and typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.history.keeper import Keeper

if TYPE_CHECKING:  # 25 ms, and a shelf is painted without any of them
    from collections.abc import Collection
    from datetime import date

    from guide.history.history import History
    from guide.journey.journey import Journey
    from guide.journey.landing import Landing
    from guide.journey.pins import Pinned
    from guide.model.schema import Guide
    from guide.reading.shelf import Shelf


class ReaderSession:
    """Knows no screen. Screens read and change it; the app says which of them is on top."""

    def __init__(self, shelf: Shelf, today: date, keeper: Keeper | None = None) -> None:
        self.shelf = shelf
        self.today = today
        self.keeper = keeper or Keeper()
        self.journey: Journey | None = None
        self.pinned: Pinned = ()
        self.drafts: dict[str, dict[str, str]] = {}
        """Of decisions: scenario code -> what was typed."""
        self.plan_typed: dict[str, dict[str, str]] = {}
        """Guide id -> the days that were typed for its plan."""
        self.for_buyer = False
        """Whether the reader answers to get ready for a buyer: the page then leads on to that."""
        self.opening = False
        """Whether the app still has to go where it was opened at: notices wait for that screen."""
        self._notices: list[str] = []
        self._landing: Landing | None = None

    @property
    def history(self) -> History:
        """What was kept."""
        return self.keeper.history

    def carried(self, journey: Journey) -> Guide:
        """A journey's guide, with what was typed into its letters in the blanks of its replies."""
        from guide.sales.carried import carry  # noqa: PLC0415  15 ms, and home needs none of it

        return carry(journey.guide, self.keeper.typed(journey), self.today)

    def move(self, journey: Journey, landing: Landing | None = None) -> None:
        """Stand where this journey does, and keep it."""
        self.journey = self.keeper.keep(journey)
        self._landing = landing

    def take_landing(self) -> Landing | None:
        """Where a search landed, once."""
        landing, self._landing = self._landing, None
        return landing

    def add_notice(self, text: str) -> None:
        """Have something said by the next screen that can; an empty text says nothing."""
        self.opening = False
        """Whether the app still has to go where it was opened at: notices wait for that screen."""
        self._notices.append(text)

    def take_notice(self) -> str:
        """What is to be said, once."""
        notices, self._notices = [*self._notices, self.keeper.news()], []
        return " ".join(filter(None, notices))

    def forget(self, walk_ids: Collection[str] | None = None) -> None:
        """Let go of walks that were erased, of these or of all: nothing keeps them again."""

        def erased(journey: Journey) -> bool:
            return walk_ids is None or journey.walk_id in walk_ids

        self.pinned = tuple(journey for journey in self.pinned if not erased(journey))
        if self.journey is not None and erased(self.journey):
            self.journey = None
