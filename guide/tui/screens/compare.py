"""Compare: the pinned pages and the open one, what differs first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from guide.compare.comparison import compare_pages
from guide.journey.pins import companions, pin, unpin
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.weighing import COMPARE
from guide.tui.screens.sheet import SheetScreen
from guide.tui.widgets.body import Reading
from guide.tui.widgets.comparison import ComparisonText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey

UNFOLDED = "What is the same is shown too: here, and in each section that differs."
FOLDED = "What is the same is folded."


class CompareScreen(SheetScreen):
    """Compare."""

    CSS_PATH = ["sheet.tcss", "compare.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = COMPARE
    BINDINGS = bindings(COMPARE)
    ABOUT = (
        "What differs between the pinned page, A, and the open one, and which answers cause it. "
        "Lines with - stand on A and not on the other, those with + on the other and not on A. "
        "What is the same is folded into one line at the end. From 100 columns on the pages stand "
        "side by side; with two pages pinned there are three."
    )

    def body(self) -> Iterable[Widget]:
        """The text, scrolling."""
        with Reading(classes="body part"):
            yield ComparisonText()

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self._show()
        self.query_one(Reading).focus()

    @property
    def _journey(self) -> Journey:
        journey = self.session.journey
        assert journey is not None  # noqa: S101 - this screen is opened from a page
        return journey

    @property
    def _compared(self) -> tuple[Journey, ...]:
        """The pages, in the order of their letters."""
        journey = self._journey
        return (*companions(self.session.pinned, journey), journey)

    def _show(self) -> None:
        self.bar("Compare", f"{len(self._compared)} pages")
        pages = tuple(journey.advice for journey in self._compared)
        self.query_one(ComparisonText).show(compare_pages(pages))
        self.refresh_bindings()

    def action_swap_pages(self) -> None:
        """The pinned page becomes the open one."""
        session, journey = self.session, self._journey
        first, *others = companions(session.pinned, journey)
        session.pinned = (*pin((), journey), *others)
        session.journey = session.keeper.resume(replace(first, pinned=False))
        self.tell("Swapped: the page that was open is pinned, as A.")
        self._show()

    def action_unpin(self) -> None:
        """Without page A; with nothing left to compare, back to the page."""
        session, journey = self.session, self._journey
        session.pinned = unpin(session.pinned, companions(session.pinned, journey)[0])
        session.journey = replace(journey)  # the page below shows afresh what is pinned
        if companions(session.pinned, journey):
            self.tell("Unpinned.")
            self._show()
        else:
            self.dismiss(None)

    def action_show_equal(self) -> None:
        """Unfold, or fold again; the sections that are the same stand at the end: go there."""
        text = self.query_one(ComparisonText)
        text.fold()
        self.tell(UNFOLDED if text.unfolded else FOLDED)
        self.call_after_refresh(self._to_equal)

    def _to_equal(self) -> None:
        text, reading = self.query_one(ComparisonText), self.query_one(Reading)
        if text.unfolded:
            reading.scroll_to(y=text.equal_at, animate=False, immediate=True)
        else:
            reading.scroll_home(animate=False, immediate=True)

    def action_decide(self) -> None:
        """A record about page A, with the others beside it under the letters they have here."""
        from guide.tui.screens.decide import DecideScreen  # noqa: PLC0415 - 35 ms

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Decision record written to {path}")

        first, *others = self._compared
        self.app.push_screen(DecideScreen(first, tuple(others)), written)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A record needs an answer to every question; folding, something that is the same."""
        if action == "decide" and not all(journey.walked.finished for journey in self._compared):
            return None
        if action == "show_equal":
            return True if self.query_one(ComparisonText).foldable else None
        return super().check_action(action, parameters)
