"""What every screen has: a bar above, a bar of keys below, a place for one notice."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events, on
from textual._time import get_time
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.messages import Layout
from textual.widget import Widget

from guide.tui.commands.base import Command
from guide.tui.commands.everywhere import EVERYWHERE
from guide.tui.screens.steady import SteadyScreen
from guide.tui.widgets.bars import KeyBar, TopBar
from guide.tui.widgets.choices import Choices
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from guide.model.schema import Guide
    from guide.tui.session import ReaderSession


REACHED = "-from-"
"""Of classes that a window keeps as it gets wider, such as ``-from-110``."""


class BaseScreen(SteadyScreen):
    """A screen of the guide."""

    AUTO_FOCUS = ""  # each screen says what has the focus; Textual would scroll to it
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's name
        (0, "-tiny"),
        (30, "-narrow"),
        (72, "-normal"),
        (120, "-wide"),
        *((width, f"{REACHED}{width}") for width in (100, 110, 140)),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-short"), (20, "-tall")]  # noqa: RUF012
    HERE: ClassVar[tuple[type[Command], ...]] = ()
    """The commands of this screen, the most important first."""
    ROLE: ClassVar[Literal["home", "walk", "sheet"]] = "sheet"
    """Home, a step on the way, or a sheet laid over either."""
    ABOUT: ClassVar[str] = ""
    """What the screen is for: the first words of its help."""

    def _get_breakpoint_classes(
        self, dimension: int, breakpoints: list[tuple[int, str]]
    ) -> set[str]:
        """The band that the window is in, as Textual has it, and every width that it reaches."""
        bands = [(least, name) for least, name in breakpoints if not name.startswith(REACHED)]
        reached = {name for least, name in set(breakpoints) - set(bands) if dimension >= least}
        return reached | super()._get_breakpoint_classes(dimension, bands)

    @property
    def session(self) -> "ReaderSession":
        """What the reader does while the app runs."""
        return self.reader_app.session

    def compose(self) -> ComposeResult:
        """The bars around the body."""
        yield TopBar()
        yield Prose(id="notice", classes="part")
        yield from self.body()
        yield from self.reader_app.below(self.ROLE)
        yield KeyBar(self.keys, self.label)
        yield Prose(
            [("Window too small: the guide needs 30 columns and 8 lines.", "")],
            id="too-small",
        )

    def body(self) -> Iterable[Widget]:
        """What is between the bars."""
        return ()

    def on_mount(self) -> None:
        """No notice yet."""
        self.tell("")

    @on(events.Key)
    def let_notice_go(self) -> None:
        """A notice has been read by the next key press; what the key does may tell another."""
        self.tell("")

    @on(Choices.Chosen)
    def paint_choice(self, event: Choices.Chosen) -> None:
        """Paint the cursor on what was chosen, after the screen did what follows.

        Most screens have gone by now. Painted before, it would cost each new page 3 ms.
        """
        event.choices.restyled()

    _styled_for: object = None

    @on(events.ScreenResume)
    def keep_styles(self, event: events.ScreenResume) -> None:
        """Spare the style sheet where nothing can have changed: 5 ms of each new page.

        Textual matches every rule with every widget again whenever a screen comes to the top.
        """
        styled_for = (self.app.theme, self.app.size)
        event.refresh_styles = styled_for != self._styled_for
        self._styled_for = styled_for

    def _compositor_refresh(self) -> None:
        """Paint once where Textual would twice.

        When a screen comes to the top, one tick of Textual's timer lays it out, paints what the
        layout moved, and then paints all of it: 4 to 10 ms that nobody sees.
        """
        if not (self._layout_required and self._repaint_required):
            super()._compositor_refresh()

    _laid_out = 0.0

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:  # noqa: FBT001, FBT002
        if not scroll:
            self._laid_out = get_time()
        super()._refresh_layout(size, scroll)

    @on(Layout)
    def leave_layout(self, message: Layout) -> None:
        """Leave it where it was asked for before the last: Textual would do it again, for 8 ms."""
        if message.time < self._laid_out:
            message.stop()
            message.prevent_default()

    _focused_last: Widget | None = None

    @on(events.DescendantFocus)
    def keep_focused(self, event: events.DescendantFocus) -> None:
        """Remember what has the focus: it loses it while the window is too small."""
        self._focused_last = event.widget

    _small = False

    def on_resize(self) -> None:
        """Give the focus back, once there is room again."""
        width, height = self.app.size
        before, self._small = self._small, width < 30 or height < 8
        if before and not self._small:
            self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        if self.focused is not None:
            return
        last = self._focused_last
        if last is not None and last.is_attached and last.focusable:
            last.focus(scroll_visible=False)
        elif self.focus_chain:
            self.focus_chain[0].focus(scroll_visible=False)

    @property
    def looks_up(self) -> "Guide | None":
        """The guide whose glance and glossary can be opened from this sheet; most have none."""
        return None

    def leave_for(self, go: Callable[[], None]) -> None:
        """Go home, or leave the guide; a screen may ask first."""
        go()

    def tell(self, text: str) -> None:
        """Show one notice below the upper bar, or none."""
        if text or self.noticed:  # or every key would lay the screen out anew
            self.query_one("#notice", Prose).show(*([[(text, "")]] if text else []))

    @property
    def noticed(self) -> bool:
        """Whether a notice is shown."""
        return not self.query_one("#notice", Prose).has_class("-empty")

    def keys(self) -> dict[type[Command], list[Binding]]:
        """The commands that can be used now, each with its keys, the most important first."""
        bindings: dict[str, list[Binding]] = {}
        for active in self.active_bindings.values():
            if active.enabled:
                bindings.setdefault(active.binding.action, []).append(active.binding)
        commands: tuple[type[Command], ...] = (*self.reader_app.ALSO, *self.HERE, *EVERYWHERE)
        # A binding without an id is Textual's own, such as Ctrl+Q: it works, but comes last.
        return {
            command: sorted(bindings[command.action()], key=lambda binding: not binding.id)
            for command in commands
            if command.action() in bindings
        }

    def label(self, command: type[Command]) -> str:
        """What the bar at the foot calls a command now; empty: it is not shown there."""
        return command.SHORT

    def key_of(self, command: type[Command]) -> str:
        """The key of a command as the reader knows it, whether it can be used now or not."""
        for active in self.active_bindings.values():
            if active.binding.id == command.id():
                return self.app.get_key_display(active.binding)
        return ""

    def bar(self, text: str, aside: str = "") -> None:
        """Say what this is in the upper bar."""
        bar = self.query_one(TopBar)
        bar.text, bar.aside = text, aside
