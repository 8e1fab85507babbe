"""Saving a page: the format, the file, and no surprise about either."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from guide import places
from guide.output import formats, suffix, title
from guide.tui.saving import NotSaved, default_name, save_page
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.tui.journey import Journey

ORDER = ("markdown", "html", "text", "json")
"""The formats most asked for first; others follow."""


class SaveScreen(SheetScreen):
    """Save."""

    CSS_PATH = ["sheet.tcss", "save.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "Choose a format, then a file: Tab goes from one to the other, Enter in the file's name "
        "saves. A file that is there already is only replaced when you press Enter a second time."
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
            yield Choices(id="formats")
            yield Prose([("File", STRONG)], id="file-title")
            yield Input(id="file", compact=True)
            yield Prose(id="folder")
            yield Prose(id="problem")

    def on_mount(self) -> None:
        """Propose a name."""
        super().on_mount()
        self.bar("Save this page")
        choices = self.query_one(Choices)
        choices.offer([Choice(title(name)) for name in self._formats])
        choices.focus()
        folder = f"In {places.save_folder()}, unless the name holds another folder. Enter saves."
        self.query_one("#folder", Prose).show([(folder, QUIET)])
        self.query_one("#problem", Prose).show()
        self._propose(0)

    def _propose(self, index: int) -> None:
        """The default name for a format; a name that was typed keeps all but its ending."""
        field = self.query_one(Input)
        ending = suffix(self._formats[index])
        if field.value in ("", self._default):
            self._default = default_name(self._journey, ending)
            field.value = self._default
        elif any(field.value.endswith(suffix(name)) for name in self._formats):
            field.value = str(Path(field.value).with_suffix(ending))

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

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or say why not; what was typed stays."""
        name = self._formats[self.query_one(Choices).cursor]
        try:
            path = save_page(
                self._journey, name, event.value, self.guide_app.today, replace=self._replace
            )
        except NotSaved as problem:
            self._replace = problem.replace
            self.query_one("#problem", Prose).show([(str(problem), "$bad")])
        else:
            self.dismiss(str(path))


def _place(name: str) -> tuple[int]:
    return (ORDER.index(name) if name in ORDER else len(ORDER),)
