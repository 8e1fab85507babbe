"""What scrolls on a screen. Left and right are not bound: they lead back and forward."""

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Size

SCROLLING: list[BindingType] = [
    Binding("up", "scroll_up", "Scroll up", show=False, id="scroll-up"),
    Binding("down", "scroll_down", "Scroll down", show=False, id="scroll-down"),
    Binding("pageup", "page_up", "Page up", show=False, id="page-up"),
    Binding("pagedown,space", "page_down", "Page down", show=False, id="page-down"),
    Binding("home", "scroll_home", "To the top", show=False, id="scroll-top"),
    Binding("end", "scroll_end", "To the end", show=False, id="scroll-end"),
]


class Body(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Holds what has the focus itself: a list, a field."""

    BINDINGS = SCROLLING


class Reading(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Holds text to read: it has the focus, and its keys scroll."""

    BINDINGS = SCROLLING

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002 - Textual's
    ) -> bool:
        # Another length of the text moves nothing where it scrolled and still does: 8 ms of a page.
        scrolls = self.show_vertical_scrollbar and virtual_size.height > container_size.height
        return super()._size_updated(
            size, virtual_size, container_size, layout=layout and not scrolls
        )
