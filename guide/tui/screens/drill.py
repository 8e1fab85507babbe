"""A case: decided first, then explained; and at the end what went well and what to repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from guide.journey.advice import advise
from guide.journey.code import locate
from guide.journey.evidence import grounds_of
from guide.pages.advice import Marks, advice_sections, evidence_sections
from guide.pages.case import asked, reasons
from guide.pages.sitting import summary
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.drill import DRILL
from guide.tui.screens.base import BaseScreen
from guide.tui.screens.reading import BlocksScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Reading
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.document.blocks import Block
    from guide.model.practice import Case
    from guide.practice.drill import Drill


class DrillScreen(BaseScreen):
    """A sitting, case by case."""

    HERE: ClassVar[tuple[type[Command], ...]] = DRILL
    BINDINGS = bindings(DRILL)
    ABOUT = (
        "Cases to decide, one at a time. Choose an option by its number, or with the arrows and "
        "Enter, before you look anything up; then the reason of every option is shown. What you "
        "knew comes back later and later, what you missed or guessed comes back soon. Every "
        "answer is kept at once: stop whenever you like."
    )

    def __init__(self, drill: Drill) -> None:
        super().__init__()
        self._drill = drill
        self._explained = False
        """Whether the reasons of the last case are on the screen."""

    def body(self) -> Iterable[Widget]:
        """The case, its options or their reasons, and what to press."""
        with Reading(classes="body part"):
            yield DocumentText(())
            yield Choices(id="options", spaced=True)
            yield DocumentText((), id="reasons")
            yield Prose(id="how")

    def on_mount(self) -> None:
        """Ask the first case."""
        super().on_mount()
        self._show()

    @property
    def _case(self) -> Case | None:
        """The case that is on the screen; None at the end."""
        sitting = self._drill.sitting
        return sitting.last[0] if self._explained and sitting.last else sitting.case

    def _show(self) -> None:
        drill, case = self._drill, self._case
        sitting = drill.sitting
        self.bar(sitting.title, self._place())
        text, choices = self.query(DocumentText).first(), self.query_one(Choices)
        asking = case is not None and not self._explained
        text.show(asked(case) if case else self._end())
        choices.offer([Choice(option.label) for option in case.options] if asking and case else [])
        choices.display = asking
        explained = case is not None and self._explained
        reasons_text = self.query_one("#reasons", DocumentText)
        reasons_text.display = explained
        if explained and case:
            reasons_text.show(reasons(drill.guide, case, sitting.given[-1]))
        self.query_one("#how", Prose).show([(self._how(), QUIET)])
        (choices if asking else self.query_one(Reading)).focus(scroll_visible=False)
        self.tell(drill.take_notice())
        self.refresh_bindings()
        self.call_after_refresh(self._scroll)

    def _place(self) -> str:
        sitting = self._drill.sitting
        return sitting.place(last=self._explained) if self._case else ""

    def _scroll(self) -> None:
        """To the reasons, once they are there; else to the top."""
        top = self.query_one("#reasons").virtual_region.y if self._explained else 0
        self.query_one(Reading).scroll_to(y=top, animate=False, force=True, immediate=True)

    def _end(self) -> Iterable[Block]:
        drill = self._drill
        return summary(drill.guide, drill.sitting, drill.memories, drill.today)

    def _how(self) -> str:
        case = self._case
        if case is None:
            return ""
        if not self._explained:
            return f"Press 1 to {len(case.options)}, or use the arrows and Enter."
        return "Press Enter for the next case."

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take the answer, and give the reasons."""
        case = self._case
        if case is not None and not self._explained:
            self._drill.answer(case.options[event.index])
            self._explained = True
            self._show()

    def action_next_case(self) -> None:
        """On to the next case, or to the end."""
        self._explained = False
        self._show()

    def action_guessed(self) -> None:
        """The answer was a guess."""
        self._drill.guess()
        self._show()

    def action_retry_missed(self) -> None:
        """Ask what was missed in this sitting again."""
        self._drill.sitting = self._drill.sitting.again()
        self._explained = False
        self._show()

    def action_case_page(self) -> None:
        """The page that teaches the case, as a sheet: the drill waits below it."""
        guide, case = self._drill.guide, self._case
        if case is not None:
            place = locate(guide, case.facets)
            page = advice_sections(advise(guide, place.scenario, place.open))
            self.app.push_screen(BlocksScreen("The page that teaches this", page))

    def action_case_grounds(self) -> None:
        """What the case rests on."""
        guide, case = self._drill.guide, self._case
        if case is not None:
            grounds = grounds_of(guide, [case], case.title)
            sections = evidence_sections(guide, grounds, Marks(grounds), self.session.today)
            blocks = [block for section in sections for block in section.blocks]
            self.app.push_screen(BlocksScreen("Says who?", blocks))

    def action_leave_drill(self) -> None:
        """Stop; every answer is kept."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Reasons come after the answer, and with them what leads on."""
        last = self._drill.sitting.last
        match action:
            case "next_case":
                return True if self._explained else None
            case "guessed":
                right = last is not None and last[1].known
                return True if self._explained and right else None
            case "case_page":
                case = self._case
                return True if self._explained and case and case.scenario else None
            case "case_grounds":
                return True if self._explained else None
            case "retry_missed":
                over = self._case is None and bool(self._drill.sitting.missed)
                return True if over else None
        return super().check_action(action, parameters)
