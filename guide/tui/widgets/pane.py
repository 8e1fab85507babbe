"""Titles in borders: what a pane or a field is, and its state."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from guide.tui.styles import QUIET
from guide.tui.widgets.typeset import Prose


def entitle(pane: Widget, title: str, state: str = "") -> None:
    """Write a title and a state in the border: ``Says who? · 3 of 11``."""
    words = " · ".join(filter(None, (title, state)))
    pane.border_title = Content(words) if words else None


def field(label: str, widget: Widget) -> Iterator[Widget]:
    """A field with its label: in its border, or above it where there is no room for borders."""
    entitle(widget, label)
    widget.add_class("field")
    yield Prose([(label, QUIET)], classes="field-label")
    yield widget
