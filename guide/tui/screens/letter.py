"""One letter: its blanks one at a time, and the letter as it grows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.widgets import Input

from guide.document.blocks import Line, Section
from guide.document.formats import formats, suffix, write
from guide.document.word import SUFFIX, check_word, has_word, word
from guide.model.letters import blanks
from guide.pages.letter import document, draft_line, letter_page
from guide.pages.saving import NotSaved, pasted_path, save_bytes
from guide.plan.inputs import read_inputs
from guide.sales.entries import LONGEST, how
from guide.sales.form import LEFT_OUT, LetterForm, Slot, WantedLetter
from guide.sales.letters import refusal_of, set_field
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.weighing import LETTER
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Reading
from guide.tui.widgets.document import DocumentText
from guide.tui.widgets.pane import entitle, field
from guide.tui.widgets.typeset import Prose
from guide.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from textual import events
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.model.letters import LetterParagraph
    from guide.plan.inputs import Inputs

FILE = "file"
NO_BLANKS = {
    LEFT_OUT: ("Leave out", "paragraphs that need not stand; such are "),
    FILE: ("Write it to", "the ending says the format: .docx, .html, .md, .txt, .json"),
}
"""What is asked for beside the blanks, behind the last of them."""


class LetterScreen(SheetScreen):
    """Letter."""

    CSS_PATH = ["sheet.tcss", "letter.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = LETTER
    BINDINGS = bindings(LETTER)
    ABOUT = (
        "A letter that grows as you fill its blanks, one at a time. Enter takes what you typed and "
        "goes to the next open blank; Up and Down go through all of them. Page Up and Page Down "
        "scroll the letter. A blank that is left stands in brackets, and the letter says DRAFT "
        "until none is left. Ctrl+S goes to the name of the file, and there writes it. What you "
        "type is kept on this machine, for every letter about this page."
    )

    def __init__(self, journey: Journey, wanted: WantedLetter) -> None:
        super().__init__()
        self._journey, self._wanted = journey, wanted
        self._form = LetterForm(wanted, {}, self._today)
        self._key = ""
        """Of the blank that is being filled, or one of ``NO_BLANKS``."""
        self._value = ""
        """What stands in the field: it is kept also when the screen is gone."""
        self._replace: Path | None = None

    @property
    def _today(self) -> date:
        return self.session.today

    def body(self) -> Iterable[Widget]:
        """The blank, what is wrong with it, the letter."""
        with Container(classes="body part"):
            with Container(id="blank"):
                yield from field("", Input(id="entry", compact=True, max_length=LONGEST))
                yield Prose(id="hint")
                yield Prose(id="problem")
            with Reading(id="letter", classes="pane"):
                yield DocumentText(())

    def on_mount(self) -> None:
        """Go on where it was left."""
        super().on_mount()
        typed = self.session.keeper.typed(self._journey)
        self._form = LetterForm(self._wanted, typed, self._today, self._plan())
        slots = self._form.open
        self._ask(slots[0].key if slots else FILE)
        self.query_one(Input).focus()

    def on_unmount(self) -> None:
        """Keep what stands in the field, also where the window was closed on it."""
        self._leave()

    def _plan(self) -> Inputs | None:
        """The days typed for the plan, where any were."""
        guide = self._journey.guide
        texts = self.session.plan_typed.get(guide.id, {})
        return read_inputs(guide, texts, self._today).inputs if texts else None

    def _ask(self, key: str) -> None:
        """Put one blank, or the name of the file, into the field."""
        self._key, self._replace = key, None
        slot = self._slot
        entry = self.query_one(Input)
        self._value = self._shown(slot)
        with self.prevent(Input.Changed):
            entry.value = self._value
        entry.cursor_position = len(entry.value)
        label, hint = (slot.label, "") if slot else NO_BLANKS[key]
        if key == LEFT_OUT:
            hint += ", ".join(p.id for p in self._form.paragraphs if not p.must)
        place = self._progress()
        entitle(entry, label, place)
        told = [(label, STRONG), (f" · {place}" * bool(place), QUIET)]
        self.query_one(".field-label", Prose).show(told)
        hints = [slot.blank.hint, how(slot.blank)] if slot else [hint]
        self.query_one("#hint", Prose).show([("; ".join(filter(None, hints)) or " ", QUIET)])
        self._tell(self._form.troubles.get(key, ""))
        self._draw(self._form)

    @property
    def _slot(self) -> Slot | None:
        """The blank in the field; None for what is no blank."""
        slots = (*self._form.slots, *filter(None, map(self._form.further, self._form.slots)))
        return next((slot for slot in slots if slot.key == self._key), None)

    def _shown(self, slot: Slot | None) -> str:
        """What stands in a blank, as one would type it."""
        if self._key == LEFT_OUT:
            return self._form.typed.get(f"{LEFT_OUT}.{self._wanted.letter.id}", "")
        if slot is None:
            return f"{self._wanted.letter.id}-letter{SUFFIX if has_word() else suffix('html')}"
        entry = self._form.entries.get(slot.key)
        if entry and slot.blank.kind == "choice":
            return entry.words
        return entry.kept if entry else self._form.typed.get(slot.key, "")

    def _progress(self) -> str:
        keys = [slot.key for slot in self._form.slots]
        return f"{keys.index(self._key) + 1} of {len(keys)}" if self._key in keys else ""

    def _draw(self, form: LetterForm) -> None:
        """The letter as it stands, at the paragraph that is being filled."""
        ruled_out = refusal_of(form)
        title = self._wanted.letter.title
        state = draft_line(form) or "No blank is left"
        self.bar(title, state)
        entitle(self.query_one("#letter"), title, state)
        text = self.query_one(DocumentText)
        if ruled_out:
            lines = (Line(ruled_out.why, "open"), Line(f"Instead: {ruled_out.instead}"))
            text.show([Section(f"{title}: not for this case", lines)])
        else:
            page = document(form)
            text.show([Section(page.title, (*page.head, *page.blocks))])
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Scroll to where the blank stands first: above all, or in a paragraph."""
        name, letter = self._key.partition(".")[0], self._wanted.letter
        places = self.query_one(DocumentText).places
        above = {*blanks(letter.heading), *(b for line in letter.head for b in blanks(line.text))}
        holding = (p for p in self._form.paragraphs if name in names_in(p) and p.id in places)
        starts = [0] * (name in above) + [places[p.id].start - 2 for p in holding]
        if starts:
            self.query_one("#letter", Reading).scroll_to(y=starts[0], animate=False)

    def _tell(self, line: str) -> None:
        self.query_one("#problem", Prose).show(*([[(line, "$bad")]] if line else []))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the letter with what is typed so far."""
        self._replace, self._value = None, event.value
        self._tell("")
        if self._key not in NO_BLANKS:
            self._draw(self._form.with_typed({**self._form.typed, self._key: event.value}))

    def on_key(self, event: events.Key) -> None:
        """Up and Down lead from blank to blank, the page keys through the letter."""
        letter = self.query_one("#letter", Reading)
        moves: dict[str, Callable[[], None]] = {
            "up": partial(self._go, -1),
            "down": partial(self._go, 1),
            "pageup": letter.action_page_up,
            "pagedown": letter.action_page_down,
        }
        if event.key in moves and isinstance(self.focused, Input):
            event.stop()
            moves[event.key]()

    def _go(self, step: int) -> None:
        self._leave()
        keys = [*(slot.key for slot in self._form.slots), *NO_BLANKS]
        at = keys.index(self._key) if self._key in keys else len(keys) - len(NO_BLANKS) - 1
        self._ask(keys[max(0, min(at + step, len(keys) - 1))])

    def _leave(self) -> None:
        """Keep what stands in the field as it was typed, whether it fits or not."""
        if self._key in ("", FILE):
            return
        try:
            self._take()
        except UserError:
            if self._key != LEFT_OUT:  # names of nothing are no words of anybody's
                self._keep({**self._form.typed, self._key: self._value})

    def _take(self) -> None:
        """Fill the blank with what stands in the field.

        Raises:
            UserError: if it does not fit.

        """
        if self._value != self._shown(self._slot):
            self._keep(set_field(self._form, self._key, self._value))

    def _keep(self, typed: dict[str, str]) -> None:
        self._form = self._form.with_typed(typed)
        self.session.keeper.keep_typed(self._journey, typed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Fill the blank and go to the next open one; in the last field, write."""
        if self._key == FILE:
            self._save(event.value)
            return
        slot = self._slot
        try:
            self._take()
        except UserError as problem:
            self._tell(str(problem))
            return
        further = self._form.further(slot) if slot else None
        self._ask(further.key if further else self._next())

    def _next(self) -> str:
        """The next open blank behind this one, else the first, else the name of the file."""
        keys = [slot.key for slot in self._form.slots]
        row = self._key.partition(".")[0]
        at = max((n for n, key in enumerate(keys) if key.partition(".")[0] == row), default=0)
        at = keys.index(self._key) if self._key in keys else at
        blank = [slot.key for slot in self._form.open if slot.key != self._key]
        behind = [key for key in blank if keys.index(key) > at]
        return (behind or [FILE])[0]

    def action_save_letter(self) -> None:
        """Ask for the file, or write it."""
        if self._key == FILE:
            self._save(self._value)
        else:
            self._leave()
            self._ask(FILE)

    def _save(self, name: str) -> None:
        form = self._form
        if why := refusal_of(form):
            self._tell(f"Not written. {why.why}")
            return
        try:
            data, ending = self._data(name)
            path = save_bytes(data, ending, name, replace=self._replace)
        except NotSaved as problem:
            self._replace = problem.replace
            self._tell(str(problem))
        except UserError as problem:
            self._tell(f"Not written: {problem}.")
        else:
            self.dismiss(f"{path}. {form.wanted.letters.counsel}")

    def _data(self, name: str) -> tuple[Callable[[], bytes], str]:
        """What to write into a file of this name, and what it ends with.

        Raises:
            UserError: if no format has such files.

        """
        form, name = self._form, pasted_path(name).lower()
        if name.endswith(SUFFIX):
            check_word(name)
            return lambda: word(document(form), draft_line(form)), SUFFIX
        endings = {suffix(each): each for each in formats()}
        fitting = [ending for ending in endings if name.endswith(ending)]
        if not fitting and "." in name:
            message = f"no format ends like that; there are {', '.join(sorted([SUFFIX, *endings]))}"
            raise UserError(message)
        ending = max(fitting, key=len, default=suffix("text"))
        return lambda: write(letter_page(form), endings[ending]).encode(), ending


def names_in(paragraph: LetterParagraph) -> set[str]:
    """The fields that a paragraph names."""
    return {*blanks(paragraph.body), *paragraph.where, paragraph.rows}
