"""The line at the head of a screen and the line of keys at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from guide.document.wrap import clip
from guide.tui.commands.everywhere import Quit
from guide.tui.styles import HEADING, KEY, QUIET
from guide.tui.typeset import Run

BETWEEN = "  "
NARROW = 60
"""Columns below which the way back is worth more than the way out."""

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.binding import Binding
    from textual.screen import Screen

    from guide.tui.commands.base import Command


class TopBar(Widget):
    """What this is on the left, how far along on the right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; background: $bar; padding: 0 2; }
    """

    text = reactive("")
    aside = reactive("")

    def __init__(self, text: str = "", aside: str = "") -> None:
        super().__init__(classes="part", markup=False)
        self.set_reactive(TopBar.text, text)
        self.set_reactive(TopBar.aside, aside)

    def render(self) -> Content:
        """Both, the left one shortened where they do not fit."""
        width = self.content_size.width
        least = min(cell_len(self.text), width // 3)
        aside = clip(self.aside, max(width - least - 2, 0))
        room = width - cell_len(aside) - (2 if aside else 0)
        text = clip(self.text, room)
        gap = " " * max(width - cell_len(text) - cell_len(aside), 0)
        return Content.assemble((text, HEADING), gap, (aside, QUIET))


class Key(NamedTuple):
    """One key of the bar."""

    key: str
    """As Textual names it."""
    display: str
    label: str

    @property
    def size(self) -> int:
        """Cells it takes, with the gap after it."""
        return cell_len(f"{self.display} {self.label}{BETWEEN}")


class KeyBar(Widget):
    """The most important keys of this screen: as many as fit, each of them a button."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $bar; padding: 0 2; pointer: pointer; }
    """
    LAST = ("quit", "help", "command_palette")
    """Actions that are shown in any case."""
    MOST = 8
    """More keys than these are not read; help and the palette have the rest."""

    def __init__(
        self,
        commands: Callable[[], Mapping[type[Command], list[Binding]]],
        label: Callable[[type[Command]], str],
    ) -> None:
        """Show the commands that can be used now, each under its label; an empty one hides it."""
        super().__init__(classes="part", markup=False)
        self._commands, self._label = commands, label
        self._places: list[tuple[int, int, str]] = []
        self._under = ""
        """The key under the mouse."""

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, _screen: Screen[object]) -> None:
        self.refresh()

    def fitting(self) -> list[Key]:
        """What can be done now; as much as fits."""
        last: list[Key] = []
        others: list[Key] = []
        for command, (first, *_) in self._commands().items():
            if label := self._label(command):
                key = Key(first.key, self.app.get_key_display(first), label)
                (last if command.action() in self.LAST else others).append(key)
        width = self.content_size.width
        if width < NARROW and others:  # who can't see Quit finds it in the palette
            last = [key for key in last if key.label != Quit.SHORT]
        room = width + len(BETWEEN) - sum(key.size for key in last)
        kept: list[Key] = []
        for key in others:
            if key.size <= room and len(kept) + len(last) < self.MOST:
                kept.append(key)
                room -= key.size
        return kept + last

    def render(self) -> Content:
        """The keys on one line."""
        self._places = []
        runs: list[Run] = []
        x = 0
        for key in self.fitting():
            self._places.append((x, x + key.size - len(BETWEEN), key.key))
            under = "underline" if key.key == self._under else ""
            runs += [(key.display, KEY), (" ", ""), (key.label, under), (BETWEEN, "")]
            x += key.size
        return Content.assemble(*runs) if runs else Content("")

    def _pointed(self, event: events.MouseEvent) -> str:
        """The key where the mouse is."""
        offset = event.get_content_offset(self)
        x = -1 if offset is None else offset.x
        return next((key for start, end, key in self._places if start <= x < end), "")

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if key := self._pointed(event):
            event.stop()
            self.app.simulate_key(key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What would be pressed looks it."""
        self._hover(self._pointed(event))

    def on_leave(self) -> None:
        """Nothing would."""
        self._hover("")

    def _hover(self, key: str) -> None:
        if key != self._under:
            self._under = key
            self.refresh()
