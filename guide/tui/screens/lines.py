"""A few lines to type on a sheet, such as a note, an action, or the name of a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from textual.widgets import Input

from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class LineField(NamedTuple):
    """One line."""

    id: str
    label: str
    example: str = ""


class LinesScreen(DialogScreen):
    """The lines, one after the other."""

    Keep: TypeAlias = Callable[[list[str]], str]
    """Takes what was typed; gives what is wrong with it, or nothing."""

    CSS_PATH = ["sheet.tcss", "lines.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "Type, and press Enter to go on to the next line; the last one keeps it. Escape goes back, "
        "and what you typed stands here when you come again."
    )

    def __init__(  # noqa: PLR0913, PLR0917 - what a sheet asks, and what becomes of it
        self,
        title: str,
        fields: list[LineField],
        words: str,
        keep: Keep,
        typed: dict[str, str],
        drafted: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__()
        self._title, self._fields, self._words = title, fields, words
        self._keep, self._typed = keep, typed
        self._drafted = drafted
        """Called after every key: a terminal that is closed costs nothing typed."""

    def body(self) -> Iterable[Widget]:
        """Labels and fields, what to know, what is wrong."""
        with Body(classes="body part"):
            for each in self._fields:
                line = Input(
                    self._typed.get(each.id, ""),
                    id=each.id,
                    placeholder=each.example,
                    max_length=500,
                    select_on_focus=False,
                )
                yield from field(each.label, line)
            yield Prose([(self._words, QUIET)])
            yield Prose(id="problem")

    def on_mount(self) -> None:
        """Begin with the first line."""
        super().on_mount()
        self.bar(self._title)
        self.query_one("#problem", Prose).show()
        self.query(Input).first().focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Remember it; whatever was said about it before is over."""
        self._typed[event.input.id or ""] = event.value
        self._drafted()
        self.query_one("#problem", Prose).show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next line; from the last, keep all."""
        fields = [*self.query(Input)]
        place = fields.index(event.input)
        if place + 1 < len(fields):
            fields[place + 1].focus()
            return
        if problem := self._keep([line.value for line in fields]):
            self.query_one("#problem", Prose).show([(problem, "$bad")])
            return
        for each in self._fields:
            self._typed.pop(each.id, None)
        self.dismiss(True)  # noqa: FBT003 - the one answer there is
