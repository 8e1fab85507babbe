"""A decision record: what only a person can say, and the file it goes to."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from textual.widgets import Input

from guide import places
from guide.decide.markdown import SUFFIX, render
from guide.decide.record import Record, Typed, record
from guide.tui.pinning import Pinned, companions
from guide.tui.saving import NotSaved, default_name, save_text
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.widget import Widget

    from guide.tui.journey import Journey

FIELDS = {
    "decision": "What was decided, and why",
    "deciders": "Who decided",
    "date": "Day of the decision",
    "file": "File",
}
BLANK = "What you leave empty stays a marked blank in the record."


class DecideScreen(SheetScreen):
    """Decide."""

    CSS_PATH = ["sheet.tcss", "decide.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "A decision record in Markdown, with the fields of MADR: the situation, the options "
        "considered (this page and the pinned ones), what follows, dates and sources are filled "
        "in. You add the decision and who took it. Tab and Enter go from field to field; Enter in "
        "the file's name writes it. A file that is there already is only replaced when you press "
        "Enter a second time. What you typed is kept until you leave the guide."
    )

    def __init__(self, journey: Journey, pinned: Pinned) -> None:
        super().__init__()
        self._journey = journey
        self._beside = tuple(j for j in companions(pinned, journey) if j.walked.finished)
        self._replace: Path | None = None

    def body(self) -> Iterable[Widget]:
        """The fields, the folder, what went wrong."""
        with Body(classes="body part"):
            yield Prose(id="intro")
            for name, title in FIELDS.items():
                yield Prose([(title, STRONG)])
                yield Input(id=name, compact=True)
            yield Prose(id="folder")
            yield Prose(id="problem")

    def on_mount(self) -> None:
        """Fill in what is known."""
        super().on_mount()
        self.bar("Decision record")
        count = len(self._beside)
        beside = f"This page and {count} pinned beside it. " if count else "This page alone. "
        self.query_one("#intro", Prose).show([(f"{beside}{BLANK}", QUIET)])
        known = {
            "date": self.guide_app.today.isoformat(),
            "file": f"decision-{default_name(self._journey, SUFFIX)}",
        } | self.guide_app.draft
        for name in FIELDS:
            self._field(name).value = known.get(name, "")
        folder = f"In {places.save_folder()}, unless the name holds another folder. Enter writes."
        self.query_one("#folder", Prose).show([(folder, QUIET)])
        self.query_one("#problem", Prose).show()
        self._field("decision").focus()

    def _field(self, name: str) -> Input:
        return self.query_one(f"#{name}", Input)

    def on_input_changed(self) -> None:
        """Keep what was typed; whatever was said about it before is over."""
        self._replace = None
        self.guide_app.draft = {name: self._field(name).value for name in ("decision", "deciders")}
        self.query_one("#problem", Prose).show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next field; from the last, write."""
        names = list(FIELDS)
        place = names.index(event.input.id or "")
        if place + 1 < len(names):
            self._field(names[place + 1]).focus()
            return
        try:
            text = render(self._record())
            path = save_text(lambda: text, SUFFIX, event.value, replace=self._replace)
        except NotSaved as problem:
            self._replace = problem.replace
            self.query_one("#problem", Prose).show([(str(problem), "$bad")])
            self.query_one("#problem").scroll_visible(animate=False)
        else:
            self.dismiss(str(path))

    def _record(self) -> Record:
        journey = self._journey
        typed = Typed(
            self._field("decision").value.strip(),
            self._field("deciders").value.strip(),
            self._day(),
        )
        others = tuple(other.advice for other in self._beside)
        return record(journey.advice, journey.walked.trail, others, typed)

    def _day(self) -> datetime.date:
        """The day that was typed.

        Raises:
            NotSaved: if it is none.

        """
        typed = self._field("date").value.strip()
        try:
            return datetime.date.fromisoformat(typed)
        except ValueError:
            message = f"{typed!a} is no date. Write it as {self.guide_app.today.isoformat()}."
            raise NotSaved(message) from None
