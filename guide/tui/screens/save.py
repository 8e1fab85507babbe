"""Saving a page: the format, the file, and no surprise about either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input

from guide import places
from guide.document.formats import JSON, formats, suffix, title
from guide.pages.saving import NotSaved, default_name, page_text, pasted_path, save_text
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from guide.journey.journey import Journey

ORDER = ("html", "markdown", "text", "json")
"""The formats most asked for first; others follow."""
WHOM = ("Others: without your answers and the code", "Yourself: with your answers")
HOLDS_ALL = " JSON holds your answers, whoever it is for."
ENDING = re.compile(r"(?<=[^./\\])\.[A-Za-z][A-Za-z0-9]{0,7}$")


class Radio(Choices):
    """A list of which one is always chosen: the one under the cursor.

    Letters typed here are meant for the name, so they are no commands.
    """

    @dataclass
    class Moved(Message):
        """The cursor is on another."""

        radio: Radio

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Every character but digits and the space, which choose."""
        letter = character or ""
        return letter.isprintable() and letter not in "0123456789 "

    def number(self, index: int) -> str:
        """Whether it is chosen, also while the cursor is elsewhere on the screen."""
        return "●" if index == self.cursor else "○"

    def behind(self, index: int) -> str:
        """No bar while the keys go elsewhere."""
        return super().behind(index) if self.has_focus or index != self.cursor else ""

    def on_focus(self) -> None:
        """The bar comes."""
        self.restyled()

    def on_blur(self) -> None:
        """The bar goes."""
        self.restyled()

    def action_to(self, index: int) -> None:
        """Put the cursor on one of them."""
        super().action_to(index)
        self.post_message(self.Moved(self))


class SaveScreen(DialogScreen):
    """Save."""

    CSS_PATH = ["sheet.tcss", "save.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "Type a name and press Enter to save. Up and Down choose the format, and so does the "
        "ending of the name; Tab goes on to the formats and to whom the page is for. A page for "
        "others says nothing of your answers but what it speaks of anyway. A file that is there "
        "already is only replaced when you press Enter a second time."
    )

    TITLE_BAR = "Save this page"
    FOR_WHOM = True
    """Whether the page can be written for others, without the answers."""

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._formats = sorted(formats(), key=lambda name: (*_place(name), name))
        self._default = ""
        self._replace: Path | None = None

    def body(self) -> Iterable[Widget]:
        """The file's name, the formats, for whom, the folder, what went wrong."""
        with Body(classes="body part"):
            yield from field("File", Input(id="file", select_on_focus=False))
            yield Prose([("Format", QUIET)])
            yield Radio(id="formats")
            if self.FOR_WHOM:
                yield Prose([("For", QUIET)])
                yield Radio(id="whom")
            yield Prose(id="folder")
            yield Prose(id="problem")

    def on_mount(self) -> None:
        """Propose a name."""
        super().on_mount()
        self.bar(self.TITLE_BAR)
        self._formats_list.offer([Choice(title(name)) for name in self._formats])
        for whom in self.query("#whom").results(Radio):
            whom.offer([Choice(words) for words in WHOM])
        self.query_one("#problem", Prose).show()
        self._propose(0)
        self.query_one(Input).focus()

    @property
    def _formats_list(self) -> Radio:
        return self.query_one("#formats", Radio)

    @property
    def _share(self) -> bool:
        return self.FOR_WHOM and self.query_one("#whom", Radio).cursor == 0

    def name_of(self, ending: str) -> str:
        """The name to propose; that of a page for others says nothing of the answers either."""
        return default_name(self._journey, ending, {} if self._share else None)

    def text_of(self, form: str) -> str:
        """The page in this format."""
        return page_text(self._journey, form, self.session.today, share=self._share)

    def _say_where(self) -> None:
        gone = ", since the folder you started in is gone" if places.here_is_gone() else ""
        folder = f"In {places.save_folder()}{gone}, unless the name holds another folder."
        json = self._formats[self._formats_list.cursor] == JSON
        holds = HOLDS_ALL if self.FOR_WHOM and json else ""
        self.query_one("#folder", Prose).show([(f"{folder} Enter saves.{holds}", QUIET)])

    def _propose(self, index: int) -> None:
        """The default name for a format; a name that was typed keeps all but its ending."""
        name = self.query_one(Input)
        ending = suffix(self._formats[index])
        if name.value in ("", self._default):
            self._default = self.name_of(ending)
            name.value = self._default
            name.select_all()  # typing replaces it
        elif self._ending(name.value) in self._endings():
            name.value = str(Path(name.value).with_suffix(ending))
            name.cursor_position = len(name.value)
        self._say_where()

    def _endings(self) -> list[str]:
        return [suffix(name) for name in self._formats]

    @staticmethod
    def _ending(typed: str) -> str:
        """What looks like the ending of a name, in small letters; ``v1.2`` has none."""
        ending = ENDING.search(typed.strip())
        return ending[0].lower() if ending else ""

    def on_key(self, event: events.Key) -> None:
        """Up and Down choose the format from the name, too; letters always belong to the name."""
        name, focused = self.query_one(Input), self.focused
        if event.key in ("up", "down") and name.has_focus:
            event.stop()
            self._formats_list.action_move(1 if event.key == "down" else -1)
        elif isinstance(focused, Radio) and focused.check_consume_key(event.key, event.character):
            event.stop()
            name.focus()
            if name.value == self._default:
                name.value = ""
            name.cursor_position = len(name.value)
            name.insert_text_at_cursor(event.character or "")

    def on_radio_moved(self) -> None:
        """The name fits the format under the cursor, and whom the page is for."""
        self._propose(self._formats_list.cursor)

    def on_choices_chosen(self) -> None:
        """Settled; now the name."""
        self._propose(self._formats_list.cursor)
        name = self.query_one(Input)
        name.focus()
        name.cursor_position = len(name.value)

    def on_input_changed(self) -> None:
        """Another name: whatever was said about the one before is over."""
        self._replace = None
        self.query_one("#problem", Prose).show()
        ending, known = self._ending(pasted_path(self.query_one(Input).value)), self._endings()
        choices = self._formats_list
        if ending in known and choices.cursor != known.index(ending):
            choices.offer(choices.choices, known.index(ending))
            self._say_where()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or say why not; what was typed stays."""
        name = pasted_path(event.value)
        ending, known = self._ending(name), self._endings()
        if ending and ending not in known:
            words = f"Not saved: no format is called {ending}. It can be {', '.join(known)}."
            self.query_one("#problem", Prose).show([(words, "$bad")])
            return
        at = known.index(ending) if ending else self._formats_list.cursor
        typed = name if ending or not Path(name).suffix else name + known[at]
        try:
            path = save_text(
                lambda: self.text_of(self._formats[at]), known[at], typed, replace=self._replace
            )
        except NotSaved as problem:
            self._replace = problem.replace
            self.query_one("#problem", Prose).show([(str(problem), "$bad")])
        else:
            self.dismiss(str(path))


def _place(name: str) -> tuple[int]:
    return (ORDER.index(name) if name in ORDER else len(ORDER),)
