"""Taking walks elsewhere, and in from elsewhere: a file's name, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from guide import places
from guide.history.exchange import (
    Incoming,
    NoHistoryError,
    read_from,
    write_walks,
)
from guide.pages.saving import NotSaved, pasted_path, save_text
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.history.history import Kept

SUFFIX = ".json"
SHOWN = 3
"""Faults of a file that are told one by one."""


class _FileScreen(DialogScreen):
    """A field for a file's name, the folder it counts from, and what went wrong."""

    CSS_PATH = ["sheet.tcss", "writing.tcss"]  # noqa: RUF012 - Textual's name
    ASKED: ClassVar[str]
    HOW: ClassVar[str]

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._default = name

    def body(self) -> Iterable[Widget]:
        """The field and the lines below it."""
        with Body(classes="body part"):
            yield from field("File", Input(self._default, id="file"))
            yield Prose([(self.HOW.format(folder=places.save_folder()), QUIET)], id="folder")
            yield Prose(id="problem")

    def on_mount(self) -> None:
        """Type at once."""
        super().on_mount()
        self.bar(self.ASKED)
        self.query_one("#problem", Prose).show()
        self.query_one(Input).focus()

    def problem(self, *lines: str) -> None:
        """Say what went wrong; what was typed stays."""
        self.query_one("#problem", Prose).show(*([(line, "$bad")] for line in lines))


class ExportScreen(_FileScreen):
    """Export."""

    ABOUT = (
        "The walks that the list shows, as one JSON file: to keep, or to import on another "
        "machine. Names and notes are in it. A file that is there already is only replaced when "
        "you press Enter a second time."
    )
    ASKED = "Export walks"
    HOW = "In {folder}, unless the name holds another folder. Enter writes the file."

    def __init__(self, walks: list[Kept]) -> None:
        super().__init__(f"walks{SUFFIX}")
        self._walks = walks
        self._replace: Path | None = None

    def on_input_changed(self) -> None:
        """Whatever was said about another name is over."""
        self._replace = None
        self.problem()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write them."""
        try:
            path = save_text(
                lambda: "".join(write_walks(self._walks)),
                SUFFIX,
                event.value,
                replace=self._replace,
            )
        except NotSaved as problem:
            self._replace = problem.replace
            self.problem(str(problem))
        else:
            count = len(self._walks)
            self.dismiss(f"{count:,} walk{'s' * (count != 1)} written to {path}")


class ImportScreen(_FileScreen):
    """Import."""

    ABOUT = (
        "Type the name of a file that was exported, here or on another machine. A walk that is "
        "here already is not doubled: of the two the one touched last stays."
    )
    ASKED = "Import walks"
    HOW = "From {folder}, unless the name holds another folder. Enter reads the file."

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read it."""
        typed = pasted_path(event.value)
        try:
            path = (places.save_folder() / Path(typed).expanduser()).resolve()
            with path.open("rb") as file:
                incoming = read_from(file)
        except (OSError, RuntimeError) as error:  # RuntimeError: no home for a ~
            reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
            self.problem(f"{typed!a} can't be read: {reason}.")
        except NoHistoryError as error:
            self.problem(f"{typed!a} can't be imported: {error}.")
        else:
            self._take(incoming)

    def _take(self, incoming: Incoming) -> None:
        done = self.session.history.adopt(incoming.walks)
        if done is None:
            self.problem("Nothing was imported.", self.session.history.notice)
            return
        outcome = (
            f"{done.added:,} added, {done.updated:,} updated, {done.unchanged:,} here already."
        )
        if faults := incoming.faults:
            more = f" and {len(faults) - SHOWN:,} more" if len(faults) > SHOWN else ""
            outcome += f" {len(faults):,} skipped: {'; '.join(faults[:SHOWN])}{more}."
        self.dismiss(outcome)
