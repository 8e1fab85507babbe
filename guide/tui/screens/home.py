"""The first screen: the guides on the shelf, and where the reader left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, on

from guide.english import age
from guide.journey.verified import age_words
from guide.kiosk import LINE, is_kiosk
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.home import HOME
from guide.tui.doors import DOORS, Door
from guide.tui.screens.base import BaseScreen
from guide.tui.styles import HEADING, QUIET
from guide.tui.typeset import Run
from guide.tui.widgets.body import Body
from guide.tui.widgets.cards import Card, Cards
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from guide.history.history import Kept
    from guide.journey.journey import Journey
    from guide.model.schema import Guide
    from guide.reading.shelf import Found


HOW = "Enter opens what is marked, and so does a click. A number opens its door."
NO_GUIDE = "There is no guide here that can be opened."
AIRY = 30
"""Lines from which there is air between the doors: with less, the walks come into view."""
RECENT = 6
"""How many scenarios are offered again."""


class Entry(NamedTuple):
    """A choice, and what it opens: a door of a guide, or a walk that was kept."""

    choice: Choice
    guide: Guide
    door: Door | None = None
    kept: Kept | None = None


class HomeScreen(BaseScreen):
    """Home."""

    HERE: ClassVar[tuple[type[Command], ...]] = HOME
    BINDINGS = bindings(HOME)
    ROLE = "home"
    ABOUT = (
        "What the guide does for you, a door for each job. Choose one with its number, with the "
        "arrows and Enter, or with the mouse. Below stand the answers you gave before, the latest "
        "marked: Enter goes on with it."
    )

    def __init__(self) -> None:
        super().__init__(id="home")
        self.entries: list[Entry] = []
        self.guide: Guide | None = None
        """The guide that the doors belong to."""
        self._moved = False
        """Whether the reader has moved the cursor: it then stays where it is."""

    def body(self) -> Iterable[Widget]:
        """What guide this is, the doors, and below them the guides that can't be opened."""
        with Body(classes="body part"):
            yield Prose(id="headline")
            yield Cards(id="shelf")
            usable = bool(self.session.shelf.guides)
            yield Prose([(HOW if usable else NO_GUIDE, QUIET)], id="how")
            if is_kiosk():
                yield Prose([(LINE, "")], id="kiosk")
            if faulty := self._faulty():
                yield Prose(*faulty, id="faulty")

    def on_mount(self) -> None:
        """Show the doors at once; what was kept follows after the first paint."""
        super().on_mount()
        self._offer([])
        self.query_one(Cards).focus()

    def on_screen_resume(self) -> None:
        """Whatever was done since, show what is kept now."""
        if self.app.screen is self and not self.session.opening:
            self.tell(self.session.take_notice())
        self._moved = False
        self.call_after_refresh(self.show_kept)

    def show_kept(self) -> None:
        """Add what the history keeps: where the reader left, and recent scenarios."""
        self._offer([self._kept_entry(walk) for walk in self._newest_of_each()])
        self.refresh_bindings()
        if self.app.screen is self and (notice := self.session.take_notice()):
            self.tell(notice)

    def _newest_of_each(self) -> list[Kept]:
        """What is kept, each scenario once; in a kiosk nothing is offered again."""
        if is_kiosk():
            return []
        newest: dict[tuple[str, str, bool, str], Kept] = {}
        for walk in self.session.history.recent(RECENT * 5):
            if walk.guide in self.session.shelf.guides:
                newest.setdefault((walk.guide, walk.code, walk.finished, walk.name), walk)
        return list(newest.values())[:RECENT]

    def _offer(self, walks: list[Entry]) -> None:
        """The guides where there are several, the doors of one, and the walks."""
        guides = self.session.shelf.guides
        # A preview puts another version of the same guide on the shelf.
        here = guides.get(self.guide.id) if self.guide else None
        self.guide = here or next(iter(guides.values()), None)
        entries = list(map(_guide_entry, guides.values())) if len(guides) > 1 else []
        above = len(entries)
        if self.guide is not None:
            entries += self._doors(self.guide)
        first = len(entries) if walks else above
        self.entries = entries + walks
        cards = self.query_one(Cards)
        choices = [entry.choice for entry in self.entries]
        cards.offer(choices, cards.cursor if self._moved else first)
        self.call_after_refresh(cards.show_cursor)
        self._headline()

    def on_resize(self) -> None:
        """Air between the doors where all of it still fits."""
        super().on_resize()
        self.query_one(Cards).air(self.size.height >= AIRY)
        self.call_after_refresh(self.query_one(Cards).show_cursor)

    def _headline(self) -> None:
        guide = self.guide
        if guide is None:
            self.bar("Buyer guide")
            self.query_one("#headline", Prose).show()
            return
        self.bar("Buyer guide", age_words(guide, self.session.today))
        about: list[list[Run]] = [[(guide.head.about, "")]] if guide.head.about else []
        self.query_one("#headline", Prose).show([(guide.title, HEADING)], *about)

    def _doors(self, guide: Guide) -> list[Entry]:
        several = len(self.session.shelf.guides) > 1
        return [
            Entry(
                Card(door.title, (((door.words, QUIET),),), group=guide.title if several else ""),
                guide,
                door,
            )
            for door in DOORS
            if door.there(guide)
        ]

    def _kept_entry(self, kept: Kept) -> Entry:
        # After the first paint: 13 ms
        from guide.history.resolve import reopened  # noqa: PLC0415
        from guide.journey.labels import crumbs  # noqa: PLC0415

        session = self.session
        guide = session.shelf.guides[kept.guide]
        walked = reopened(guide, kept).journey.walked
        words = kept.name or " · ".join(crumbs(guide, walked.trail))
        if len(session.shelf.guides) > 1:
            words = f"{words} · {guide.title}"
        when = age(kept.updated.astimezone().date(), session.today)
        note = when if walked.finished else f"not finished, {when}"
        return Entry(Choice(words, note=note, group="Continue"), guide, kept=kept)

    def _faulty(self) -> list[list[Run]]:
        return [_problems(entry) for entry in self.session.shelf.faulty]

    @on(events.Key)
    def let_cursor_be(self) -> None:
        """What the reader marks stays marked when the walks come."""
        self._moved = True

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open what was chosen; of a guide, show the doors."""
        entry = self.entries[event.index]
        if entry.door is not None:
            entry.door.open(self.reader_app, entry.guide)
        elif entry.kept is not None:
            from guide.history.resolve import reopened  # noqa: PLC0415 - 13 ms

            self.reader_app.go(reopened(entry.guide, entry.kept).journey)
        else:
            self.guide, self._moved = entry.guide, False
            self._offer([])

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


def _guide_entry(guide: Guide) -> Entry:
    return Entry(Choice(guide.title, note=guide.head.kind, group="Guides"), guide)


def _problems(entry: Found) -> list[Run]:
    count = len(entry.problems)
    words = f"{count} problem{'s' if count != 1 else ''}"
    return [
        (f"{entry.name} can't be opened: {words}. To see them: ", QUIET),
        (f"guide check {entry.folder}", ""),
    ]
