"""What help says about a screen: its purpose, and every key that works on it now."""

from typing import TYPE_CHECKING

from guide.tui.screens.base import BaseScreen
from guide.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from guide.tui.app import GuideApp


def help_on(app: "GuideApp") -> HelpScreen | None:
    """The help of the screen on top; None on help itself, and where there is none."""
    screen = app.screen
    if not isinstance(screen, BaseScreen) or isinstance(screen, HelpScreen):
        return None
    rows = [
        (" ".join(app.get_key_display(binding) for binding in found), command.words())
        for command, found in screen.keys().items()
    ]
    return HelpScreen(screen.ABOUT, rows)
