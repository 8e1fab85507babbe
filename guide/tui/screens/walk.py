"""What the question and the page of advice share: the trail, and the steps along it."""

from __future__ import annotations

from dataclasses import replace

from guide.journey.journey import Journey
from guide.model.schema import ADVICE
from guide.tui.screens.base import BaseScreen
from guide.tui.screens.trail import TrailScreen
from guide.tui.widgets.trail import TrailLine

STARTED_AGAIN = "Started again. Your earlier answers are kept: see Home."
NOTHING_KEPT = "Started again."


class WalkScreen(BaseScreen):
    """A screen on the way through a guide."""

    ROLE = "walk"

    CSS_PATH = ["walk.tcss"]  # noqa: RUF012 - Textual's name

    @property
    def journey(self) -> Journey:
        """Where the reader is."""
        journey = self.session.journey
        assert journey is not None  # noqa: S101 - the app opens these screens with a journey only
        return journey

    _shown: Journey | None = None

    def on_screen_resume(self) -> None:
        """Show where the reader is now; after a sheet that changed nothing, leave all as it was."""
        if self._shown is not self.journey:
            self.show()

    def show(self) -> None:
        """Show the journey: the trail, and what the step before did to other answers."""
        self._shown = self.journey
        for line in self.query(TrailLine):
            line.show(self.journey)
        self.tell(" ".join(filter(None, (self.session.take_notice(), self.journey.notice))))
        self.refresh_bindings()

    def on_trail_line_open(self) -> None:
        """The whole trail, where there is room for a line of it only."""
        self.action_show_answers()

    def action_show_answers(self) -> None:
        """List the answers; what is changed there changes the page."""

        def changed(journey: Journey | None) -> None:
            if journey is not None:
                self.reader_app.go(journey)

        self.app.push_screen(TrailScreen(self.journey), changed)

    def action_ready_for_buyer(self) -> None:
        """The brief, the replies, the rehearsal for these answers."""
        from guide.tui.screens.buyer import BuyerScreen  # noqa: PLC0415 - 5 ms

        self.app.push_screen(BuyerScreen(self.journey))

    def action_show_map(self) -> None:
        """Show the map; choosing a question of the way goes there."""
        from guide.tui.screens.map import MapScreen  # noqa: PLC0415 - 10 ms

        def chosen(node_id: str | None) -> None:
            if node_id == ADVICE:
                self.reader_app.go(replace(self.journey, at="", aside=False, notice=""))
            elif node_id:
                self.reader_app.go(self.journey.looking_at(node_id))

        self.app.push_screen(MapScreen(self.journey), chosen)

    def action_back(self) -> None:
        """One step back, or back from a visit; before the first question there is home."""
        before = self.journey.back()
        if self.journey.visiting:
            self.reader_app.leave_visit()
        elif before is None:
            self.reader_app.go_home()
        else:
            self.reader_app.go(before)

    def action_start_again(self) -> None:
        """Begin again; what was answered is kept."""
        before = self.journey
        # The history keeps what was answered; where it can't write its file, until the app ends.
        kept = before.walk_id is not None or before.former is not None
        notice = STARTED_AGAIN if kept else NOTHING_KEPT
        self.reader_app.go(Journey(before.guide, notice=notice))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an answer there is nothing to list or to begin again."""
        if action in ("show_answers", "start_again") and not self.journey.walked.trail:
            return None
        return super().check_action(action, parameters)
