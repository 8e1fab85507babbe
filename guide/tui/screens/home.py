"""The first screen: the guides on the shelf, and where the reader left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from guide.english import age
from guide.journey.verified import checked_line
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.home import HOME
from guide.tui.screens.base import BaseScreen
from guide.tui.styles import QUIET
from guide.tui.typeset import Run
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.history.history import Kept
    from guide.journey.journey import Journey
    from guide.model.schema import Guide
    from guide.reading.shelf import Found


HOW = "Press Enter to start, or a number."
NO_GUIDE = "There is no guide here that can be opened."
RECENT = 6
"""How many scenarios are offered again."""


class Entry(NamedTuple):
    """A choice and what it opens: a guide afresh, or a walk that was kept."""

    choice: Choice
    guide: Guide
    kept: Kept | None = None
    glance: bool = False
    """Whether it opens the guide at a glance."""


class HomeScreen(BaseScreen):
    """Home."""

    HERE: ClassVar[tuple[type[Command], ...]] = HOME
    BINDINGS = bindings(HOME)
    ROLE = "home"
    ABOUT = (
        "The guides you have. Choose one with its number, or with the arrows and Enter; it asks "
        "a few questions and gives the advice that fits the answers. Below stand the answers you "
        "gave before: choose one to go on with it."
    )

    def __init__(self) -> None:
        super().__init__(id="home")
        self.entries: list[Entry] = []
        self.latest: Entry | None = None

    def body(self) -> Iterable[Widget]:
        """The list, and below it the guides that can't be opened."""
        with Body(classes="body part"):
            yield Choices(id="shelf", spaced=True)
            usable = bool(self.session.shelf.guides)
            yield Prose([(HOW if usable else NO_GUIDE, QUIET)], id="how")
            if faulty := self._faulty():
                yield Prose(*faulty, id="faulty")

    def on_mount(self) -> None:
        """Show the shelf at once; what was kept follows after the first paint."""
        super().on_mount()
        self.bar("Buyer guide")
        self._offer(self._doors())
        self.query_one(Choices).focus()

    def on_screen_resume(self) -> None:
        """Whatever was done since, show what is kept now."""
        if self.app.screen is self and not self.session.opening:
            self.tell(self.session.take_notice())
        self.call_after_refresh(self.show_kept)

    def show_kept(self) -> None:
        """Add what the history keeps: where the reader left, and recent scenarios."""
        guides = self.session.shelf.guides
        kept = self._newest_of_each()
        entries = self._doors()
        walks = [self._kept_entry(walk, first=not index) for index, walk in enumerate(kept)]
        self.latest = walks[0] if walks else None
        self._offer(entries + walks)
        self.query_one("#how", Prose).show([(HOW if guides else NO_GUIDE, QUIET)])
        self.refresh_bindings()
        if self.app.screen is self and (notice := self.session.take_notice()):
            self.tell(notice)

    def _newest_of_each(self) -> list[Kept]:
        """What is kept, each scenario once."""
        newest: dict[tuple[str, str, bool, str], Kept] = {}
        for walk in self.session.history.recent(RECENT * 5):
            if walk.guide in self.session.shelf.guides:
                newest.setdefault((walk.guide, walk.code, walk.finished, walk.name), walk)
        return list(newest.values())[:RECENT]

    def _offer(self, entries: list[Entry]) -> None:
        cursor = self.query_one(Choices).cursor if self.entries else 0
        self.entries = entries
        self.query_one(Choices).offer([entry.choice for entry in entries], cursor)

    def _doors(self) -> list[Entry]:
        """For each guide: to its questions, and to the page at a glance."""
        entries = []
        for guide in self.session.shelf.guides.values():
            entries.append(self._guide_entry(guide))
            if guide.glance is not None:
                words = "No question: the short answer, the outcomes side by side, every term."
                choice = Choice(guide.glance.title, (((words, ""),),))
                entries.append(Entry(choice, guide, glance=True))
        return entries

    def _guide_entry(self, guide: Guide) -> Entry:
        checked = checked_line(guide, self.session.today)
        details: list[tuple[Run, ...]] = [((guide.head.about, ""),)] if guide.head.about else []
        details.append(((f"{guide.head.kind} · {checked}", QUIET),))
        return Entry(Choice(guide.title, tuple(details)), guide)

    def _kept_entry(self, kept: Kept, *, first: bool) -> Entry:
        # After the first paint: 13 ms
        from guide.history.resolve import reopened  # noqa: PLC0415
        from guide.journey.labels import scenario_words  # noqa: PLC0415

        session = self.session
        guide = session.shelf.guides[kept.guide]
        journey = reopened(guide, kept).journey
        words = scenario_words(guide, journey.scenario)
        state = "" if journey.walked.finished else "not finished, "
        when = f"({state}{age(kept.updated.astimezone().date(), session.today)})"
        details: list[tuple[Run, ...]] = []
        if len(session.shelf.guides) > 1:
            details = [((guide.title, QUIET),)]
        if kept.name:
            details.insert(0, ((words, QUIET),))
        group = "Continue where you left off" if first else "Recent"
        return Entry(
            Choice(kept.name or words, tuple(details), note=when, group=group), guide, kept
        )

    def _faulty(self) -> list[list[Run]]:
        return [_problems(entry) for entry in self.session.shelf.faulty]

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open what was chosen."""
        self._open(self.entries[event.index])

    @property
    def guide(self) -> Guide | None:
        """The guide under the cursor."""
        cursor = self.query_one(Choices).cursor
        return self.entries[cursor].guide if cursor < len(self.entries) else None

    def action_continue_walk(self) -> None:
        """Go on where the reader left."""
        if self.latest is not None:
            self._open(self.latest)

    def _open(self, entry: Entry) -> None:
        from guide.journey.journey import Journey  # noqa: PLC0415 - 9 ms

        if entry.glance:
            self.reader_app.action_show_glance()
        elif entry.kept is None:
            self.reader_app.go(Journey(entry.guide))
        else:
            from guide.history.resolve import reopened  # noqa: PLC0415 - 13 ms

            self.reader_app.go(reopened(entry.guide, entry.kept).journey)

    def action_show_history(self) -> None:
        """Every walk; what is chosen there is opened, or compared."""
        from guide.tui.screens.history import HistoryScreen  # noqa: PLC0415 - 23 ms

        def chosen(journeys: list[Journey] | None) -> None:
            if journeys and len(journeys) == 1:
                self.reader_app.go(journeys[0])
            elif journeys:
                self._compare(journeys)

        self.app.push_screen(HistoryScreen(), chosen)

    def _compare(self, journeys: list[Journey]) -> None:
        """Open the page of the last one, the others pinned, and what differs on top of it."""
        from guide.journey.pins import pin  # noqa: PLC0415 - 9 ms
        from guide.tui.screens.compare import CompareScreen  # noqa: PLC0415 - 12 ms

        *others, last = journeys
        pinned: tuple[Journey, ...] = ()
        for journey in others:
            pinned = pin(pinned, journey)
        self.session.pinned = pinned
        self.reader_app.go(last, page=True)
        self.app.push_screen(CompareScreen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to continue: the key is grey."""
        if action == "continue_walk":
            return True if self.latest is not None else None
        return super().check_action(action, parameters)


def _problems(entry: Found) -> list[Run]:
    count = len(entry.problems)
    words = f"{count} problem{'s' if count != 1 else ''}"
    return [
        (f"{entry.name} can't be opened: {words}. To see them: ", QUIET),
        (f"guide check {entry.folder}", ""),
    ]
