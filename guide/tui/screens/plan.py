"""The recovery plan: a few days typed above, the plan they make below, drawn as one types."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.widgets import Input

from guide.kiosk import is_kiosk
from guide.pages.plan import write_plan
from guide.pages.saving import NotSaved, default_name, pasted_path, save_text
from guide.plan.exports import caution, plan_formats, refusal, suffix
from guide.plan.inputs import FIELDS, OWNERS, InputReading, Inputs, read_inputs, split_owners
from guide.plan.make import make
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.weighing import PLAN
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.plan import PlanText
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual import events
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.plan.records import Plan

HOW_IN_KIOSK = "Days: 2027-01-31 or in 6 weeks. Page Down scrolls."
HOW = "Days: 2027-01-31 or in 6 weeks. Ctrl+S writes the file; Page Down scrolls."
FORM = (*FIELDS, OWNERS)
NAMES = (*(field.name for field in FORM), "file")


class PlanScreen(SheetScreen):
    """Recovery plan."""

    CSS_PATH = ["sheet.tcss", "plan.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = PLAN
    BINDINGS = bindings(PLAN)
    ABOUT = (
        "A plan from your answers and a few days: phases with their best, likely and worst dates, "
        "the arithmetic behind them, what is to be done and by whom. It is drawn again with every "
        "key. Tab, Enter, Up and Down go from field to field; Page Down and Page Up scroll. A day "
        "that can't be read is named below the fields, stays as you typed it, and must be put "
        "right before the plan is written. Enter in the last field writes the plan, and so does "
        "Ctrl+S in any. The ending of the file's name says the format: .csv for a table, .html, "
        ".ics for a calendar, .json, .md, .mmd for a Mermaid chart, .tasks.json for Taskwarrior, "
        ".txt. What you typed is kept until you leave the guide."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._replace: Path | None = None
        self._proposed = ""
        self._months = ""
        """As answered."""

    def body(self) -> Iterable[Widget]:
        """The fields, what is wrong with them, the plan."""
        with Body(classes="body part"):
            yield Prose([(HOW_IN_KIOSK if is_kiosk() else HOW, QUIET)], id="how")
            for field in FORM:
                with Horizontal(classes="field"):
                    yield Prose([(field.label, "")], classes="label")
                    yield Input(id=field.name, compact=True)
            with Horizontal(classes="field") as row:
                row.display = not is_kiosk()
                yield Prose([("Write it to", "")], classes="label")
                yield Input(id="file", compact=True)
            yield Prose(id="wrong-days", classes="problem")
            yield Prose(id="wrong-file", classes="problem")
            yield PlanText()

    def on_mount(self) -> None:
        """What was typed before, and the plan it makes."""
        super().on_mount()
        self.bar("Recovery plan", "An estimate")
        known = self.session.plan_typed.get(self._journey.guide.id, {})
        for field in FORM:
            self._field(field.name).value = known.get(field.name, "")
        self._tell("file")
        plan = self._draw()
        self._months = self._answered() or str(plan.months or "")
        self._field(FIELDS[0].name).focus()

    def on_resize(self) -> None:
        """The hints that fit."""
        self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        for field in FORM:
            typed = self._field(field.name)
            hint, brief = field.hint, field.brief
            if field.name == "months" and self._months:  # unless another number is typed
                brief = f"{self._months}, as answered"
                hint = f"{brief}; or type another"
            typed.placeholder = hint if len(hint) < typed.content_size.width else brief

    def _answered(self) -> str:
        recovery = self._journey.guide.recovery
        name = recovery.months.text if recovery and recovery.months else ""
        return self._journey.scenario.get(name, "")

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    def _typed(self) -> InputReading:
        texts = {field.name: self._field(field.name).value for field in FORM}
        self.session.plan_typed[self._journey.guide.id] = dict(texts)
        owners = split_owners(texts.pop(OWNERS.name))
        return read_inputs(self._journey.guide, texts, self.session.today, owners)

    def _plan(self, typed: InputReading) -> Plan:
        journey = self._journey
        unusable = {trouble.field for trouble in typed.troubles}
        kept = {name: v for name, v in typed.inputs._asdict().items() if name not in unusable}
        today = self.session.today
        return make(journey.guide, journey.scenario, Inputs(**kept), today, journey.open)

    def _draw(self) -> Plan:
        typed = self._typed()
        self._tell("days", *(trouble.message for trouble in typed.troubles))
        plan = self._plan(typed)
        # What was typed wrongly is named above; to call it missing would be wrong.
        self.query_one(PlanText).show(plan._replace(missing=()) if typed.troubles else plan)
        self._propose(plan)
        return plan

    def _propose(self, plan: Plan) -> None:
        """A name for the file that says what the plan counts with, until another is typed."""
        field, before = self._field("file"), self._proposed
        self._proposed = f"plan-{default_name(self._journey, '.ics', plan.scenario)}"
        if field.value in ("", before):
            field.value = self._proposed

    def _tell(self, what: str, *lines: str) -> None:
        self.query_one(f"#wrong-{what}", Prose).show(*([(line, "$bad")] for line in lines))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Draw the plan again; whatever was said about the file before is over."""
        self._replace = None
        self._tell("file")
        if event.input.id != "file":
            self._draw()
        if event.input.has_focus:  # it may have been scrolled away
            self.call_after_refresh(event.input.scroll_visible, animate=False)

    def on_key(self, event: events.Key) -> None:
        """Up and Down lead from field to field."""
        if event.key in ("up", "down") and isinstance(self.focused, Input):
            event.stop()
            self._go(1 if event.key == "down" else -1)

    def _go(self, step: int) -> None:
        place = NAMES.index(self.focused.id or "") + step if self.focused else 0
        self._field(NAMES[max(0, min(place, len(NAMES) - 1))]).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next field; from the last, write."""
        if event.input.id == "file":
            self.action_save_plan()
        else:
            self._go(1)

    def action_save_plan(self) -> None:
        """Write the plan, or say why not; what was typed stays."""
        try:
            path, form = self._save(self._field("file").value)
        except NotSaved as problem:
            self._replace = problem.replace
            self._tell("file", str(problem))
            line = self.query_one("#wrong-file")
            self.call_after_refresh(line.scroll_visible, animate=False)
        else:
            self.dismiss(f"{path}. {caution(form)}".removesuffix(". "))

    def _save(self, name: str) -> tuple[Path, str]:
        typed = self._typed()
        if typed.troubles:
            self._field(typed.troubles[0].field).focus()
            message = "Not written: first put right what is named above."
            raise NotSaved(message)
        form = self._form(name)
        plan = self._plan(typed)._replace(moment=datetime.now().astimezone())
        if why := refusal(plan, form):
            message = f"Not written: {why}"
            raise NotSaved(message)
        text = partial(write_plan, plan, form)
        return save_text(text, suffix(form), name, replace=self._replace), form

    def _form(self, name: str) -> str:
        """The format of a file with this name: of several endings that fit, the longest counts."""
        name = pasted_path(name)
        endings = {suffix(form): form for form in plan_formats()}
        fitting = [ending for ending in endings if name.lower().endswith(ending)]
        if not fitting and "." in name:
            message = f"No format ends like that. There are {', '.join(sorted(endings))}."
            raise NotSaved(message)
        return endings[max(fitting, key=len)] if fitting else "text"
