"""The recovery plan: a few days typed above, the plan they make below, drawn as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal
from textual.widgets import Input

from guide.plan import find_format, formats, render
from guide.plan.formats.text import body
from guide.plan.inputs import FIELDS, Inputs, Typed, read_inputs
from guide.plan.make import make
from guide.tui.saving import NotSaved, default_name, save_text
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.typeset import Sheet
from guide.tui.widgets.body import Body
from guide.tui.widgets.typeset import Prose, Typeset

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

    from guide.plan.records import Plan
    from guide.tui.journey import Journey

WIDEST = 88
"""Cells; a longer line is hard to read."""
HOW = "Type days as 2027-01-31 or in 6 weeks. Tab goes on, Page Down shows more of the plan."


class PlanText(Typeset):
    """The plan as the plain command writes it, set to the width there is."""

    def __init__(self) -> None:
        super().__init__(id="plan")
        self._plan: Plan | None = None

    def show(self, plan: Plan) -> None:
        """Show another plan."""
        self._plan = plan
        self.changed()

    def write(self, sheet: Sheet, width: int) -> None:
        """Line by line; headings, which the text underlines, are strong."""
        if self._plan is None:
            return
        lines = list(body(self._plan, min(width, WIDEST)))
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            ruled = len(following) > 2 and not following.strip("-")
            if cell_len(line) > width:  # an address that is never broken in a file
                sheet.write([(line, "")], width)
            else:
                sheet.add([(line, STRONG if ruled else "")])


class PlanScreen(SheetScreen):
    """Recovery plan."""

    CSS_PATH = ["sheet.tcss", "plan.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "A plan from your answers and a few days: phases with their best, likely and worst dates, "
        "the arithmetic behind them, what is to be done and by whom. It is drawn again with every "
        "key. A day that can't be read is named below the fields and stays as you typed it. The "
        "ending of the file's name says the format: .ics for a calendar, .md, .html, .csv, .json "
        "or .txt. What you typed is kept until you leave the guide."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._replace: Path | None = None

    def body(self) -> Iterable[Widget]:
        """The fields, what is wrong with them, the plan."""
        with Body(classes="body part"):
            yield Prose([(HOW, QUIET)], id="how")
            for field in FIELDS:
                with Horizontal(classes="field"):
                    yield Prose([(field.label, "")], classes="label")
                    yield Input(id=field.name, compact=True, placeholder=field.hint)
            with Horizontal(classes="field"):
                yield Prose([("Write it to", "")], classes="label")
                yield Input(id="file", compact=True)
            yield Prose(id="problem")
            yield PlanText()

    def on_mount(self) -> None:
        """What was typed before, and the plan it makes."""
        super().on_mount()
        self.bar("Recovery plan", "An estimate, not a promise")
        known = self.guide_app.plan_typed.get(self._journey.guide.id, {})
        for field in FIELDS:
            self._field(field.name).value = known.get(field.name, "")
        self._field("file").value = f"plan-{default_name(self._journey, '.ics')}"
        self._draw()
        self._field(FIELDS[0].name).focus()

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    def _typed(self) -> Typed:
        texts = {field.name: self._field(field.name).value for field in FIELDS}
        self.guide_app.plan_typed[self._journey.guide.id] = texts
        return read_inputs(self._journey.guide, texts, self.guide_app.today)

    def _plan(self, typed: Typed) -> Plan:
        journey = self._journey
        wrong = {trouble.field for trouble in typed.troubles}
        kept = {name: v for name, v in typed.inputs._asdict().items() if name not in wrong}
        today = self.guide_app.today
        return make(journey.guide, journey.scenario, Inputs(**kept), today, journey.open)

    def _draw(self) -> None:
        typed = self._typed()
        self._tell(*(trouble.message for trouble in typed.troubles))
        self.query_one(PlanText).show(self._plan(typed))

    def _tell(self, *lines: str) -> None:
        self.query_one("#problem", Prose).show(*([(line, "$bad")] for line in lines))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Draw the plan again; whatever was said about the file before is over."""
        self._replace = None
        if event.input.id != "file":
            self._draw()
        else:
            self._tell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next field; from the last, write."""
        names = [*(field.name for field in FIELDS), "file"]
        place = names.index(event.input.id or "")
        if place + 1 < len(names):
            self._field(names[place + 1]).focus()
            return
        try:
            path = self._save(event.value)
        except NotSaved as problem:
            self._replace = problem.replace
            self._tell(str(problem))
        else:
            self.dismiss(str(path))

    def _save(self, name: str) -> Path:
        endings = {find_format(one).SUFFIX: one for one in formats()}
        ending = next((one for one in endings if name.strip().endswith(one)), "")
        if not ending and "." in name:
            message = f"No format ends like that. There are {', '.join(sorted(endings))}."
            raise NotSaved(message)
        plan = self._plan(self._typed())
        form = endings[ending or ".txt"]
        return save_text(lambda: render(plan, form), ending or ".txt", name, replace=self._replace)
