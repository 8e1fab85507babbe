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
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from guide.document.blocks import Block
    from guide.journey.journey import Journey
    from guide.sales.rehearsal import Asked

HOW = "Say your answer aloud, or type it; it isn't kept. Enter shows an answer to compare with."
TICK = "Tick what yours did, with its number. All ticked means it went well; the rest comes again."
NEXT = "Next question"
END = "Close"


class RehearsalScreen(SheetScreen):
    """Rehearse."""

    CSS_PATH = ["sheet.tcss", "save.tcss"]  # noqa: RUF012 - Textual's name
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
        """The question, the field, and below them what there is to compare with."""
        self._guide = self.session.carried(self._journey)
        repeat = to_repeat(self._guide.id)
        self._rehearsal = rehearse(self._guide, self._journey.scenario, self._seed, repeat)
        with Body(classes="body part"):
            yield Prose(id="asked")
            yield from field("Your answer", Input(id="answer"))
            yield Prose([(HOW, QUIET)], id="how")
            yield DocumentText(())
            yield Choices(id="points")

    def on_mount(self) -> None:
        """Ask the first question."""
        super().on_mount()
        self._ask()

    def _ask(self) -> None:
        asked = self._rehearsal.current
        if asked is None:
            self._end()
            return
        count = f"{len(self._rehearsal.marks) + 1} of {len(self._rehearsal.questions)}"
        self.bar("Rehearsal", count)
        self.query_one("#asked", Prose).show([(f"\u201c{asked.words}\u201d", HEADING)])
        self.query_one("#how", Prose).show([(HOW, QUIET)])
        self.query_one(DocumentText).show(())
        self.query_one(Choices).offer([])
        answer = self.query_one(Input)
        answer.value = ""
        answer.disabled = False
        answer.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what there is to compare with."""
        asked = self._rehearsal.current
        if asked is None:
            return
        self.query_one(DocumentText).show(self._comparison(asked, event.value))
        self.query_one("#how", Prose).show([(TICK, QUIET)])
        self._ticked = set()
        self._offer(asked)
        event.input.disabled = True
        self.query_one(Choices).focus()

    def _comparison(self, asked: Asked, typed: str) -> Iterator[Block]:
        slips = self._rehearsal.slips(typed)
        if slips:
            entries = tuple(
                Entry(f"\u201c{phrase}\u201d: {row.why} Instead: {row.instead}.")
                for phrase, row in slips
            )
            yield Section("You typed what is never to be said", (Entries(entries),))
        blocks: tuple[Block, ...] = (spoken(asked.ready), Line(f"Show: {asked.ready.show}."))
        others = [row for row in asked.ready.never if row not in [slip[1] for slip in slips]]
        never = Entries(tuple(map(never_entry, others)))
        yield Section("One good answer", (*blocks, *[never] * bool(others)))

    def _offer(self, asked: Asked) -> None:
        points = asked.ready.points
        choices = [
            Choice(f"[{'x' if number in self._ticked else ' '}] {point}", group=POINTS)
            for number, point in enumerate(points)
        ]
        self.query_one(Choices).offer([*choices, Choice(NEXT)], self.query_one(Choices).cursor)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Tick a point, or go on."""
        asked = self._rehearsal.current
        if asked is None:
            self.dismiss(None)
            return
        points = len(asked.ready.points)
        if event.index < points:
            self._ticked ^= {event.index}
            self._offer(asked)
            return
        self._rehearsal.mark(well=len(self._ticked) == points)
        self.tell(keep(self._guide.id, self._rehearsal.marks))
        self._ask()

    def _end(self) -> None:
        well, again = self._rehearsal.went(well=True), self._rehearsal.went(well=False)
        self.bar("Rehearsal", f"{len(well)} of {len(self._rehearsal.marks)} went well")
        self.query_one("#asked", Prose).show([("That was the last question.", HEADING)])
        self.query_one("#how", Prose).show()
        self.query_one(Input).disabled = True
        groups = (("Went well", well), ("To repeat: the next rehearsal begins with these", again))
        sections = [
            Section(title, (Entries(tuple(Entry(each.asked) for each in replies)),))
            for title, replies in groups
            if replies
        ]
        self.query_one(DocumentText).show(sections)
        self.query_one(Choices).offer([Choice(END)])
        self.query_one(Choices).focus()
