"""A rehearsal: a question, room for an answer, then one to compare with and points to tick."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from guide.document.blocks import Entries, Entry, Line, Section
from guide.pages.rehearsal import POINTS
from guide.pages.replies import never_entry, spoken
from guide.sales.rehearsal import rehearse
from guide.sales.rehearsed import keep, to_repeat
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.buyer import REHEARSAL, NextAsked, RehearseAgain
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import HEADING, QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from guide.document.blocks import Block
    from guide.journey.journey import Journey
    from guide.model.replies import NeverSay
    from guide.sales.rehearsal import Asked

HOW = "Say your answer aloud, or type it; it isn't kept. Enter shows an answer to compare with."
TICK = f"{POINTS}. Tick what yours did, with its number"
WELL = "All ticked means it went well; the rest comes again. Enter goes on."
END = "That was the last question. {again} rehearses again, what didn't go well first."


class Points(Choices, inherit_bindings=False):
    """What to tick, by number or Space: Enter is the screen's, and goes on."""

    BINDINGS = [  # noqa: RUF012 - Textual's name
        *Choices.BINDINGS[:-1],
        Binding("space", "choose", "Tick", show=False, id="choice-tick"),
    ]


class RehearsalScreen(SheetScreen):
    """Rehearse."""

    CSS_PATH = ["sheet.tcss", "rehearsal.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = REHEARSAL
    BINDINGS = bindings(REHEARSAL)
    ABOUT = (
        "The guide asks as a buyer would, and asks on. Say your answer aloud, or type it; then "
        "compare it with a good one and tick what yours did; Enter goes on. Words that are never "
        "to be said are pointed out in what you typed. There is no score. What didn't go well "
        "comes first the next time; what you typed is not kept."
    )

    def __init__(self, journey: Journey, seed: int | None = None) -> None:
        super().__init__()
        self._seed = random.randrange(1_000_000) if seed is None else seed  # noqa: S311 - for practice
        self._journey = journey
        self._ticked: set[int] = set()

    def body(self) -> Iterable[Widget]:
        """The question; then the field, or what there is to compare with around the points."""
        self._guide = self.session.carried(self._journey)
        self._begin(self._seed)
        with Body(classes="body part"):
            yield Prose(id="asked")
            yield from field("Your answer", Input(id="answer"))
            yield Prose([(HOW, QUIET)], id="how")
            yield DocumentText(())
            yield Points(id="points")
            yield Prose(id="on")
            yield DocumentText((), id="never")

    def _begin(self, seed: int) -> None:
        self._seed = seed
        repeat = to_repeat(self._guide.id)
        self._rehearsal = rehearse(self._guide, self._journey.scenario, seed, repeat)

    def on_mount(self) -> None:
        """Ask the first question. Whenever lines come or go, the points are in view."""
        super().on_mount()
        self.watch(self.query_one(Body), "virtual_size", self._reveal, init=False)
        self._ask()

    def _ask(self) -> None:
        asked = self._rehearsal.current
        if asked is None:
            self._end()
            return
        count = f"{len(self._rehearsal.marks) + 1} of {len(self._rehearsal.questions)}"
        self.bar("Rehearsal", count)
        self._show(f"\u201c{asked.words}\u201d")
        self.remove_class("-compared")
        self.query_one("#on", Prose).show()
        self.refresh_bindings()
        answer = self.query_one(Input)
        answer.value = ""
        answer.focus()

    def _show(
        self,
        asked: str,
        typed: str = "",
        blocks: Iterable[Block] = (),
        choices: Sequence[Choice] = (),
        never: Iterable[Block] = (),
    ) -> None:
        yours = [[("Your answer: ", QUIET), (typed, "")]] if typed else []
        self.query_one("#asked", Prose).show([(asked, HEADING)], *yours)
        self.query_one(DocumentText).show(blocks)
        self.query_one(Choices).offer([*choices])
        self.query_one("#never", DocumentText).show(never)
        well = [[(WELL, QUIET)]] * bool(choices)
        self.query_one("#on", Prose).show(*well)
        self.add_class("-compared")
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what there is to compare with: the points in view, and below what never to say."""
        asked = self._rehearsal.current
        if asked is None:
            return
        self._ticked = set()
        slips = self._rehearsal.slips(event.value)
        others = [row for row in asked.ready.never if row not in [slip[1] for slip in slips]]
        never = [Entries(tuple(map(never_entry, others)))] * bool(others)
        words, points = f"\u201c{asked.words}\u201d", self._points(asked)
        self._show(words, event.value.strip(), _comparison(asked, slips), points, never)
        choices = self.query_one(Choices)
        choices.focus(scroll_visible=False)

    def _reveal(self) -> None:
        if self.has_class("-compared"):
            self.query_one("#on").scroll_visible(animate=False)

    def _points(self, asked: Asked) -> list[Choice]:
        return [
            Choice(f"[{'x' if number in self._ticked else ' '}] {point}", group=TICK)
            for number, point in enumerate(asked.ready.points)
        ]

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Tick a point, or take the tick away."""
        if asked := self._rehearsal.current:
            self._ticked ^= {event.index}
            event.choices.offer(self._points(asked), event.index)

    def action_next_asked(self) -> None:
        """On to the next question."""
        if asked := self._rehearsal.current:
            self._rehearsal.mark(well=len(self._ticked) == len(asked.ready.points))
            self.tell(keep(self._guide.id, self._rehearsal.marks))
            self._ask()

    def action_rehearse_again(self) -> None:
        """From the start, with other questions."""
        self._begin(self._seed + 1)
        self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On goes who has compared an answer, and again who is at the end."""
        at_end = self.has_class("-compared") and self._rehearsal.current is None
        if action == NextAsked.action():
            return (self.has_class("-compared") and not at_end) or None
        if action == RehearseAgain.action():
            return at_end or None
        return super().check_action(action, parameters)

    def _end(self) -> None:
        well, again = self._rehearsal.went(well=True), self._rehearsal.went(well=False)
        self.bar("Rehearsal", f"{len(well)} of {len(self._rehearsal.marks)} went well")
        groups = (("Went well", well), ("To repeat: the next rehearsal begins with these", again))
        sections = [
            Section(title, (Entries(tuple(Entry(each.asked) for each in replies)),))
            for title, replies in groups
            if replies
        ]
        self._show(END.format(again=self.key_of(RehearseAgain)), blocks=sections)
        self.query_one("#on").display = False
        self.query_one(Choices).focus()


def _comparison(asked: Asked, slips: Sequence[tuple[str, NeverSay]]) -> Iterator[Block]:
    """What was typed and is never to be said, and a good answer."""
    if slips:
        entries = (
            Entry(f"\u201c{phrase}\u201d: {row.why} Instead: {row.instead}.")
            for phrase, row in slips
        )
        yield Section("You typed what is never to be said", (Entries(tuple(entries)),))
    yield Section("One good answer", (spoken(asked.ready), Line(f"Show: {asked.ready.show}.")))
