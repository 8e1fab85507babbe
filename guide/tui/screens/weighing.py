"""What the page of advice offers to weigh it: pin and compare, what if, a decision record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guide.tui.commands.question import ShowAnswers, StartAgain
from guide.tui.commands.weighing import ComparePages, PinPage
from guide.tui.journey import Journey
from guide.tui.pinning import companions, is_pinned, pin, unpin
from guide.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from guide.compare.neighbours import Neighbour
    from guide.tui.commands.base import Command

PINNED = (
    "Pinned. Change an answer ({answers}) or start again ({again}), then compare the two "
    "({versus}). What you answer from here on is kept beside this."
)
UNPINNED = "Unpinned."
ALONE = "Only this page is pinned. Change an answer ({answers}) to compare another with it."


class WeighingScreen(WalkScreen):
    """A page that can be weighed against others."""

    @property
    def standing(self) -> str:
        """For the upper bar: advice, and whether this page or another is pinned."""
        pinned, journey = self.guide_app.pinned, self.journey
        if is_pinned(pinned, journey):
            return "Advice, pinned"
        others = len(companions(pinned, journey))
        return f"Advice, {others} pinned" if others else "Advice"

    def action_pin_page(self) -> None:
        """Pin the page, or unpin it."""
        app, journey = self.guide_app, self.journey
        pinned = is_pinned(app.pinned, journey)
        app.pinned = unpin(app.pinned, journey) if pinned else pin(app.pinned, journey)
        app.journey = self._shown = replace(journey, pinned=not pinned)
        self.tell(UNPINNED if pinned else self._with_keys(PINNED))
        self.bar(journey.guide.title, self.standing)
        self.refresh_bindings()

    def _with_keys(self, text: str) -> str:
        keys = {"answers": ShowAnswers, "again": StartAgain, "versus": ComparePages}
        return text.format(**{name: self.key_of(command) for name, command in keys.items()})

    def label(self, command: type[Command]) -> str:
        """On a pinned page the key unpins; with nothing to compare, comparing is not offered."""
        pinned, journey = self.guide_app.pinned, self.journey
        if command is PinPage and is_pinned(pinned, journey):
            return "Unpin"
        if command is ComparePages and not companions(pinned, journey):
            return ""
        return super().label(command)

    def action_compare_pages(self) -> None:
        """What differs from the pinned pages; if that is this one only, what to do first."""
        if not companions(self.guide_app.pinned, self.journey):
            self.tell(self._with_keys(ALONE))
            return
        from guide.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen())

    def action_what_if(self) -> None:
        """What each other answer would change; choosing one opens its page."""
        from guide.tui.screens.whatif import WhatIfScreen

        journey = self.journey

        def chosen(one: Neighbour | None) -> None:
            if one is not None:
                self.guide_app.go(_visit(journey, one))

        self.app.push_screen(WhatIfScreen(journey), chosen)

    def action_decide(self) -> None:
        """Ask for the decision, and write the record."""
        from guide.tui.screens.decide import DecideScreen

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Decision record written to {path}")

        beside = companions(self.guide_app.pinned, self.journey)
        self.app.push_screen(DecideScreen(self.journey, beside), written)

    def action_show_plan(self) -> None:
        """A few days to type, and the plan they make."""
        from guide.tui.screens.plan import PlanScreen

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Plan written to {path}")

        self.app.push_screen(PlanScreen(self.journey), written)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Comparing needs a pinned page; the rest needs an answer to every question."""
        if action == "compare_pages":
            pinned, journey = self.guide_app.pinned, self.journey
            usable = companions(pinned, journey) or is_pinned(pinned, journey)
            return True if usable else None
        if action in ("what_if", "decide"):
            return True if self.journey.walked.finished else None
        if action == "show_plan":
            return True if self.journey.guide.recovery else None
        return super().check_action(action, parameters)


def _visit(journey: Journey, one: Neighbour) -> Journey:
    """The page of another answer; the reader's own stays as it is."""
    from guide.naming import step_line

    line = step_line(journey.guide, one.step.question, one.option)
    led = f"What if: {line}. Back returns to the page you came from."
    return Journey(journey.guide, one.answers, visiting=True, former=journey, led=led)
