"""The brief for a call, to read and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from guide.document.formats import write
from guide.pages.brief import TITLE, brief_page, brief_sections
from guide.pages.saving import default_name
from guide.plan.inputs import Inputs, read_inputs
from guide.sales.brief import make_brief
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.buyer import BRIEF
from guide.tui.commands.weighing import ShowLetters
from guide.tui.screens.letters import LettersScreen
from guide.tui.screens.save import SaveScreen
from guide.tui.screens.sheet import SheetScreen
from guide.tui.widgets.body import Reading
from guide.tui.widgets.document import DocumentText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.sales.brief import Brief


BESIDE = 120
"""Columns from which what they will ask stands beside the rest: the whole brief is in view."""


class BriefScreen(SheetScreen):
    """Brief for a call."""

    CSS_PATH = ["sheet.tcss", "brief.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = BRIEF
    BINDINGS = bindings(BRIEF)
    ABOUT = (
        "One page for the call, in a fixed order: what to say first, whom to call in, what to have "
        "at hand, what they will ask, what never to say. Its dates are those of your recovery "
        "plan, once you gave the plan its days. s saves it; as HTML it prints on one sheet."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey

    def body(self) -> Iterable[Widget]:
        """The brief, scrolling."""
        self._make()
        with Reading(classes="body part"), Horizontal(id="brief"):
            yield DocumentText(())
            yield DocumentText((), id="beside")

    def _make(self) -> None:
        """With what was typed so far."""
        guide = self._journey.guide
        typed = {
            k: v for k, v in self.session.plan_typed.get(guide.id, {}).items() if k != "owners"
        }
        reading = read_inputs(guide, typed, self.session.today) if any(typed.values()) else None
        inputs = reading.inputs if reading and not reading.troubles else Inputs()
        self._brief = make_brief(
            self.session.carried(self._journey), self._journey.scenario, self.session.today, inputs
        )

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.bar(TITLE)
        self.query_one(Reading).focus()
        self._fit()
        self.call_after_refresh(self._say_how)  # the keys are known by then

    def _say_how(self) -> None:
        if self._brief.blanks and (key := self.key_of(ShowLetters)):
            self.tell(f"{key}: the letters. A blank that you fill in one is filled here too.")

    def action_show_letters(self) -> None:
        """The letters, whose blanks are kept with the walk; back from them the brief has them."""

        def filled(_: object) -> None:
            self._make()
            self._fit()

        self.app.push_screen(LettersScreen(self._journey), filled)

    def on_resize(self) -> None:
        """Side by side, or one below the other in the order of the paper."""
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        wide = self.size.width >= BESIDE
        sections = [*brief_sections(self._brief)]
        beside = [section for section in sections if wide and section.anchor == "questions"]
        self.query_one(DocumentText).show(each for each in sections if each not in beside)
        self.query_one("#beside", DocumentText).show(beside)
        self.query_one("#beside").display = wide

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters need a guide that has some."""
        if action == ShowLetters.action():
            return True if self._journey.guide.letters else None
        return super().check_action(action, parameters)

    def action_print_brief(self) -> None:
        """Ask for a format and a file."""

        def saved(path: str | None) -> None:
            if path:
                print_it = "Open it in a browser and print: it takes one sheet."
                self.tell(f"Saved as {path}. {print_it if path.endswith('.html') else ''}".strip())

        self.app.push_screen(SaveBriefScreen(self._journey, self._brief), saved)


class SaveBriefScreen(SaveScreen):
    """Save the brief."""

    ABOUT = (
        "Type a name and press Enter to save. Up and Down choose the format, and so does the "
        "ending of the name. HTML prints on one sheet. The brief holds your answers and what you "
        "typed into letters. A file that is there already is only replaced when you press Enter a "
        "second time."
    )
    TITLE_BAR = "Save the brief"
    FOR_WHOM = False

    def __init__(self, journey: Journey, brief: Brief) -> None:
        super().__init__(journey)
        self._brief = brief

    def name_of(self, ending: str) -> str:
        """A name that tells briefs apart."""
        return f"brief-{default_name(self._journey, ending, self._brief.scenario)}"

    def text_of(self, form: str) -> str:
        """The brief in this format."""
        return write(brief_page(self._brief, self.session.today), form)
