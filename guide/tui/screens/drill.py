"""A case: decided first, then explained; and at the end what went well and what to repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from guide.document.blocks import Line, Section
from guide.english import sentence
from guide.journey.advice import advise
from guide.journey.code import locate
from guide.journey.evidence import grounds_of
from guide.journey.verified import checked_line
from guide.pages.advice import Marks, advice_sections, evidence_sections
from guide.pages.case import asked, question, reasons, situation, teaching
from guide.pages.sitting import summary
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.drill import DRILL, Guessed
from guide.tui.commands.everywhere import ShowGlance
from guide.tui.screens.base import BaseScreen
from guide.tui.screens.reading import BlocksScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Reading
from guide.tui.widgets.case_options import CaseOptions
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from guide.document.blocks import Block
    from guide.model.practice import Case
    from guide.model.schema import Guide
    from guide.practice.drill import Drill
    from guide.practice.reviews import Review


SPACIOUS = 30
"""Lines of a window from which a case with its options has room to spare: it takes 22."""


class DrillScreen(BaseScreen):
    """A sitting, case by case."""

    CSS_PATH = ["drill.tcss"]  # noqa: RUF012 - Textual's name
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
        last = drill.sitting.last
        # A terminal that was closed may have taken the reasons away unread.
        self._explained = last is not None and last[1] == drill.reviews[-1]
        """Whether the reasons of the last case are on the screen."""

    def body(self) -> Iterable[Widget]:
        """The case with its options, or their reasons with the case below them."""
        with Reading(classes="body part"):
            yield DocumentText(())
            yield CaseOptions(id="options")
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

    @property
    def looks_up(self) -> Guide | None:
        """The guide: its overview and its words, for whoever is new to them."""
        return self._drill.guide

    def _show(self) -> None:
        case, sitting, choices = self._case, self._drill.sitting, self.query_one(CaseOptions)
        asking = case is not None and not self._explained
        missed = sitting.missed if case is None else ()
        self.bar(sitting.title, sitting.place(last=self._explained) if case else "")
        self.query_one(DocumentText).show(self._text())
        choices.display = asking or bool(missed)
        options = case.options if case else ()
        choices.ask([*(Choice(option.label) for option in options), *to_read(missed)])
        how = f"Press 1 to {len(options)}, or choose with the arrows and Enter."
        self.query_one("#how", Prose).show(*([[(how, QUIET)]] if asking else []))
        self._air()
        reading = self.query_one(Reading)
        (choices if choices.display else reading).focus(scroll_visible=False)
        self.tell(self._drill.take_notice())
        self.refresh_bindings()
        self.call_after_refresh(reading.scroll_home, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Where there are lines to spare, the options stand apart."""
        super().on_resize()
        self._air()

    def _air(self) -> None:
        choices = self.query_one(CaseOptions)
        airy = self.size.height >= SPACIOUS or self._case is None
        choices.set_class(airy, "-airy")
        if choices.spaced != airy:
            choices.spaced = airy
            choices.changed()

    def _text(self) -> Iterator[Block]:
        drill, case = self._drill, self._case
        if case is None:
            yield from summary(
                drill.guide, drill.sitting, drill.memories, drill.today, repeats=False
            )
            if drill.sitting.closing and drill.guide.glance:
                yield Line(f"The guide at a glance: {self.key_of(ShowGlance)}.", "quiet")
        elif self._explained:
            outcome, *why = reasons(case, self._last)
            yield Section(case.title, (question(case), outcome, *self._guess(), *why))
            yield Section("The case again", tuple(situation(case)))
        else:
            yield Section(case.title, tuple(asked(case)))

    @property
    def _last(self) -> Review:
        """The answer whose reasons are on the screen."""
        assert self._drill.sitting.last is not None  # noqa: S101  it is explained
        return self._drill.sitting.last[1]

    def _guess(self) -> Iterator[Line]:
        if self._drill.sitting.given and self._last.known:
            key = self.key_of(Guessed)
            yield Line(f"Did you guess? Press {key}, and it comes again soon.", "quiet")

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take the answer, and give the reasons; at the end, open a page that teaches."""
        case = self._case
        if case is None:
            self._read(self._drill.sitting.missed[event.index])
        elif not self._explained:
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
        self._drill.sitting = self._drill.again()
        self._explained = False
        self._show()

    def action_case_page(self) -> None:
        """The page that teaches the case, as a sheet: the drill waits below it."""
        if self._case is not None:
            self._read(self._case)

    def _read(self, case: Case) -> None:
        self.app.push_screen(teaching_page(self._drill.guide, case))

    def action_case_grounds(self) -> None:
        """What the case rests on."""
        guide, case = self._drill.guide, self._case
        if case is not None:
            grounds = grounds_of(guide, [case], case.title)
            today = self.session.today
            sections = evidence_sections(guide, grounds, Marks(grounds), today)
            claims = [block for section in sections for block in section.blocks[1:]]
            # Its first line explains marks, of which there are none on a screen.
            checked = Line(checked_line(guide, today), "quiet")
            self.app.push_screen(BlocksScreen("Says who?", [checked, *claims]))

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
                right = last is not None and last[1].known and bool(self._drill.sitting.given)
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


def teaching_page(guide: Guide, case: Case) -> BlocksScreen:
    """The page that teaches a case."""
    place = locate(guide, case.facets)
    page = advice_sections(advise(guide, place.scenario, place.open))
    on_case = [*teaching(guide, case)]
    first = [Section("What it says of this case", tuple(on_case))] if on_case else []
    return BlocksScreen("The page that teaches this", [*first, *page])


def to_read(cases: Iterable[Case]) -> list[Choice]:
    """Cases to repeat, each with what it teaches; one opens its page."""
    group = "What to repeat: each opens the page that teaches it"
    return [
        Choice(
            case.title,
            (((sentence(case.teaches), QUIET),),),
            group=group,
            enabled=bool(case.scenario),
        )
        for case in cases
    ]
