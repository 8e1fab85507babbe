"""What a field takes of a paste: a megabyte in it would stop the app for minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.cleaning import NOTE_LENGTH, harmless

if TYPE_CHECKING:
    from textual.widget import Widget

LINE_LENGTH = 1000
"""Characters of a line where the field itself sets no limit: some paths are that long."""


def fit(text: str, widget: Widget | None) -> tuple[str, str]:
    """What of it goes into a widget that takes text, and a notice if that is not all."""
    from textual.widgets import Input, TextArea  # noqa: PLC0415 - 35 ms, and few readers paste

    if isinstance(widget, Input):
        text = " ".join(harmless(line) for line in text.splitlines() if line)
        taken = len(widget.value) - len(widget.selected_text)
        limit = widget.max_length or LINE_LENGTH
    elif isinstance(widget, TextArea) and not widget.read_only:
        text = "\n".join(map(harmless, text.splitlines()))
        taken = len(widget.text) - len(widget.selected_text)
        limit = NOTE_LENGTH
    else:
        return "", ""
    fitting = text[: max(limit - taken, 0)]
    if len(fitting) == len(text):
        return text, ""
    return fitting, f"Pasted in part: this field has room for {limit:,} characters."
