"""The app that follows a folder: what is saved is shown, unless it has problems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.worker import Worker, WorkerState

from guide.author.check.background import Apart
from guide.history.resolve import resolve
from guide.journey.replay import replay
from guide.reading.shelf import Found, Shelf
from guide.reading.watching import Version, Watcher
from guide.tui.app import GuideApp, play
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.preview import PREVIEW
from guide.tui.preview.keeping import PassingKeeper
from guide.tui.preview.report import Report
from guide.tui.preview.staying import place_on, return_to
from guide.tui.screens.base import BaseScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.problems import ProblemsScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.panel import Panel
from guide.user_error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.journey.landing import Landing
    from guide.model.problems import Problem
    from guide.model.schema import Guide

EVERY = 0.5
"""Seconds between two looks at the folder."""


def _clock() -> datetime:
    return datetime.now().astimezone()


class PreviewApp(GuideApp):
    """The app on one guide under edit."""

    CSS_PATH = ["../screens/base.tcss", "../screens/home.tcss"]  # noqa: RUF012 - Textual's name
    ALSO: ClassVar[tuple[type[Command], ...]] = PREVIEW
    BINDINGS = bindings(PREVIEW)

    @dataclass
    class Read(Message):
        """Another version was saved and read."""

        version: Version

    @dataclass
    class Proved(Message):
        """A version was proven."""

        guide: Guide
        problems: tuple[Problem, ...]

    def __init__(
        self,
        entry: Found,
        *,
        code: str | None = None,
        today: date | None = None,
        clock: Callable[[], datetime] = _clock,
        every: float = EVERY,
    ) -> None:
        usable = entry.usable
        shelf = Shelf((entry,) if usable else ())
        super().__init__(shelf, today=today, keeper=PassingKeeper())
        self._folder = entry.folder
        self._watcher = Watcher(entry.folder)
        self._clock, self._every = clock, every
        self._code = code
        self.session.opening = usable and code is not None
        self._guide = entry.guide if usable else None
        self._looked = False
        self._next: Guide | None = None
        self._waiting: dict[str, str] = {}
        self._proof: dict[str, tuple[Problem, ...]] = {}
        self._prover: Apart | None = None
        self.report = Report(
            read_at=self._now() if usable else "", refused=() if usable else tuple(entry.problems)
        )

    def on_mount(self) -> None:
        """Look at once, and then again and again."""
        if self._guide is not None:
            self._open()
        self.call_after_refresh(self.look)
        self.set_interval(self._every, self.look)

    def on_unmount(self) -> None:
        """Whoever leaves does not wait for a proof."""
        self._give_up()

    def below(self, role: str) -> Iterable[Widget]:
        """The panel, at the foot of every screen; on a sheet in brief."""
        yield Panel(self.report, brief=role == "sheet")

    def look(self) -> None:
        """Look at the folder, in a thread; show what had to wait for a sheet to close."""
        self._show_next()
        self._tell_panel()
        if all(worker.is_finished for worker in self.workers if worker.group == "look"):
            self.run_worker(
                self._read, thread=True, exclusive=True, group="look", exit_on_error=False
            )

    def _read(self) -> None:
        version = self._watcher.look()
        if version is not None:
            self.post_message(self.Read(version))

    def _prove(self, guide: Guide, prover: Apart) -> None:
        problems = prover.problems()
        if problems is not None:
            self.post_message(self.Proved(guide, problems))

    def _give_up(self) -> None:
        """Nobody asks about an earlier version any more."""
        if self._prover is not None:
            self._prover.give_up()
            self._prover = None

    def on_preview_app_read(self, event: Read) -> None:
        """Show a version without problems; of another say what is wrong."""
        guide = event.version.guide
        self._give_up()
        if guide is None:
            self._next, self._looked = None, True
            self._report(refused=event.version.problems, fault="", waiting=False)
            return
        self._next = guide
        self._report(refused=(), fault="", waiting=True)
        self._show_next()
        if guide.content_hash in self._proof:  # saved before, and back again
            return
        self._prover = Apart(event.version.data, self.session.today)
        self.run_worker(
            partial(self._prove, guide, self._prover),
            thread=True,
            exclusive=True,
            group="prove",
            exit_on_error=False,
        )

    def on_preview_app_proved(self, event: Proved) -> None:
        """Say what was found, if it is about the version on show."""
        self._proof[event.guide.content_hash] = event.problems
        if self._guide is not None and self._guide.content_hash in self._proof:
            self._report(proven=self._proof[self._guide.content_hash])

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of the program met in a thread ends that look, and nothing else."""
        if event.state is WorkerState.ERROR:
            self._report(fault=type(event.worker.error).__name__)

    def _show_next(self) -> None:
        """Show the newest version, unless a sheet is open that speaks of the one before."""
        guide = self._next
        if guide is None or not self.screen_stack:  # none: the app is closing
            return
        screen = self.screen
        if not isinstance(screen, BaseScreen) or screen.ROLE == "sheet":
            return
        former, self._next = self._guide, None
        again = former is not None and former.content_hash == guide.content_hash
        if not again:
            self._guide = guide
            self.session.shelf = Shelf((Found(self._folder, guide, []),))
        opened = former is None or (again and not self._looked)
        self._looked = True
        self._report(
            read_at=self.report.read_at if again and opened else self._now(),
            reloaded=not opened,
            proven=self._proof.get(guide.content_hash),
            waiting=False,
        )
        if not again:
            self._replay(guide, screen)

    def _replay(self, guide: Guide, screen: BaseScreen) -> None:
        """The same answers, the same screen, the same place on it."""
        notice = ""
        session = self.session
        if session.journey is not None:
            moved = replay(session.journey, guide, self._waiting)
            notice = moved.words
            session.journey, self._waiting = moved.journey, moved.waiting
        session.pinned = tuple(replay(page, guide).journey for page in session.pinned)
        if isinstance(screen, HomeScreen):
            screen.show_kept()
            self._open()
        elif isinstance(screen, WalkScreen) and session.journey is not None:
            place = place_on(screen)
            page = screen is self.get_screen("advice")
            self.go(replace(session.journey, notice=notice), page=page)
            if place is not None and self.screen is screen:
                return_to(screen, place)

    def _open(self) -> None:
        """At the first version that can be shown, go where the author asked to be."""
        code, self._code = self._code, None
        if code is None:
            return
        try:
            self.go(resolve(self.session.shelf, code).journey)
        except UserError as error:
            self.session.opening = False
            self.session.add_notice(f"Not opened: {error}.")
            if self.screen.is_mounted:  # else home says it once it is
                self.tell(self.session.take_notice())

    def go(self, journey: Journey, *, page: bool = False, landing: Landing | None = None) -> None:
        """Go where a journey stands, always in the version on show."""
        if self._guide is not None and journey.guide is not self._guide:
            journey = replay(journey, self._guide).journey
        before = self.session.journey
        if before is None or journey.answers != before.answers:
            self._waiting = {}  # what was answered now counts, not what applied once
        super().go(journey, page=page, landing=landing)

    def _report(self, **changes: object) -> None:
        self.report = replace(self.report, **changes)  # type: ignore[arg-type]
        self._tell_panel()

    def _tell_panel(self) -> None:
        """The screen on top shows the state; another does when it comes to the top."""
        if not self.screen_stack:  # the app is closing
            return
        screen = self.screen
        if not isinstance(screen, BaseScreen) or not screen.is_mounted:
            return
        for panel in screen.query(Panel):
            panel.show(self.report)
        if isinstance(screen, ProblemsScreen):
            screen.follow(self.report)
        screen.refresh_bindings()

    def _now(self) -> str:
        return f"{self._clock():%H:%M:%S}"

    def action_show_problems(self) -> None:
        """The whole list."""
        if self.report.problems and not isinstance(self.screen, ProblemsScreen):
            self.push_screen(ProblemsScreen(self.report))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a problem there is nothing to list."""
        if action == "show_problems":
            listed = isinstance(self.screen, ProblemsScreen)
            return None if listed or not self.report.problems else True
        return super().check_action(action, parameters)


def run(entry: Found, *, code: str | None = None) -> int:
    """Run a preview until its author leaves; returns the exit code.

    Raises:
        Exception: whatever stopped the app.

    """
    return play(PreviewApp(entry, code=code))
