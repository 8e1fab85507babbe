"""Saving a page: the format, the file, and no surprise about either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input

from guide import places
from guide.document.formats import formats, suffix, title
from guide.pages.saving import NotSaved, default_name, pasted_path, save_page
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from guide.journey.journey import Journey

ORDER = ("markdown", "html", "text", "json")
"""The formats most asked for first; others follow."""
ENDING = re.compile(r"(?<=[^./\\])\.[A-Za-z][A-Za-z0-9]{0,7}$")


class Formats(Choices):
    """The formats. Letters typed here are meant for the name, so they are no commands."""

    @dataclass
    class Moved(Message):
        """The cursor is on another format."""

        index: int

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Every character but digits and the space, which choose."""
        letter = character or ""
        return letter.isprintable() and letter not in "0123456789 "

    def action_to(self, index: int) -> None:
        """Put the cursor on one format."""
        super().action_to(index)
        self.post_message(self.Moved(self.cursor))


class SaveScreen(DialogScreen):
    """Save."""

    CSS_PATH = ["sheet.tcss", "save.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "Type a name and press Enter to save. Up and Down choose the format, and so does the "
        "ending of the name; Tab goes to the list of formats and back. A file that is there "
        "already is only replaced when you press Enter a second time."
    )

    def __init__(self, journey: Journey) -> None:
        super().__init__()
        self._journey = journey
        self._formats = sorted(formats(), key=lambda name: (*_place(name), name))
        self._default = ""
        self._replace: Path | None = None

    def body(self) -> Iterable[Widget]:
        """Formats, the file's name, the folder, what went wrong."""
        with Body(classes="body part"):
            yield Prose([("Format", STRONG)])
            yield Formats(id="formats")
            yield from field("File", Input(id="file", select_on_focus=False))
            yield Prose(id="folder")
            yield Prose(id="problem")

    def on_mount(self) -> None:
        """Propose a name."""
        super().on_mount()
        self.bar("Save this page")
        choices = self.query_one(Choices)
        choices.offer([Choice(title(name)) for name in self._formats])
        gone = ", since the folder you started in is gone" if places.here_is_gone() else ""
        folder = f"In {places.save_folder()}{gone}, unless the name holds another folder."
        folder += " Enter saves."
        self.query_one("#folder", Prose).show([(folder, QUIET)])
        self.query_one("#problem", Prose).show()
        self._propose(0)
        self.query_one(Input).focus()

    def _propose(self, index: int) -> None:
        """The default name for a format; a name that was typed keeps all but its ending."""
        field = self.query_one(Input)
        ending = suffix(self._formats[index])
        if field.value in ("", self._default):
            self._default = default_name(self._journey, ending)
            field.value = self._default
            field.select_all()  # typing replaces it
        elif self._ending(field.value) in self._endings():
            field.value = str(Path(field.value).with_suffix(ending))
            field.cursor_position = len(field.value)

    def _endings(self) -> list[str]:
        return [suffix(name) for name in self._formats]

    @staticmethod
    def _ending(typed: str) -> str:
        """What looks like the ending of a name, in small letters; ``v1.2`` has none."""
        ending = ENDING.search(typed.strip())
        return ending[0].lower() if ending else ""

    def on_key(self, event: events.Key) -> None:
        """Up and Down choose the format from the name, too; letters always belong to the name."""
        field, choices = self.query_one(Input), self.query_one(Choices)
        if event.key in ("up", "down") and field.has_focus:
            event.stop()
            choices.action_move(1 if event.key == "down" else -1)
        elif choices.has_focus and choices.check_consume_key(event.key, event.character):
            event.stop()
            field.focus()
            if field.value == self._default:
                field.value = ""
            field.cursor_position = len(field.value)
            field.insert_text_at_cursor(event.character or "")

    def on_formats_moved(self, event: Formats.Moved) -> None:
        """The name ends as the format under the cursor does."""
        self._propose(event.index)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """This format; now the name."""
        self._propose(event.index)
        field = self.query_one(Input)
        field.focus()
        field.cursor_position = len(field.value)

    def on_input_changed(self) -> None:
        """Another name: whatever was said about the one before is over."""
        self._replace = None
        self.query_one("#problem", Prose).show()
        ending, known = self._ending(pasted_path(self.query_one(Input).value)), self._endings()
        choices = self.query_one(Choices)
        if ending in known and choices.cursor != known.index(ending):
            choices.offer(choices.choices, known.index(ending))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or say why not; what was typed stays."""
        name = pasted_path(event.value)
        ending, known = self._ending(name), self._endings()
        if ending and ending not in known:
            words = f"Not saved: no format is called {ending}. It can be {', '.join(known)}."
            self.query_one("#problem", Prose).show([(words, "$bad")])
            return
        at = known.index(ending) if ending else self.query_one(Choices).cursor
        typed = name if ending or not Path(name).suffix else name + known[at]
        try:
            path = save_page(
                self._journey,
                self._formats[at],
                typed,
                self.session.today,
                replace=self._replace,
            )
        except NotSaved as problem:
            self._replace = problem.replace
            self.query_one("#problem", Prose).show([(str(problem), "$bad")])
        else:
            self.dismiss(str(path))


def _place(name: str) -> tuple[int]:
    return (ORDER.index(name) if name in ORDER else len(ORDER),)
