"""The history: every walk that was kept, to open, name, note, compare and erase."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Vertical
from textual.widgets import Input

from guide.document.wrap import clip
from guide.english import age
from guide.history.reopen import reopen
from guide.history.resolve import reopened
from guide.history.search_walks import finder
from guide.history.walk_words import Wording, first_line
from guide.journey.pins import why_not_compared
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.history import HISTORY
from guide.tui.screens.confirm import ConfirmScreen
from guide.tui.screens.sheet import SheetScreen
from guide.tui.screens.writing import NameScreen, NoteScreen
from guide.tui.styles import MARK, QUIET, STRONG
from guide.tui.widgets.pane import entitle, field
from guide.tui.widgets.typeset import Prose
from guide.tui.widgets.walks import Lines, WalkList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual import events
    from textual.widget import Widget

    from guide.history.listing import Row
    from guide.journey.journey import Journey
    from guide.tui.typeset import Run

NONE = "No walks are kept yet."
NOT_FOUND = "No walk holds these words."
UNREADABLE = "This walk can't be read any more. It is left as it is."
ERASED = "Erased."
NOT_DONE = "Nothing was changed."
LEAST = 3
"""Lines about the walk under the cursor, before the screen is laid out."""
LEAST_CELLS = 20
LIST_ACTIONS = {"open_walk", "mark_walk", "name_walk", "note_walk", "erase_walk"}
"""What is done to the walk under the cursor."""


class HistoryScreen(SheetScreen):
    """The history. Ends with the journeys to open: one, or two or three to compare."""

    CSS_PATH = ["sheet.tcss", "history.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = HISTORY
    BINDINGS = bindings(HISTORY)
    ABOUT = (
        "Every walk that was kept on this machine, the newest first. Enter opens one where you "
        "left it. The slash key searches names, notes and answers as you type; Down goes from the "
        "words to the list. Mark two or three with Space to compare them. E writes the walks that "
        "are listed to a file, I reads such a file. What is erased is gone for good."
    )

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Row] = []
        self._words = ""
        """What the list was searched for; empty: it shows all, or is to be read again."""

    def body(self) -> Iterable[Widget]:
        """The words to look for, the list, and more about the walk under the cursor."""
        with Vertical(id="kept", classes="part"):
            yield from field("Words to look for", Input(placeholder="press /", id="words"))
            with Vertical(id="walks-pane", classes="pane"):
                yield Prose(id="place")
                yield WalkList(self._lines, id="walks")
            yield Prose(id="about-walk", classes="pane")

    def on_mount(self) -> None:
        """Show what is kept."""
        super().on_mount()
        self.bar("History")
        entitle(self.query_one("#about-walk"), "This walk")
        self._load()
        self._list.focus()

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.session.shelf.guides)

    @property
    def _list(self) -> WalkList:
        return self.query_one(WalkList)

    @property
    def _field(self) -> Input:
        return self.query_one(Input)

    def _load(self, outcome: str = "") -> None:
        """Read the list again; the words, the marks and the cursor stay."""
        history = self.session.history
        self._all = history.pages()
        self._words = ""
        marked = self._list.marked
        self._list.marked = [walk_id for walk_id in marked if history.get(walk_id)]
        self._search()
        self.tell(" ".join(filter(None, (outcome, self.session.take_notice()))))

    def _search(self, *, afresh: bool = False) -> None:
        words = self._field.value
        wanted = finder(self.session.shelf.guides, words)
        if wanted is None:
            rows = self._all
        elif self._words.strip() and words.startswith(self._words):
            # Longer words are found only where the shorter were: few of ten thousand are left.
            rows = [row for row in self._list.rows if wanted(row)]
        else:
            rows = self.session.history.rows(wanted=wanted)
        self._words = words
        self._list.offer(rows, afresh=afresh)

    def on_input_changed(self) -> None:
        """Look for the words."""
        self._search(afresh=True)

    def on_input_submitted(self) -> None:
        """To what was found."""
        self._list.focus()

    def on_key(self, event: events.Key) -> None:
        """Down from the words to the list."""
        if event.key == "down" and self._field.has_focus:
            event.stop()
            self._list.focus()

    def on_descendant_focus(self) -> None:
        """What can be done depends on where one is."""
        self.refresh_bindings()

    def on_walk_list_moved(self, event: WalkList.Moved) -> None:
        """Say where the cursor is, and more about the walk under it."""
        row, total = event.row, len(self._list.rows)
        place = f"{self._list.cursor + 1:,} of {total:,}" if row else ""
        if marks := len(self._list.marked):
            place = f"{place} · {marks} marked"
        nothing = NOT_FOUND if self._all else NONE
        entitle(self.query_one("#walks-pane"), "Walks", place)
        # Where there is no border for it, and where there is no walk.
        told = place if row and not self.has_class("-from-100") else "" if row else nothing
        self.query_one("#place", Prose).show(*([[(told, QUIET)]] if told else []))
        self.query_one("#about-walk", Prose).show(*(self._about(row) if row else []))
        self.refresh_bindings()

    def on_walk_list_clicked(self) -> None:
        """Open it."""
        self.action_open_walk()

    def _lines(self, row: Row) -> Lines:
        if not row.id:
            return Lines(row.name, "")  # it can't be read
        session = self.session
        when = row.when.astimezone()
        ago = "" if self.has_class("-narrow") else f"{age(when.date(), session.today)}, "
        parts = [f"{ago}{when:%Y-%m-%d %H:%M}"]
        if not row.finished:
            parts.append("not finished")
        if row.note:
            parts.append(f"Note: {first_line(row.note)}")
        if len(session.shelf.guides) > 1 and row.guide in session.shelf.guides:
            parts.append(session.shelf.guides[row.guide].title)
        if row.name:
            parts.append(self._wording.words(row))
        return Lines(self._wording.title(row), " · ".join(parts))

    def _about(self, row: Row) -> list[list[Run]]:
        """What the list cuts off, and what changed in the guide since; cut to the room there is."""
        pane = self.query_one("#about-walk", Prose)
        # Lines are ragged: not every cell of them is used.
        whole = pane.container_size.width * (pane.size.height or LEAST) * 8 // 10
        parts = [("", self._changed(row), MARK), ("Note: ", " ".join(row.note.split()), "")]
        parts += [("", row.name, STRONG), ("", self._wording.words(row), "")]
        given = [part for part in parts if part[1]]
        runs: list[Run] = []
        for index, (lead, text, style) in enumerate(given):
            share = 2 if style == MARK and len(given) > 1 else len(given) - index
            clipped = clip(text, max(whole // share, LEAST_CELLS))
            whole -= cell_len(clipped)
            runs += [(" · ", QUIET)] if runs else []
            runs += [(lead, QUIET), (clipped, style)]
        return [runs]

    def _changed(self, row: Row) -> str:
        """What changed in the guide since the walk; empty if nothing did."""
        guide = self.session.shelf.guides.get(row.guide)
        kept = self.session.history.get(row.id) if guide else None
        return reopen(guide, kept).notice if guide and kept else ""

    def _journey(self, walk_id: str) -> Journey | None:
        """Where a walk stands today; None after saying why there is none."""
        kept = self.session.history.get(walk_id)
        if kept is None:
            self.tell(UNREADABLE)
            return None
        guide = self.session.shelf.guides.get(kept.guide)
        if guide is None:
            self.tell(f"The guide {kept.guide} is not on the shelf, so this can't be opened.")
            return None
        return reopened(guide, kept).journey

    def action_open_walk(self) -> None:
        """Go on with it."""
        row = self._list.row
        journey = self._journey(row.id) if row else None
        if journey is not None:
            self.dismiss([journey])

    def action_find_walk(self) -> None:
        """To the words."""
        self._field.focus()

    def action_mark_walk(self) -> None:
        """Mark it, or take the mark away."""
        self._list.mark()
        self.on_walk_list_moved(WalkList.Moved(self._list.row))

    def action_compare_walks(self) -> None:
        """What differs between the marked ones."""
        opened = [self._journey(walk_id) for walk_id in self._list.marked]
        journeys = [journey for journey in opened if journey is not None]
        if len(journeys) < len(opened):
            return
        if problem := why_not_compared(journeys):
            self.tell(problem)
        else:
            self.dismiss(journeys)

    def action_name_walk(self) -> None:
        """Ask for a name."""
        if (row := self._list.row) is None:
            return

        def named(name: str | None) -> None:
            if name is not None:
                done = self.session.history.rename(row.id, name)
                outcome = "Named." if name.strip() else "The name is taken away."
                self._load(outcome if done else NOT_DONE)

        words = self._wording.words(row)
        self.app.push_screen(NameScreen(row.name, words), named)

    def action_note_walk(self) -> None:
        """Ask for a note."""
        if (row := self._list.row) is None:
            return

        def noted(note: str | None) -> None:
            if note is not None:
                done = self.session.history.annotate(row.id, note)
                outcome = "Noted." if note.strip() else "The note is taken away."
                self._load(outcome if done else NOT_DONE)

        words = self._wording.title(row)
        self.app.push_screen(NoteScreen(row.note, words), noted)

    def action_export_walks(self) -> None:
        """Ask for a file, and write what the list shows."""
        from guide.tui.screens.carrying import ExportScreen  # noqa: PLC0415 - 19 ms

        history = self.session.history
        walks = [kept for row in self._list.rows if (kept := history.get(row.id))]
        self.app.push_screen(ExportScreen(walks), self._carried)

    def action_import_walks(self) -> None:
        """Ask for a file, and add what it holds."""
        from guide.tui.screens.carrying import ImportScreen  # noqa: PLC0415 - 19 ms

        self.app.push_screen(ImportScreen(), self._carried)

    def _carried(self, outcome: str | None) -> None:
        if outcome:
            self._load(outcome)

    def action_erase_walk(self) -> None:
        """Ask, then erase it."""
        if (row := self._list.row) is None:
            return
        title = self._wording.title(row)
        self._ask(f"Erase this walk for good? {title}", lambda: self._erase(row.id))

    def action_erase_every_walk(self) -> None:
        """Ask, then erase all."""
        count = len(self._all)
        words = f"all {count:,} walks" if count != 1 else "the one walk there is"
        self._ask(f"Erase {words} for good?", self._erase_all)

    def _erase(self, walk_id: str) -> None:
        done = self.session.history.erase(walk_id)
        if done:
            self.session.forget({walk_id})
        self._load(ERASED if done else NOT_DONE)

    def _erase_all(self) -> None:
        done = self.session.history.erase_all()
        if done:
            self.session.forget()
        self._load(ERASED if done else NOT_DONE)

    def _ask(self, question: str, erase: Callable[[], None]) -> None:
        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what the sheet ends with
            if yes:
                erase()

        self.app.push_screen(ConfirmScreen("Erase", question, "Yes, erase it"), answered)

    def action_close_sheet(self) -> None:
        """From the words back to the list, then back home."""
        if self._field.has_focus:
            self._field.value = ""
            self._list.focus()
        else:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done to a walk while words are typed, or where there is none."""
        if self.is_attached and self.query("#walks"):
            needed = {
                **dict.fromkeys(LIST_ACTIONS, self._list.row is not None),
                "compare_walks": len(self._list.marked) > 1,
                "erase_every_walk": bool(self._all),
                "export_walks": bool(self._list.rows),
                "import_walks": True,
                "find_walk": True,
            }
            if action in needed:
                return True if needed[action] and not self._field.has_focus else None
        return super().check_action(action, parameters)
