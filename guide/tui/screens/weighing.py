"""What the page of advice offers to weigh it: pin and compare, what if, a decision record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guide.journey.journey import Journey
from guide.journey.labels import scenario_words, step_line
from guide.journey.pins import MOST, companions, is_pinned, pin, unpin
from guide.tui.commands.question import Back, ShowAnswers, StartAgain
from guide.tui.commands.weighing import ComparePages, PinPage
from guide.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from textual import events
    from textual.binding import Binding

    from guide.compare.neighbors import Neighbor
    from guide.tui.commands.base import Command

FIRST = (
    "Pinned. Change an answer ({answers}) or start again ({again}), then {versus} compares the two."
)
NEXT = "Pinned too. {versus} compares this page with the other; a third can join them."
FULL = "Pinned. No more than {most} pages can be: the oldest, {oldest}, is pinned no more."
KEPT = "What you answer from here on is kept beside this."
UNPINNED = "Unpinned."
NOTHING_PINNED = "Nothing to compare with: {pin} pins this page, then open another."
ITSELF = "Only this page is pinned. Change an answer ({answers}) to compare another with it."


class WeighingScreen(WalkScreen):
    """A page that can be weighed against others."""

    @property
    def standing(self) -> str:
        """For the upper bar: what this is, and whether this page or another is pinned."""
        pinned, journey = self.session.pinned, self.journey
        what = "What if?" if journey.visiting and journey.led else "Advice"
        if is_pinned(pinned, journey):
            return f"{what}, pinned" if what == "Advice" else f"{what} Pinned"
        others = len(companions(pinned, journey))
        between = ", " if what == "Advice" else " "
        return f"{what}{between}{others} pinned" if others else what

    def show_standing(self) -> None:
        """Say in the upper bar what this is."""
        raise NotImplementedError

    def action_pin_page(self) -> None:
        """Pin the page, or unpin it."""
        session, journey = self.session, self.journey
        pinned = is_pinned(session.pinned, journey)
        before = session.pinned
        session.pinned = unpin(before, journey) if pinned else pin(before, journey)
        session.journey = self._shown = replace(journey, pinned=not pinned)
        self.tell(UNPINNED if pinned else f"{self._pinned(before)} {KEPT}")
        self.show_standing()
        self.refresh_bindings()

    def _pinned(self, before: tuple[Journey, ...]) -> str:
        """What pinning did, with the key that goes on from here."""
        pinned = self.session.pinned
        gone = [page for page in before if not is_pinned(pinned, page)]
        if gone:
            oldest = scenario_words(gone[0].guide, gone[0].scenario)
            return FULL.format(most=MOST, oldest=oldest)
        return self._with_keys(NEXT if companions(pinned, self.journey) else FIRST)

    def _with_keys(self, text: str) -> str:
        keys = {"answers": ShowAnswers, "again": StartAgain, "versus": ComparePages, "pin": PinPage}
        return text.format(**{name: self.key_of(command) for name, command in keys.items()})

    def on_key(self, event: events.Key) -> None:
        """Say why there is nothing to compare: a key that does nothing reads like a fault."""
        active = self.active_bindings.get(event.key)
        if active is None or active.enabled or active.binding.action != ComparePages.action():
            return
        event.prevent_default()  # or the screen would let this notice go at this very key
        event.stop()
        itself = is_pinned(self.session.pinned, self.journey)
        self.tell(self._with_keys(ITSELF if itself else NOTHING_PINNED))

    def keys(self) -> dict[type[Command], list[Binding]]:
        """The way back first on a page looked at, and what pinned pages are for."""
        commands = super().keys()
        first: tuple[type[Command], ...] = ()
        if ComparePages in commands:
            first = (ComparePages, Back)
        if self.journey.visiting:
            first = (Back, *first)
        front = {command: commands[command] for command in first if command in commands}
        return {**front, **commands}

    def label(self, command: type[Command]) -> str:
        """The key that pins a page unpins a pinned one."""
        pinned = command is PinPage and is_pinned(self.session.pinned, self.journey)
        return "Unpin" if pinned else super().label(command)

    def action_compare_pages(self) -> None:
        """What differs from the pinned pages."""
        from guide.tui.screens.compare import CompareScreen  # noqa: PLC0415 - 12 ms

        self.app.push_screen(CompareScreen())

    def action_what_if(self) -> None:
        """What each other answer would change; choosing one opens its page."""
        self._list_neighbours()

    def _list_neighbours(self, answers: dict[str, str] | None = None) -> None:
        """The list, at the neighbour with these answers if one was looked at."""
        from guide.tui.screens.whatif import WhatIfScreen  # noqa: PLC0415 - 5 ms

        journey = self.journey

        def chosen(neighbour: Neighbor | None) -> None:
            if neighbour is not None:
                self.reader_app.go(_visit(journey, neighbour))

        self.app.push_screen(WhatIfScreen(journey, answers), chosen)

    def leave_visit(self) -> None:
        """Back to where the reader was: to the list at its place, if a neighbour was looked at."""
        visited = self.journey
        self.reader_app.leave_visit()
        if visited.former is not None and visited.led:
            self._list_neighbours(visited.answers)

    def action_decide(self) -> None:
        """Ask for the decision, and write the record."""
        from guide.tui.screens.decide import DecideScreen  # noqa: PLC0415 - 50 ms

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Decision record written to {path}")

        # As the comparison has them: A is the page pinned first, the open one comes last.
        pinned = companions(self.session.pinned, self.journey)
        first, *others = (*(page for page in pinned if page.walked.finished), self.journey)
        self.app.push_screen(DecideScreen(first, tuple(others)), written)

    def action_show_plan(self) -> None:
        """A few days to type, and the plan they make."""
        from guide.tui.screens.plan import PlanScreen  # noqa: PLC0415 - 21 ms

        def written(path: str | None) -> None:
            if path:
                self.tell(f"Plan written to {path}")

        self.app.push_screen(PlanScreen(self.journey), written)

    def action_show_letters(self) -> None:
        """The letters that can be written."""
        from guide.tui.screens.letters import LettersScreen  # noqa: PLC0415 - 9 ms

        self.app.push_screen(LettersScreen(self.journey))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Comparing needs a pinned page; the rest needs an answer to every question."""
        if action == "compare_pages":
            return True if companions(self.session.pinned, self.journey) else None
        if action in ("what_if", "decide"):
            return True if self.journey.walked.finished else None
        if action == "show_letters":
            return True if self.journey.guide.letters else None
        if action == "show_plan":
            return True if self.journey.guide.recovery else None
        return super().check_action(action, parameters)


def _visit(journey: Journey, neighbour: Neighbor) -> Journey:
    """The page of another answer; the reader's own stays as it is."""
    line = step_line(journey.guide, neighbour.step.question, neighbour.option)
    led = f"What if: {line}. Back returns to the list."
    return Journey(journey.guide, neighbour.answers, visiting=True, former=journey, led=led)
