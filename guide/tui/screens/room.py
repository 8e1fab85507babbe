"""A session on the wall: the room sees one thing at a time, whoever leads it types the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.geometry import Region
from textual.widgets import Digits

from guide.pages.debrief import write_debrief
from guide.pages.saving import NotSaved, save_text
from guide.pages.wall import place_words, session_words, wall
from guide.practice.debrief import debrief
from guide.practice.debrief_formats import debrief_format_of, debrief_suffixes
from guide.practice.room import Action
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.room import ROOM, RoomAction, RoomNote, RoomOn, RoomSave
from guide.tui.screens.base import BaseScreen
from guide.tui.screens.confirm import ConfirmScreen
from guide.tui.screens.lines import LineField, LinesScreen
from guide.tui.widgets.board import Board, RoomHeading
from guide.tui.widgets.body import Body
from guide.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from guide.practice.kept_rooms import OpenRoom

FILE = "file"
"""The one field that is no draft: it has a name in it from the start."""
KEPT_EVERY = 5
"""Seconds: what a clock loses at most when the program is killed."""


class RoomScreen(BaseScreen):
    """The wall."""

    CSS_PATH = ["room.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = ROOM
    # Figures are bindings, too: what is handled as an event comes later than a key that is bound,
    # and a count typed in haste would go to the next view.
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ROOM),
        Binding("up", "room_point(-1)", "Up", show=False, id="room-up"),
        Binding("down", "room_point(1)", "Down", show=False, id="room-down"),
        *(Binding(f"{n}", f"room_count({n})", show=False, id=f"room-{n}") for n in range(10)),
        Binding("backspace,delete", "room_erase", "Erase a figure", show=False, id="room-erase"),
    ]
    ABOUT = (
        "What the room sees. Enter or the right arrow shows what comes next: the case, the "
        "choices, the answer; Left goes back. Where hands or cards go up, type the count of a "
        "choice, Backspace erases a figure, and Down goes to the next one. C starts and pauses the "
        "clock of the step. Every key is kept: close this whenever you must, and it goes on here. "
        "What you say to the room stands in the handout: guide room SESSION --handout."
    )

    def __init__(self, opened: OpenRoom) -> None:
        super().__init__()
        self._opened = opened
        self._room = opened.room
        self._cursor = 0
        self._typing = False
        """Whether the next figure goes behind the last one."""
        self._typed = dict(self._room.state.drafts)
        """What was typed and not handed in, by the field."""
        self._replace: Path | None = None
        self._told = ""
        """What a sheet kept or saved, to be told once."""
        self._ticks = 0
        self._warned = False
        """Whether it was said that nobody is counted."""

    def body(self) -> Iterable[Widget]:
        """The heading with the clock, and the board."""
        with Horizontal(id="room-head", classes="part"):
            yield RoomHeading()
            yield Digits(id="clock")
        with Body(id="wall", classes="body part"):
            yield Board()

    def on_mount(self) -> None:
        """Show where it was left."""
        super().on_mount()
        self._timer: Timer = self.set_interval(1, self._tick, pause=not self._room.running)
        again = "" if self._opened.fresh else "It goes on where you left it; the clock is paused."
        notice = " ".join(filter(None, (again, self._opened.take_notice())))
        self.call_later(self._show, notice)  # Textual calls the base's on_mount, too, and later

    def _show(self, notice: str = "") -> None:
        """Show all of it."""
        self._warned = False
        view = self._room.view
        self._cursor = min(self._cursor, max(len(view.rows) - 1, 0))
        seen = wall(self._room)
        self.query_one(RoomHeading).show(seen.heading)
        counting = view.countable and view.stage == "ask"
        self.query_one(Board).show(seen, self._cursor if counting else None)
        self._show_clock()
        self.tell(notice or self._opened.take_notice())
        self.refresh_bindings()

    def _show_clock(self) -> None:
        left = self._room.left
        clock = f"{abs(left) // 60}:{abs(left) % 60:02}"
        digits = self.query_one(Digits)
        digits.update(f"+{clock}" if left < 0 else clock)
        digits.set_class(left < 0, "-over")
        digits.set_class(not self._room.running, "-paused")
        state = "over" if left < 0 else "left" if self._room.running else "paused"
        words = (f"{clock} {state}", session_words(self._room), place_words(self._room))
        self.bar(self._room.plan.title, " · ".join(filter(None, words)))

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % KEPT_EVERY == 0:
            self._room.tick()
        self._show_clock()

    def on_resize(self) -> None:
        """Set it afresh: what is large hangs on the height, too."""
        super().on_resize()
        self.query_one(RoomHeading).changed()
        self.query_one(Board).changed()

    def action_room_point(self, by: int) -> None:
        """Count another choice; where nothing is counted, scroll."""
        if self.query_one(Board).cursor is None:
            self.query_one("#wall", Body).scroll_relative(y=2 * by, animate=False)
        else:
            self._point(self._cursor + by)

    def action_room_count(self, figure: int) -> None:
        """Type a figure of a count."""
        self._count(lambda number: number * 10 + figure, afresh=not self._typing)

    def action_room_erase(self) -> None:
        """Take back the last figure of the count under the cursor."""
        self._count(lambda number: number // 10)

    def _count(self, change: Callable[[int], int], *, afresh: bool = False) -> None:
        """Change what is counted under the cursor; at the beginning, how many there are."""
        room = self._room
        if self.query_one(Board).cursor is not None:
            row = room.view.rows[self._cursor].id
            room.count(row, change(0 if afresh else room.counted().get(row, 0)))
        elif room.gathering:
            room.gather(change(0 if afresh else room.state.people))
        else:
            self.tell("Nothing is counted here.")
            return
        self._typing = True
        self._show()

    def on_board_pointed(self, event: Board.Pointed) -> None:
        """Count the row that was clicked."""
        if self.query_one(Board).cursor is not None:
            self._point(event.row)

    def _point(self, row: int) -> None:
        self._cursor = row % len(self._room.view.rows)
        self._typing = False
        self._show()
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        board = self.query_one(Board)
        if board.cursor is not None and board.cursor < len(board.lines):
            start, end = board.lines[board.cursor]
            lines = Region(0, start, 1, end - start).translate(board.virtual_region.offset)
            self.query_one("#wall", Body).scroll_to_region(lines, animate=False, force=True)

    def _go(self, *, moved: bool, end: str) -> None:
        self._cursor, self._typing = 0, False
        self._show("" if moved else end)
        if moved:
            self.query_one("#wall", Body).scroll_home(animate=False)

    def action_room_read(self) -> None:
        """What is cut off below; then what comes next."""
        wall_ = self.query_one("#wall", Body)
        if wall_.scroll_offset.y < wall_.max_scroll_y:
            wall_.scroll_page_down(animate=False)
        else:
            self.action_room_on()

    def action_room_on(self) -> None:
        """What comes next; what nobody was counted for is revealed at the second time."""
        if self._room.uncounted and not self._warned:
            self._show("Nobody is counted. Enter again reveals.")
            self._warned = True
            return
        self._go(moved=self._room.move(1), end="This is the end. s saves the debrief.")

    def action_room_back(self) -> None:
        """What stood there before."""
        self._go(moved=self._room.move(-1), end="This is the beginning.")

    def action_room_next_step(self) -> None:
        """The next step."""
        self._go(moved=self._room.next_step(), end="This is the last step.")

    def action_room_clock(self) -> None:
        """Start or pause."""
        self._room.start_or_pause()
        if self._room.running:
            self._timer.resume()
        else:
            self._timer.pause()
        self._show()

    def action_room_note(self) -> None:
        """Write down what was said."""

        def kept(values: list[str]) -> str:
            if not values[0].strip():
                return "Type what was said."
            self._room.note(values[0])
            self._told = "The note is kept; the debrief shows it."
            return ""

        field = LineField("note", "What was said")
        words = (
            "It stands in the debrief, under What surprised. Enter keeps it; Escape keeps a draft."
        )
        self._ask("Note", [field], words, kept, RoomNote)

    def action_room_action(self) -> None:
        """Write down what will be done."""
        from guide.plan.parse_day import DayError, read_day  # noqa: PLC0415 - 4 ms

        def kept(values: list[str]) -> str:
            what, who, day = values
            try:
                due = (
                    read_day(day, self.session.today, ahead=True).isoformat() if day.strip() else ""
                )
            except DayError as error:
                return str(error)
            if not what.strip():
                return "Type what is to be done."
            self._room.act(Action(what, who, due))
            self._told = "The action is kept."
            self.call_after_refresh(self._show_last_action)
            return ""

        fields = [
            LineField("what", "What"),
            LineField("who", "Who"),
            LineField("due", "By when", "friday, in 2 weeks, 2026-03-31"),
        ]
        words = "Enter goes on to the next line; the last one keeps it. Escape keeps a draft."
        self._ask("Action", fields, words, kept, RoomAction)

    def _show_last_action(self) -> None:
        if self._room.view.kind == "actions":
            self.query_one("#wall", Body).scroll_end(animate=False)

    def action_room_take_back(self) -> None:
        """Take back what was written down last."""
        self._show(f"Taken back: {self._room.take_back()}")

    def action_room_save(self) -> None:
        """Save the debrief."""
        today, plan = self.session.today, self._room.plan

        def save(values: list[str]) -> str:
            form = debrief_format_of(values[0])
            if not form:
                return f"Not saved: end the name in one of {debrief_suffixes()}."
            try:
                text = write_debrief(debrief(self._room), form)
                path = save_text(lambda: text, "", values[0], replace=self._replace)
            except NotSaved as problem:
                self._replace = problem.replace
                return str(problem)
            except UserError as problem:
                return f"Not saved: {problem}."
            self._told = f"Saved as {path}."
            return ""

        name = f"debrief-{plan.id}-{today.isoformat()}.html"
        self._typed.setdefault(FILE, name)
        words = f"The ending chooses the format: {debrief_suffixes()}. Enter saves."
        self._ask("Save the debrief", [LineField(FILE, "File")], words, save, RoomSave)

    def _keep_drafts(self) -> dict[str, str]:
        drafts = {name: text for name, text in self._typed.items() if name != FILE and text}
        self._room.draft(drafts)
        return drafts

    def _ask(
        self,
        title: str,
        fields: list[LineField],
        words: str,
        keep: LinesScreen.Keep,
        command: type[Command],
    ) -> None:
        """Ask for some lines on a sheet; what is typed there stays until it is kept."""

        def closed(kept: object) -> None:
            drafts = self._keep_drafts()
            if not kept and any(field.id in drafts for field in fields):
                self._told = f"Kept as a draft; {self.key_of(command)} opens it again."
            self._show(self._told)
            self._told = ""

        self._replace = None
        self.app.push_screen(
            LinesScreen(title, fields, words, keep, self._typed, self._keep_drafts), closed
        )

    def action_room_leave(self) -> None:
        """Leave; everything is kept."""

        def leave() -> None:
            self._room.tick()
            self.dismiss(None)

        self.leave_for(leave)

    def leave_for(self, go: Callable[[], None]) -> None:
        """Ask first: a room looks at the wall, and a slip of a finger takes it away."""

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
            if yes:
                go()

        if self._room.following is None:
            go()
            return
        question = "Leave the session? It is kept, and goes on here the next time."
        screen = ConfirmScreen("Leave", question, "Yes, leave it", no="No, stay")
        self.app.push_screen(screen, answered)

    def on_unmount(self) -> None:
        """Keep the clock."""
        self._room.tick()

    def label(self, command: type[Command]) -> str:
        """What Enter shows next."""
        if command is RoomOn:
            view, following = self._room.view, self._room.following
            if following is None:
                return ""
            if following.stage == "reveal" and following.key == view.key:
                return "Reveal"
            return "Next step" if following.step is not view.step else "Next"
        if command in (RoomAction, RoomSave) and self._room.view.step.kind != "debrief":
            return ""
        return super().label(command)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to take back: the key is grey."""
        if action == "room_take_back":
            return True if self._room.state.actions or self._room.state.notes else None
        return super().check_action(action, parameters)
