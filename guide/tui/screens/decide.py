"""A decision record: what only a person can say, and the file it goes to."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input, TextArea

from guide import places
from guide.compare.reason_words import causes_words
from guide.compare.reasons import Between
from guide.decide.record import (
    NAMES,
    Decision,
    DecisionRecord,
    decision_record,
)
from guide.decide.statuses import PROPOSED, STATUSES
from guide.document.formats import suffix
from guide.journey.code import write_code
from guide.journey.labels import scenario_words
from guide.pages.decision import write_decision
from guide.pages.saving import NotSaved, default_name, save_text
from guide.plan.inputs import read_inputs
from guide.plan.make import make
from guide.plan.parse_day import DayError, read_day
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.weighing import DECIDE
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.pane import field
from guide.tui.widgets.pick import Pick
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.plan.records import Plan

FORM = "markdown"
DECISION = "decision"
LINES = {
    "deciders": "Who decided",
    "chosen": "Option chosen",
    "status": "How it stands",
    "date": "Day of the decision",
    "file": "File",
}
"""The fields of one line, after the decision itself."""
BLANK = "What you leave empty stays a marked blank in the record."


class DecideScreen(SheetScreen):
    """Decide."""

    CSS_PATH = ["sheet.tcss", "decide.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = DECIDE
    BINDINGS = bindings(DECIDE)
    ABOUT = (
        "A decision record in Markdown, with the fields of MADR: the situation, the options "
        "considered (this page and those beside it), what follows, dates and sources are filled "
        "in, and the days of the plan if you typed any there. You add the decision, in as many "
        "lines as you like, who took it and how it stands: proposed, accepted or rejected. Tab "
        "goes from field to field, Enter opens a list to choose from; Enter in the name of the "
        "file writes it, and so does Ctrl+S in any field. A file that is there "
        "already is only replaced when you press Enter a second time. What you typed is kept, for "
        "this page, until the record is written or you leave the guide."
    )

    def __init__(self, journey: Journey, beside: tuple[Journey, ...]) -> None:
        super().__init__()
        self._journey = journey
        self._beside = tuple(other for other in beside if other.walked.finished)
        self._replace: Path | None = None

    @property
    def _draft(self) -> str:
        """What is typed about another page is another draft."""
        return write_code(self._journey.guide, self._journey.scenario)

    @property
    def _names(self) -> str:
        return NAMES[: len(self._beside) + 1]

    @property
    def _lines(self) -> list[str]:
        return [name for name in LINES if name != "chosen" or self._beside]

    def body(self) -> Iterable[Widget]:
        """The fields, the folder, what went wrong."""
        with Body(classes="body part"):
            yield Prose(id="intro")
            yield from field("What was decided, and why", TextArea(id=DECISION))
            for name in self._lines:
                yield from field(LINES[name], self._widget(name))
            yield Prose(id="folder")
            yield Prose(id="problem")

    def _widget(self, name: str) -> Input | Pick:
        """A field to type in, or to choose from where it is one of a few words."""
        if name == "status":
            statuses = [(status.capitalize(), status) for status in STATUSES]
            return Pick(statuses, self._known.get(name, PROPOSED), id=name)
        if name == "chosen":
            pages = [(f"{letter}: {words}", letter) for letter, words in self._option_words()]
            return Pick(pages, self._known.get(name, ""), id=name, prompt="None yet")
        return Input(self._known.get(name, ""), id=name)

    def on_mount(self) -> None:
        """Fill in what is known."""
        super().on_mount()
        self.bar("Decision record")
        self.query_one("#intro", Prose).show([(f"{self._options()} {BLANK}", QUIET)])
        area = self.query_one(TextArea)
        with self.prevent(TextArea.Changed):
            area.text = self._known.get(DECISION, "")
        area.move_cursor(area.document.end)
        folder = f"In {places.save_folder()}, unless the name holds another folder. Enter writes."
        self.query_one("#folder", Prose).show([(folder, QUIET)])
        self.query_one("#problem", Prose).show()
        area.focus()

    @cached_property
    def _known(self) -> dict[str, str]:
        """What stands in the fields at first."""
        return {
            "status": PROPOSED,
            "date": self.session.today.isoformat(),
            "file": f"decision-{default_name(self._journey, suffix(FORM))}",
        } | self.session.drafts.get(self._draft, {})

    def _options(self) -> str:
        """Which page each letter is, by what tells it from A."""
        (_, first), *others = self._option_words()
        return " ".join((f"A is {first}.", *(f"{name} differs in {w}." for name, w in others)))

    def _option_words(self) -> list[tuple[str, str]]:
        """Each letter with its page: the scenario of A, and what tells the others from it."""
        guide, scenario = self._journey.guide, self._journey.scenario
        words = [("A", scenario_words(guide, scenario))]
        for name, other in zip(self._names[1:], self._beside, strict=True):
            changed = Between(self._journey.advice, other.advice).changed
            words.append((name, causes_words(guide, changed)))
        return words

    def _text(self, name: str) -> str:
        widget = self.query_one(f"#{name}")
        return (
            widget.chosen if isinstance(widget, Pick) else self.query_one(f"#{name}", Input).value
        )

    def on_input_changed(self) -> None:
        """Keep what was typed; whatever was said about it before is over."""
        self._replace = None
        typed = {name: self._text(name) for name in self._lines if name != "file"}
        typed[DECISION] = self.query_one(TextArea).text
        self.session.drafts[self._draft] = typed
        self.query_one("#problem", Prose).show()

    def on_text_area_changed(self) -> None:
        """The same for the decision."""
        self.on_input_changed()

    def on_select_changed(self) -> None:
        """The same for what is chosen."""
        self.on_input_changed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next field; from the last, write."""
        place = self._lines.index(event.input.id or "")
        if place + 1 < len(self._lines):
            self.query_one(f"#{self._lines[place + 1]}").focus()
        else:
            self.action_save_decision()

    def action_save_decision(self) -> None:
        """Write the record, or say why not; what was typed stays."""
        try:
            text = write_decision(self._record(), FORM)
            path = save_text(lambda: text, suffix(FORM), self._text("file"), replace=self._replace)
        except NotSaved as problem:
            self._replace = problem.replace
            self.query_one("#problem", Prose).show([(str(problem), "$bad")])
            self.query_one("#problem").scroll_visible(animate=False)
        else:
            self.session.drafts.pop(self._draft, None)
            self.dismiss(str(path))

    def _record(self) -> DecisionRecord:
        journey = self._journey
        decision = Decision(
            self.query_one(TextArea).text,
            self._text("deciders"),
            self._day(),
            self._text("status"),
            chosen=self._text("chosen") if self._beside else "",
        )
        others = tuple(other.advice for other in self._beside)
        trail, plan = journey.walked.trail, self._plan()
        return decision_record(journey.advice, trail, others, decision, plan=plan)

    def _plan(self) -> Plan | None:
        """The plan, where days for it were typed on its own screen."""
        journey, today = self._journey, self.session.today
        texts = self.session.plan_typed.get(journey.guide.id, {})
        if not any(text.strip() for text in texts.values()):
            return None
        reading = read_inputs(journey.guide, texts, today)
        if reading.troubles:
            return None
        return make(journey.guide, journey.scenario, reading.inputs, today)

    def _day(self) -> datetime.date:
        """The day that was typed.

        Raises:
            NotSaved: if it is none.

        """
        try:
            return read_day(self._text("date"), self.session.today)
        except DayError as error:
            message = f"{LINES['date']}: {error}."
            raise NotSaved(message) from None
