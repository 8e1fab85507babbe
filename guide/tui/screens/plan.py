"""The recovery plan: a few days to type, and the plan they make, drawn as one types."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.widgets import Input, Select

from guide.document import formats as pages
from guide.english import plural
from guide.kiosk import is_kiosk
from guide.pages.plan import write_plan
from guide.pages.saving import NotSaved, default_name, pasted_path, save_text
from guide.plan.exports import EXPORTS, caution, plan_formats, refusal, suffix
from guide.plan.inputs import FIELDS, OWNERS, InputReading, Inputs, read_inputs, split_owners
from guide.plan.make import make
from guide.plan.plan_words import given
from guide.plan.warnings import not_ahead
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.weighing import PLAN, FoldForm
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Reading
from guide.tui.widgets.pane import entitle, field
from guide.tui.widgets.pick import Pick
from guide.tui.widgets.plan import PlanText
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.plan.inputs import Trouble
    from guide.plan.records import Plan

HOW = "Days: 2027-01-31 or in 6 weeks"
FORM = (*FIELDS, OWNERS)
MONTHS = "months"
NAMES = (*(field.name for field in FORM), "format", "file")
USUAL = ("3", "6", "9", "12")
"""Months to choose from, where no question of the guide says which."""


ASSUMED = 6
"""Months that are counted with until some are chosen."""
AS_OF_TODAY = "Until you type your own days, this counts with {from_today}{months} months observed."
AS_SIGNED = (
    "First type the day on which your report is to be signed. Until then, this counts as if that "
    "were today, with {months} months observed."
)
USUAL_FORMAT = "ics"
LABEL = "Your days: "
FRAME = 6
"""Columns beside the folded line, at most."""


class Form(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields. Page Up and Page Down are left to the plan."""


class PlanScreen(SheetScreen):
    """Recovery plan."""

    CSS_PATH = ["sheet.tcss", "plan.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = PLAN
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PLAN),
        Binding("pagedown", "scroll_plan(1)", show=False, id="plan-page-down"),
        Binding("pageup", "scroll_plan(-1)", show=False, id="plan-page-up"),
    ]
    ABOUT = (
        "A plan from your answers and a few days: phases with their best, likely and worst dates, "
        "what is to be done and by whom, and the arithmetic behind it. Type your days, and it is "
        "drawn again with every key. Tab, Up and Down go from field to field; Enter opens a list "
        "to choose from; Page Down and Page Up scroll the plan; F2 unfolds the fields, and folds "
        "them where they stand above the plan, as Enter does after a day, and Escape. "
        "A day that can't be read is named below the fields, stays as you typed it, and must "
        "be put right before the plan is written. Enter in the last field writes the plan, and so "
        "does Ctrl+S in any. The ending of the file's name says the format: .csv for a table, "
        ".html, .ics for a calendar, .json, .md, .mmd for a Mermaid chart, .tasks.json for "
        "Taskwarrior, .txt. What you typed is kept until you leave the guide."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._replace: Path | None = None
        self._proposed = ""
        self._troubles: tuple[Trouble, ...] = ()
        self._usable = Inputs()
        """What each field held when it could last be read: the plan stays while one types."""
        self._given: list[str] = []
        """What the plan counts from, each with its label."""

    def body(self) -> Iterable[Widget]:
        """The fields and what is wrong with them, and beside or below them the plan."""
        with Container(id="plan-columns", classes="part"):
            with Form(id="form", classes="pane"):
                for asked in FORM:
                    # What is there when one goes to a field is not to be typed over.
                    line = Input(id=asked.name, select_on_focus=False)
                    widget = self._months() if asked.name == MONTHS else line
                    yield Horizontal(*field(asked.label, widget), classes="row")
                formats = [(_title(name), name) for name in plan_formats()]
                form = Pick(formats, USUAL_FORMAT, id="format")
                for label, widget in (("Write it as", form), ("Write it to", Input(id="file"))):
                    with Horizontal(*field(label, widget), classes="row") as row:
                        row.display = not is_kiosk()
                yield Prose(id="how")
                yield Prose(id="wrong-days", classes="problem")
                yield Prose(id="wrong-file", classes="problem")
            with Reading(id="plan-pane", classes="body"):
                yield Prose(id="folded")
                yield PlanText()

    def _months(self) -> Pick:
        """The months to choose from; without a choice those that were answered count."""
        recovery = self._journey.guide.recovery
        facet = recovery and recovery.months and self._journey.guide.facet.get(recovery.months.text)
        values = [value.id for value in facet.values] if facet else USUAL
        answered = self._journey.scenario.get(facet.id, "") if facet else ""
        prompt = f"{answered}, as answered" if answered else f"{ASSUMED}, until you choose"
        return Pick([(f"{value} months", value) for value in values], id=MONTHS, prompt=prompt)

    def on_mount(self) -> None:
        """What was typed before, and the plan it makes."""
        super().on_mount()
        self.bar("Recovery plan", "An estimate")
        entitle(self.query_one(Form), "Your days")
        known = self.session.plan_typed.get(self._journey.guide.id, {})
        with self.prevent(Input.Changed, Select.Changed):
            for asked in FORM:
                if asked.name == MONTHS:
                    self.query_one(f"#{MONTHS}", Pick).choose(known.get(MONTHS, ""))
                else:
                    self._field(asked.name).value = known.get(asked.name, "")
        self._tell("file")
        troubles = self._draw()
        self.set_class(not troubles, "-folded")  # the plan first: a digit unfolds them
        self._focus()

    def _focus(self) -> None:
        """Type at once; where the fields are folded, read."""
        folded = self.has_class("-folded") and not self._beside
        self.query_one("#plan-pane" if folded else f"#{NAMES[0]}").focus()
        self.call_after_refresh(self._hint)  # folded, the fields have no width for one

    @property
    def _beside(self) -> bool:
        """Whether the fields stand beside the plan: there they don't fold."""
        return self.has_class("-wide")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Fields beside the plan take no room from it: there is nothing to fold."""
        if action == FoldForm.action() and self._beside:
            return None
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """The hints that fit."""
        self.call_after_refresh(self._hint)

    def _hint(self, tries: int = 3) -> None:
        self.refresh_bindings()
        self._summarize()
        save = "" if is_kiosk() else "Ctrl+S writes the file"
        fold = "" if self._beside else "F2 folds this"
        how = ". ".join(filter(None, (HOW, "; ".join(filter(None, (save, fold))))))
        self.query_one("#how", Prose).show([(f"{how}.", QUIET)])
        if tries and not self._field(NAMES[0]).size.width and not self.has_class("-folded"):
            self.call_after_refresh(self._hint, tries - 1)  # unfolded, but not laid out yet
            return
        self._show_ending()
        for asked in FORM:
            if asked.name != MONTHS:
                typed = self._field(asked.name)
                room = typed.content_size.width
                typed.placeholder = asked.hint if len(asked.hint) < room else asked.brief

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    def _typed(self) -> InputReading:
        texts = {asked.name: self._text(asked.name) for asked in FORM}
        self.session.plan_typed[self._journey.guide.id] = dict(texts)
        owners = split_owners(texts.pop(OWNERS.name))
        return read_inputs(self._journey.guide, texts, self.session.today, owners)

    def _text(self, name: str) -> str:
        return (
            self.query_one(f"#{name}", Pick).chosen if name == MONTHS else self._field(name).value
        )

    def _plan(self, typed: InputReading) -> Plan:
        journey = self._journey
        unusable = {trouble.field for trouble in typed.troubles}
        before = {name: v for name, v in self._usable._asdict().items() if name in unusable}
        self._usable = typed.inputs._replace(**before)
        today = self.session.today
        return make(journey.guide, journey.scenario, self._usable, today, journey.open)

    def _assumed(self, plan: Plan) -> Plan:
        """The plan; where days are missing, as if for a report of today, and it says so."""
        typed, months = plan.inputs, plan.months or ASSUMED
        if not plan.missing or typed.fixes_done or typed.observe_from or typed.period_end:
            return plan
        inputs = typed._replace(report_date=typed.report_date or plan.today, months=months)
        assumed = make(plan.guide, plan.scenario, inputs, plan.today, self._journey.open)
        from_today = "" if typed.report_date else "a report of today and "
        draft = from_today and any(planned.phase.until for planned in assumed.phases)
        line = (AS_SIGNED if draft else AS_OF_TODAY).format(from_today=from_today, months=months)
        # Of a day that nobody typed there is nothing to warn.
        kept = [w for w in assumed.warnings if not from_today or w != not_ahead(plan.today)]
        return assumed._replace(warnings=(line, *kept))

    def _draw(self) -> tuple[Trouble, ...]:
        """Draw the plan that the fields make; returns what is wrong with them."""
        typed = self._typed()
        self._tell("days", *(trouble.message for trouble in typed.troubles))
        plan = self._plan(typed)
        shown = self._assumed(plan)
        # What was typed wrongly is named above; to call it missing would be wrong.
        self.query_one(PlanText).show(shown._replace(missing=()) if typed.troubles else shown)
        self._propose(plan)
        self._troubles = typed.troubles
        self._given = [f"{label} {value}" for label, value in given(plan)]
        self._summarize()
        return typed.troubles

    def _propose(self, plan: Plan) -> None:
        """A name for the file that says what the plan counts with, until another is typed."""
        file, before = self._field("file"), self._proposed
        ending = suffix(self.query_one("#format", Pick).chosen)
        self._proposed = f"plan-{default_name(self._journey, ending, plan.scenario)}"
        if file.value in ("", before):
            file.value = self._proposed
            self.call_after_refresh(self._show_ending)

    def _show_ending(self) -> None:
        """The end of the file's name says the format: of a long name it is what is in view."""
        file = self._field("file")
        if not file.has_focus:
            file.cursor_position = len(file.value)
            file.scroll_to(x=file.max_scroll_x, animate=False, force=True, immediate=True)

    def _summarize(self) -> None:
        """The fields in one line, for where they are folded; first of all what is wrong there."""
        verb = "changes them" if self._given or self._troubles else "types yours"
        how = f" · {self.key_of(FoldForm)} {verb}"
        if self._troubles:
            runs = [(self._troubles[0].message, "$bad"), (how, QUIET)]
        else:
            room = self.size.width - len(LABEL + how) - FRAME
            runs = [(LABEL, QUIET), (_in_line(self._given, room), ""), (how, QUIET)]
        self.query_one("#folded", Prose).show(runs)

    def _tell(self, what: str, *lines: str) -> None:
        self.query_one(f"#wrong-{what}", Prose).show(*([(line, "$bad")] for line in lines))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Draw the plan again; whatever was said about the file before is over."""
        self._replace = None
        self._tell("file")
        if event.input.id != "file":
            self._draw()
        else:
            self._follow_ending(event.value)

    def _follow_ending(self, name: str) -> None:
        """The format that the ending of the file's name says."""
        try:
            form = self._form(name)
        except NotSaved:
            return
        with self.prevent(Select.Changed):
            self.query_one("#format", Pick).choose(form)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Other months make another plan; another format, another ending of the file's name."""
        self._replace = None
        self._tell("file")
        if event.select.id == MONTHS:
            self._draw()
        elif isinstance(event.value, str):
            file, ending = self._field("file"), suffix(event.value)
            endings = sorted(map(suffix, plan_formats()), key=len, reverse=True)
            name = file.value
            known = next((known for known in endings if name.lower().endswith(known)), "")
            proposed = name == self._proposed
            file.value = name[: len(name) - len(known)] + ending
            self.call_after_refresh(self._show_ending)
            self._proposed = file.value if proposed else self._proposed

    def on_key(self, event: events.Key) -> None:
        """Up and Down lead from field to field; a digit unfolds the fields, and is typed there."""
        if isinstance(self.focused, (Input, Pick)) and event.key in ("up", "down"):
            event.stop()
            self._go(1 if event.key == "down" else -1)
        elif (event.character or "").isdigit() and isinstance(self.focused, (Reading, NoneType)):
            self.remove_class("-folded")
            self._focus()
            first = self._field(NAMES[0])
            first.value = first.value or event.character or ""

    def action_scroll_plan(self, pages: int) -> None:
        """The plan a page on or back, also while a field is typed in."""
        pane = self.query_one("#plan-pane", Reading)
        pane.scroll_relative(y=pages * (pane.size.height - 1), animate=False, immediate=True)

    def action_fold_form(self) -> None:
        """Fold the fields to a line, or unfold them; at the side they always stand."""
        self.toggle_class("-folded")
        self._focus()

    def _go(self, step: int) -> None:
        place = NAMES.index(self.focused.id or "") + step if self.focused else 0
        self.query_one(f"#{NAMES[max(0, min(place, len(NAMES) - 1))]}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Fold the fields over a day that can be read, or on to the next; from the last, write."""
        if event.input.id == "file":
            self.action_save_plan()
        elif event.value.strip() and not self._troubles and not self._beside:
            self.action_fold_form()
        else:
            self._go(1)

    def action_close_sheet(self) -> None:
        """Fields that stand above a plan fold first."""
        if self._beside or self._troubles or self.has_class("-folded"):
            super().action_close_sheet()
        else:
            self.action_fold_form()

    def action_save_plan(self) -> None:
        """Write the plan, or say why not; what was typed stays."""
        try:
            path, form = self._save(self._field("file").value)
        except NotSaved as problem:
            self._replace = problem.replace
            self.remove_class("-folded")
            self.call_after_refresh(self._hint)
            self._tell("file", str(problem))
            line = self.query_one("#wrong-file")
            self.call_after_refresh(line.scroll_visible, animate=False)
        else:
            self.dismiss(f"{path}. {caution(form)}".removesuffix(". "))

    def _save(self, name: str) -> tuple[Path, str]:
        typed = self._typed()
        if typed.troubles:
            self.query_one(f"#{typed.troubles[0].field}").focus()
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
        form = pages.named_in(name, plan_formats(), suffix)
        if not form and "." in name:
            endings = ", ".join(sorted(map(suffix, plan_formats())))
            message = f"No format ends like that. There are {endings}."
            raise NotSaved(message)
        return form or "text"


def _title(form: str) -> str:
    """A format in words for a menu."""
    return str(EXPORTS.load(form).TITLE) if form in EXPORTS.names() else pages.title(form)


def _in_line(days: list[str], room: int) -> str:
    """As many days as there is room for, and how many more there are."""
    for count in range(len(days), 0, -1):
        more = [f"{len(days) - count} more"] * (count < len(days))
        if len(line := " · ".join((*days[:count], *more))) <= room:
            return line
    return plural(len(days), "day") if days else "none yet"
