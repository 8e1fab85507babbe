"""A letter as a dialogue: its blanks asked for one at a time, each kept as soon as it is typed."""

import sys
from collections.abc import Iterator
from datetime import date
from textwrap import indent
from typing import TYPE_CHECKING, Self

from guide.cli.dialogue import attended, hear
from guide.cli.say import clean, note
from guide.cli.terminal import width
from guide.document.blocks import Body
from guide.document.formats import Target
from guide.document.lines import wrapped
from guide.document.writers.text import write_blocks
from guide.english import plural
from guide.history.keeper import Keeper
from guide.sales.entries import how
from guide.sales.form import LetterForm, Slot
from guide.sales.letters import passages, refusal_of, set_field, wanted
from guide.user_error import UserError

if TYPE_CHECKING:
    from guide.history.resolve import Resolved

HOW = "Enter leaves a blank open, '-' empties it, b goes back, q stops. Every answer is kept."
INDENT = "    "
MOST_NAMED = 6
"""Open blanks that a line names; all of them stand in the letter."""


class Lettering:
    """One letter, while somebody writes it.

    Raises:
        UserError: if there is no such letter, or it is refused to this reader.

    """

    def __init__(self, resolved: "Resolved", kind: str, today: date) -> None:
        self._journey = resolved.journey
        self._code = resolved.code
        letter = wanted(resolved.guide, kind, resolved.scenario)
        self._refuse(LetterForm(letter, {}, today))
        self._keeper = Keeper()
        self.form = LetterForm(letter, self._keeper.typed(self._journey), today)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if news := self._keeper.news():
            note(news)
        self._keeper.close()

    def set(self, values: tuple[str, ...]) -> None:
        """Fill fields, each as ``name=text``; those that can be filled are, whatever the others do.

        Raises:
            UserError: for the first that can't.

        """
        wrong = []
        for value in values:
            name, equals, text = value.partition("=")
            if not equals:
                wrong.append(UserError(f"--set takes NAME=TEXT, and {value[:40]!r} has no '='"))
                continue
            try:
                self._keep(set_field(self.form, name.strip(), text))
            except UserError as error:
                wrong.append(error)
        if wrong:
            raise wrong[0]
        self._refuse(self.form)

    def ask(self) -> LetterForm:
        """Ask for what is open, where somebody is there to answer.

        Raises:
            UserError: if an answer rules the letter out.

        """
        if attended() and sys.stderr is not None:
            for why in self.form.troubles.values():
                self._say(why)
            self._ask_all()
        self._refuse(self.form)
        return self.form

    @property
    def afterwards(self) -> Iterator[str]:
        """What to know of the letter that was written."""
        form = self.form
        yield from form.troubles.values()
        if form.open:
            keys = [slot.key for slot in form.open]
            more = ", \u2026" * (len(keys) > MOST_NAMED)
            yield (
                f"{plural(len(keys), 'blank')} still open: {', '.join(keys[:MOST_NAMED])}{more}. "
                f"To fill one: --set {keys[0]}=TEXT"
            )
        if form.wanted.letters.counsel:
            yield form.wanted.letters.counsel

    def _refuse(self, form: LetterForm) -> None:
        why = refusal_of(form)
        if why is None:
            return
        title = form.wanted.letter.title
        others = [f"guide letter {letter.id} {self._code}" for letter in why.send]
        doors = f" That is: {' or '.join(others)}" if others else ""
        message = f"no {title[:1].lower()}{title[1:]} here. {why.why} {why.instead}{doors}"
        raise UserError(message)

    def _ask_all(self) -> None:
        if self.form.open:
            self._say(f"{self.form.wanted.letter.title}. {self.form.wanted.letter.about}")
            self._say(HOW)
        asked: list[str] = []
        again: Slot | None = None
        while slot := again or self._next(asked):
            word = self._ask(slot)
            if word == "q":
                return
            if word == "b":
                before = asked.pop() if asked else slot.key
                again = next((s for s in self.form.slots if s.key == before), slot)
                continue
            again = None
            asked.append(slot.key)
            if refusal_of(self.form):
                return

    def _next(self, asked: list[str]) -> Slot | None:
        """The next open blank; below the last row asked for, the first of a further one."""
        blank = self.form.open
        for slot in self.form.slots:
            if slot in blank and slot.key not in asked:
                return slot
            further = self.form.further(slot)
            if further and further.key not in asked and slot.key in asked:
                return further
        return None

    def _ask(self, slot: Slot) -> str:
        """Ask for one blank until what is typed fits it; gives back a command, if one was typed."""
        if hint := "; ".join(filter(None, [slot.blank.hint, how(slot.blank)])):
            self._say(f"({hint})")
        entry = self.form.entries.get(slot.key)
        now = f" [{entry.words}]" if entry else ""
        while True:
            sys.stderr.write(f"{clean(slot.label + now)}: ")
            sys.stderr.flush()
            line = hear()
            word = (line or "").strip()
            if line is None or word.casefold() in ("q", "b"):
                return "q" if line is None else word.casefold()
            if not word:
                return ""
            try:
                self._keep(set_field(self.form, slot.key, "" if word == "-" else word))
            except UserError as error:
                self._say(f"{error}.")
            else:
                self._show(slot)
                return ""

    def _keep(self, typed: dict[str, str]) -> None:
        self.form = self.form.with_typed(typed)
        self._keeper.keep_typed(self._journey, typed)

    def _show(self, slot: Slot) -> None:
        """The paragraphs that the blank stands in, as they read now."""
        name = slot.key.partition(".")[0]
        for passage in passages(self.form):
            paragraph = passage.paragraph
            if f"[{name}]" in paragraph.body or name in paragraph.where:
                text = write_blocks([Body(passage.parts)], Target(width() - len(INDENT)))
                sys.stderr.write(indent(text, INDENT))

    def _say(self, text: str) -> None:
        for line in wrapped(clean(text), width()):
            sys.stderr.write(f"{line}\n")
