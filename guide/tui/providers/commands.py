"""The palette: every command of the screen and of the app with its key, and the themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from guide.journey.matching import words_of
from guide.tui.screens.base import BaseScreen
from guide.tui.themes import OTHERS, TITLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guide.model.practice import SessionPlan


BELOW = 0.01
"""What a find in the sentence scores: below any in a title."""
LINE = 70
"""Columns of a line of the palette in a window of 80."""


class Offer(NamedTuple):
    """One line of the palette."""

    title: str
    words: str
    """What it does, in full: this is what one looks for."""
    run: Callable[[], object]

    @property
    def help(self) -> str:
        """The same on one line, without what the title says already."""
        title = self.title.rpartition("  (")[0]
        text = self.words.removeprefix(f"{title}: ")
        ends = [text.rfind(sign, 0, LINE) for sign in (";", ":", ",")]
        cut = next((end for end in ends if end > 0), LINE)
        text = text if len(text) <= LINE else f"{text[:cut]}."
        return text[:1].upper() + text[1:]


class GuideCommands(Provider):
    """Every command that can be used now, with its key; then the themes."""

    async def discover(self) -> Hits:
        """Everything, before a word is typed."""
        for offer in self.offers():
            yield DiscoveryHit(Content(offer.title), offer.run, offer.title, offer.help)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for offer in self.offers():
            # A word of the sentence below a title counts too, though never as much as the title's.
            score = matcher.match(offer.title) or BELOW * _holds(offer.words, query)
            if score > 0:
                highlighted = matcher.highlight(offer.title)
                yield Hit(score, highlighted, offer.run, offer.title, offer.help)

    def offers(self) -> Iterator[Offer]:
        """The commands of the screen, those of the app, the themes."""
        yield from self._commands()
        yield from self._practice()
        if not isinstance(self.screen, BaseScreen):
            return
        for name, title in (TITLES | OTHERS).items():
            run = partial(self.screen.reader_app.use_theme, name)
            yield Offer(f"Theme: {title}", "Use this theme, now and the next time.", run)

    def _practice(self) -> Iterator[Offer]:
        """Practice and its courses; on a sheet they would hide where the reader is."""
        app, screen = self.app, self.screen
        if not isinstance(screen, BaseScreen) or screen.ROLE == "sheet":
            return
        session = screen.session
        here = [session.journey.guide] if session.journey else session.shelf.guides.values()
        guide = next((guide for guide in here if guide.case), None)
        if guide:
            from guide.practice.choosing import courses  # noqa: PLC0415 - 50 ms, for fsrs
            from guide.tui.screens.practice import PracticeScreen  # noqa: PLC0415 - 12 ms

            def practice(plan: SessionPlan | None = None) -> None:
                screen = PracticeScreen(guide)
                app.push_screen(screen)
                if plan:
                    screen.begin(plan)

            yield Offer("Practice", "Decide cases, alone or with a room.", practice)
            for plan in courses(guide):
                yield Offer(f"Course: {plan.title}", plan.about, partial(practice, plan))

    def _commands(self) -> Iterator[Offer]:
        if not isinstance(self.screen, BaseScreen):
            return
        for command, (first, *_) in self.screen.keys().items():
            key = self.app.get_key_display(first)
            node = self.screen if command in self.screen.HERE else self.app
            run = partial(self.app.run_action, command.action(), node)
            yield Offer(f"{command.TITLE}  ({key})", command.words(), run)


def _holds(text: str, query: str) -> bool:
    """Whether every word typed begins a word of the text: scattered letters mean nothing here."""
    words, typed = words_of(text), words_of(query)
    return bool(typed) and all(any(word.startswith(start) for word in words) for start in typed)
