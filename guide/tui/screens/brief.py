"""The brief for a call, to read and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from guide.document.formats import write
from guide.pages.brief import TITLE, brief_page, brief_sections
from guide.pages.saving import NotSaved, default_name, save_text
from guide.plan.inputs import Inputs, read_inputs
from guide.sales.brief import make_brief
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.buyer import BRIEF
from guide.tui.screens.sheet import SheetScreen
from guide.tui.widgets.body import Reading
from guide.tui.widgets.document import DocumentText

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

    from guide.journey.journey import Journey


class BriefScreen(SheetScreen):
    """Brief for a call."""

    HERE: ClassVar[tuple[type[Command], ...]] = BRIEF
    BINDINGS = bindings(BRIEF)
    ABOUT = (
        "One page for the call, in a fixed order: what to say first, what to have at hand, what "
        "they will ask, what never to say, whom to call in. Its dates are those of your recovery "
        "plan, once you gave the plan its days. s writes it to a file that prints on one sheet."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._replace: Path | None = None

    def body(self) -> Iterable[Widget]:
        """The brief, scrolling."""
        guide = self._journey.guide
        typed = {
            k: v for k, v in self.session.plan_typed.get(guide.id, {}).items() if k != "owners"
        }
        reading = read_inputs(guide, typed, self.session.today) if any(typed.values()) else None
        inputs = reading.inputs if reading and not reading.troubles else Inputs()
        self._brief = make_brief(
            self.session.carried(self._journey), self._journey.scenario, self.session.today, inputs
        )
        with Reading(classes="body part"):
            yield DocumentText(brief_sections(self._brief))

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar(TITLE)
        self.query_one(Reading).focus()

    def action_print_brief(self) -> None:
        """Write it as HTML; a file that is there is replaced only by a second press."""
        today = self.session.today
        name = f"brief-{default_name(self._journey, '.html')}"
        page = brief_page(self._brief, today)
        try:
            path = save_text(lambda: write(page, "html"), ".html", name, replace=self._replace)
        except NotSaved as problem:
            self._replace = problem.replace
            there = f"{problem.replace} is there already. The same key again replaces it."
            self.tell(there if problem.replace else str(problem))
        else:
            self._replace = None
            self.tell(f"Saved as {path}. Open it in a browser and print: it takes one sheet.")
