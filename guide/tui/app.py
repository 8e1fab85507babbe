"""The app: it moves between the screens."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App

from guide.history.keeper import Keeper
from guide.tui import settings, themes
from guide.tui.commands.base import bindings
from guide.tui.commands.everywhere import EVERYWHERE
from guide.tui.ending import ends_when_told
from guide.tui.providers.commands import GuideCommands
from guide.tui.reader_app import ReaderApp
from guide.tui.screens.base import BaseScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.session import ReaderSession

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.screen import Screen

    from guide.history.keeper import Keeper
    from guide.journey.journey import Journey
    from guide.journey.landing import Landing
    from guide.model.schema import Guide
    from guide.practice.drill import Drill
    from guide.practice.kept_rooms import OpenRoom
    from guide.reading.shelf import Shelf


def _question() -> Screen[Any]:
    from guide.tui.screens.question import QuestionScreen  # noqa: PLC0415 - 18 ms

    return QuestionScreen()


def _advice() -> Screen[Any]:
    from guide.tui.screens.advice import AdviceScreen  # noqa: PLC0415 - 50 ms

    return AdviceScreen()


class GuideApp(ReaderApp):
    """The guide in a terminal."""

    TITLE = "Buyer guide"
    CSS_PATH = ["screens/base.tcss", "screens/home.tcss"]  # noqa: RUF012 - of the first screen
    BINDINGS = bindings(EVERYWHERE)
    COMMANDS: ClassVar[set[Any]] = {GuideCommands}
    # Made when first shown, and kept: a page is set afresh, the widgets are not.
    SCREENS: ClassVar[dict[str, Callable[[], Screen[Any]]]] = {
        "question": _question,
        "advice": _advice,
    }

    def __init__(
        self,
        shelf: Shelf,
        *,
        first: Journey | None = None,
        practice: Drill | OpenRoom | None = None,
        today: date | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        self.animation_level = "none"  # a page that glides into place takes half a second
        self.session = ReaderSession(
            shelf,
            today or date.today(),  # noqa: DTZ011 - the reader's own day
            keeper,
        )
        self._first = first
        self._practice = practice
        self.session.opening = first is not None or practice is not None
        for name in list(self.available_themes):
            self.unregister_theme(name)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self._use_settings(colourless=colourless)

    def _use_settings(self, *, colourless: bool) -> None:
        preferences = settings.load()
        if preferences.notice:
            self.session.add_notice(preferences.notice)
        theme = preferences.theme
        if theme and theme not in themes.TITLES | themes.OTHERS:
            self.session.add_notice(f"Settings ignored: no theme is called {theme[:40]!a}.")
            theme = ""
        self._begin_with(themes.MONOCHROME if colourless else theme or themes.DEFAULT)
        self.set_keymap(preferences.keys)
        if preferences.keys:
            # 1 ms, and few readers have keys of their own
            from guide.tui.commands.known import unknown_commands  # noqa: PLC0415

            self.session.add_notice(unknown_commands(preferences.keys))

    def _begin_with(self, name: str) -> None:
        """Use a theme from the first paint on.

        Setting it as one does later would parse every style sheet twice: 9 ms.
        """
        self._know_theme(name)
        if self.available_themes[name].ansi:
            self.theme = name
        else:
            self.set_reactive(App.theme, name)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> HomeScreen:
        """Home."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Go where the app was opened at, if it was."""
        self.call_after_refresh(_collect_again)
        if self._first is not None:
            self.go(self._first)
        if self._practice is not None:
            # 12 ms, and few come from a command
            from guide.tui.screens.practice import PracticeScreen, practicing  # noqa: PLC0415

            self.session.opening = False
            screen = practicing(self._practice)
            self.push_screen(PracticeScreen(self._practice.guide))
            self.push_screen(screen)

    @property
    def role(self) -> str:
        """What the screen on top is for; the palette acts for the one below it."""
        ours = (s for s in reversed(self.screen_stack) if isinstance(s, BaseScreen))
        return screen.ROLE if (screen := next(ours, None)) else ""

    def go(self, journey: Journey, *, page: bool = False, landing: Landing | None = None) -> None:
        """Go where a journey stands: to its question, or to the page."""
        from guide.tui.screens.walk import WalkScreen  # noqa: PLC0415 - 13 ms

        self.session.opening = False
        self.session.move(journey, landing)
        name = "advice" if page or journey.question is None else "question"
        wanted = self.get_screen(name)
        if self.screen is wanted and isinstance(wanted, WalkScreen):
            wanted.show()
        elif self.role == "walk":
            self.switch_screen(name)
        else:
            self.push_screen(name)
        ready = journey.question is None and not journey.visiting
        if self.session.for_buyer and name == "advice" and ready:
            from guide.tui.screens.buyer import BuyerScreen  # noqa: PLC0415 - 5 ms

            self.session.for_buyer = False
            self.push_screen(BuyerScreen(journey))

    def leave_visit(self) -> None:
        """From a page that a search led to, back to where the reader was."""
        journey = self.session.journey
        former = self.session.journey = journey.former if journey else None
        if former is None:
            self.go_home()
        else:
            self.go(replace(former, notice=""))

    def go_home(self) -> None:
        """Show the shelf. What was answered is kept."""
        self.session.for_buyer = False
        while self.role != "home" and len(self.screen_stack) > 1:
            self.pop_screen()

    def tell(self, text: str) -> None:
        """Show one notice on the screen that is on top, if it has a place for it."""
        if isinstance(self.screen, BaseScreen):
            self.screen.tell(text)

    def action_command_palette(self) -> None:
        """Every command, with its key."""
        from guide.tui.screens.palette import Palette  # noqa: PLC0415 - only whoever opens it

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help(self) -> None:
        """Help on the screen that is on top."""
        from guide.tui.screens.help import HelpScreen, KeyRow  # noqa: PLC0415 - 2 ms before the first paint

        screen = self.screen
        if isinstance(screen, BaseScreen) and not isinstance(screen, HelpScreen):
            rows = [
                KeyRow(
                    command.GROUP,
                    " ".join(self.get_key_display(key) for key in keys),
                    command.words(),
                )
                for command, keys in screen.keys().items()
            ]
            self.push_screen(HelpScreen(screen.ABOUT, rows))

    def action_search(self) -> None:
        """Search a guide."""
        guide = self.searched
        if guide is not None:
            from guide.tui.screens.search import Landed, SearchScreen  # noqa: PLC0415 - 12 ms

            def landed(landed: Landed | None) -> None:
                if landed is not None:
                    self.go(landed.journey, landing=landed.landing)

            journey = self.session.journey if self.role == "walk" else None
            while journey is not None and journey.visiting:
                journey = journey.former
            self.push_screen(SearchScreen(guide, journey), landed)

    def action_show_glance(self) -> None:
        """The guide at a glance."""
        guide = self.searched
        if guide is not None and guide.glance is not None:
            from guide.tui.screens.reading import GlanceScreen  # noqa: PLC0415 - 12 ms

            self.push_screen(GlanceScreen(guide, guide.glance))

    def action_show_terms(self) -> None:
        """The glossary, the words of the page first."""
        guide = self.searched
        if guide is not None:
            from guide.journey.terms import terms_of  # noqa: PLC0415 - 12 ms with the screen
            from guide.tui.screens.reading import TermsScreen  # noqa: PLC0415

            on_page = terms_of(self.session.journey.advice) if self.session.journey else []
            self.push_screen(TermsScreen(guide, on_page))

    @property
    def searched(self) -> Guide | None:
        """The guide a search looks through: the one that is open, or under the cursor."""
        if isinstance(self.screen, HomeScreen):
            return self.screen.guide
        if isinstance(self.screen, BaseScreen) and self.screen.looks_up:
            return self.screen.looks_up
        return journey.guide if (journey := self.session.journey) else None

    def action_next_theme(self) -> None:
        """The next theme, and remember it."""
        names = list(themes.TITLES)
        here = names.index(self.theme) if self.theme in names else -1
        self.use_theme(names[(here + 1) % len(names)])

    def _know_theme(self, name: str) -> None:
        """Make one of Textual's themes only when it is chosen: 2 ms each."""
        if name in themes.OTHERS and name not in self.available_themes:
            self.register_theme(themes.made_of(name))

    def use_theme(self, name: str) -> None:
        """Use a theme, and remember it."""
        self._know_theme(name)
        self.theme = name
        problem = settings.keep_theme(name)
        self.tell(problem or f"Theme: {(themes.TITLES | themes.OTHERS)[name]}.")

    def action_go_home(self) -> None:
        """To the shelf."""
        self._leave_for(self.go_home)

    async def action_quit(self) -> None:
        """Leave the guide."""
        self._leave_for(self.exit)

    def _leave_for(self, go: Callable[[], None]) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.leave_for(go)
        else:
            go()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes no sense on a sheet, or without a guide, is grey."""
        if action == "go_home":
            return None if len(self.screen_stack) < 2 else True
        if action == "search":
            return None if self.role == "sheet" or not self.session.shelf.guides else True
        if action == "suspend_process":
            return self._driver is not None and self._driver.can_suspend
        if action in ("show_glance", "show_terms"):
            guide = self.searched
            there = guide is not None and (guide.glance if action == "show_glance" else guide.terms)
            on_sheet = isinstance(self.screen, BaseScreen) and self.screen.looks_up
            return True if there and (self.role != "sheet" or on_sheet) else None
        return super().check_action(action, parameters)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do nothing for keys typed after the one that quits: their screens are going."""
        if self._exit:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def _fatal_error(self) -> None:
        """Stop in silence: Textual would print every local variable, with what was typed."""
        self.panic()


def _collect_again() -> None:
    """After the first paint: what there is now stays, and need not be looked through again."""
    if not gc.isenabled():
        gc.freeze()
        # A new page makes 20,000 objects and keeps them: looking through them took 15 of 53 ms.
        gc.set_threshold(20_000, 10, 20)
        gc.enable()


def run(
    shelf: Shelf,
    *,
    first: Journey | None = None,
    practice: Drill | OpenRoom | None = None,
) -> int:
    """Run the app until the reader leaves; returns the exit code.

    Raises:
        Exception: whatever stopped the app, for the one place that writes such things down.

    """
    gc.disable()  # until the first paint: nothing before it is garbage
    return play(GuideApp(shelf, first=first, practice=practice))


def play(app: GuideApp) -> int:
    """Run one app until the reader leaves; returns the exit code.

    Raises:
        Exception: whatever stopped the app.

    """
    try:
        with ends_when_told(app):
            app.run()
    finally:
        app.session.keeper.close()
    if app._exception is not None:  # noqa: SLF001 - Textual keeps it and has no other name for it
        raise app._exception  # noqa: SLF001
    return app.return_code or 0
