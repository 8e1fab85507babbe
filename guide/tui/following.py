"""Following an address on a page: into a browser where there is one, else to where it can go."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def follow(app: App[None], address: str) -> str:
    """Open an address in the browser; returns what was done, in a sentence.

    Without a display a browser would run in this very terminal, on top of the page.
    """
    displayed = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if app.is_web or (displayed and not app.is_headless):
        app.open_url(address)
        return f"Opened in your browser: {address}"
    app.copy_to_clipboard(address)
    return f"No browser here. Sent to the terminal's clipboard: {address}"
