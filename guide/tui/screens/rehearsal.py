"""A rehearsal: a question, room for an answer, then one to compare with and points to tick."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from textual.widgets import Input

from guide.document.blocks import Entries, Entry, Line, Section
from guide.pages.rehearsal import POINTS
from guide.pages.replies import never_entry, spoken
from guide.sales.rehearsal import rehearse
from guide.sales.rehearsed import keep, to_repeat
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
NEXT = "Next question"
WELL = "All ticked means it went well; the rest comes again."
END = "Close"


class RehearsalScreen(SheetScreen):
    """Rehearse."""

    CSS_PATH = ["sheet.tcss", "rehearsal.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "The guide asks as a buyer would, and asks on. Say your answer aloud, or type it; then "
        "compare it with a good one and tick what yours did. Words that are never to be said are "
        "pointed out in what you typed. There is no score. What didn't go well comes first the "
        "next time; what you typed is not kept."
    )

    def __init__(self, journey: Journey, seed: int | None = None) -> None:
        super().__init__()
        self._seed = random.randrange(1_000_000) if seed is None else seed  # noqa: S311 - for practice
        self._journey = journey
        self._ticked: set[int] = set()

    def body(self) -> Iterable[Widget]:
        """The question; then the field, or what there is to compare with around the points."""
        self._guide = self.session.carried(self._journey)
        repeat = to_repeat(self._guide.id)
        self._rehearsal = rehearse(self._guide, self._journey.scenario, self._seed, repeat)
        with Body(classes="body part"):
            yield Prose(id="asked")
            yield from field("Your answer", Input(id="answer"))
            yield Prose([(HOW, QUIET)], id="how")
            yield DocumentText(())
            yield Choices(id="points")
            yield DocumentText((), id="never")

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
        self.add_class("-compared")

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
            self.query_one(Choices).scroll_visible(animate=False)

    def _points(self, asked: Asked) -> list[Choice]:
        choices = [
            Choice(f"[{'x' if number in self._ticked else ' '}] {point}", group=TICK)
            for number, point in enumerate(asked.ready.points)
        ]
        return [*choices, Choice(NEXT, (((WELL, QUIET),),), group="")]

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Tick a point, or go on."""
        asked = self._rehearsal.current
        if asked is None:
            self.dismiss(None)
            return
        points = len(asked.ready.points)
        if event.index < points:
            self._ticked ^= {event.index}
            event.choices.offer(self._points(asked), event.index)
            return
        self._rehearsal.mark(well=len(self._ticked) == points)
        self.tell(keep(self._guide.id, self._rehearsal.marks))
        self._ask()

    def _end(self) -> None:
        well, again = self._rehearsal.went(well=True), self._rehearsal.went(well=False)
        self.bar("Rehearsal", f"{len(well)} of {len(self._rehearsal.marks)} went well")
        groups = (("Went well", well), ("To repeat: the next rehearsal begins with these", again))
        sections = [
            Section(title, (Entries(tuple(Entry(each.asked) for each in replies)),))
            for title, replies in groups
            if replies
        ]
        self._show("That was the last question.", blocks=sections, choices=[Choice(END)])
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
