"""What a reader writes on a walk: its name, on one line, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input, TextArea

from guide.cleaning import NAME_LENGTH, NOTE_LENGTH
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.history import NOTE
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

UNSAVED = "Not saved. Ctrl+S saves it; Escape again leaves the note as it was."


class NameScreen(DialogScreen):
    """Name."""

    CSS_PATH = ["sheet.tcss", "writing.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = "Type a name and press Enter. An empty one takes the name away."

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._name_before, self._words = name, words

    def body(self) -> Iterable[Widget]:
        """The field."""
        with Body(classes="body part"):
            name = Input(self._name_before, max_length=NAME_LENGTH, id="name")
            yield from field("Name", name)
            yield Prose([(self._words, QUIET)])

    def on_mount(self) -> None:
        """Write at the end of what is there."""
        super().on_mount()
        self.bar("Name this walk", "Enter saves")
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it."""
        self.dismiss(event.value)


class NoteScreen(DialogScreen):
    """Note."""

    CSS_PATH = ["sheet.tcss", "writing.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = NOTE
    BINDINGS = bindings(NOTE)
    ABOUT = "Write what you want to remember. Ctrl+S saves it; it stays on this machine."

    def __init__(self, note: str, words: str) -> None:
        super().__init__()
        self._note, self._words = note, words
        self._warned = ""

    def body(self) -> Iterable[Widget]:
        """The text."""
        with Body(classes="body part"):
            yield from field("Note", TextArea(self._note, id="note"))
            yield Prose([(self._words, QUIET)])

    def on_mount(self) -> None:
        """Write at the end of what is there."""
        super().on_mount()
        self.bar("Note", "Ctrl+S saves")
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_save_note(self) -> None:
        """Keep it, unless it is too long to be kept whole."""
        text = self.query_one(TextArea).text
        if len(text) > NOTE_LENGTH:
            self.tell(f"A note has at most {NOTE_LENGTH:,} characters; this has {len(text):,}.")
        else:
            self.dismiss(text)

    def action_close_sheet(self) -> None:
        """Back; what was written is not lost without a word."""
        text = self.query_one(TextArea).text
        if text in (self._note, self._warned):
            self.dismiss(None)
        else:
            self._warned = text
            self.tell(UNSAVED)
