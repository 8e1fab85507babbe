"""What can be done on every screen."""

from guide.tui.commands.base import Command


class Help(Command):
    """Explain this screen and list the keys that work on it."""

    KEYS = "question_mark,f1"
    GROUP = "Read"
    TITLE = "Help on this screen"
    SHORT = "Help"


class CommandPalette(Command):
    """List every command that can be used now, and the themes; type to find one."""

    KEYS = "ctrl+p"
    GROUP = "Read"
    TITLE = "Every command"
    SHORT = "Commands"


class Search(Command):
    """Search the advice, questions and terms of the guide, and go there."""

    KEYS = "slash"
    GROUP = "Read"
    TITLE = "Search the guide"
    SHORT = "Search"


class ShowGlance(Command):
    """Show the guide at a glance: the short answer without a question."""

    KEYS = "o"
    GROUP = "Read"
    TITLE = "The guide at a glance"


class ShowTerms(Command):
    """Say what the words mean, those of this page first."""

    KEYS = "l"
    GROUP = "Read"
    TITLE = "What the words mean"


class NextTheme(Command):
    """Change to the next theme: dark, light, high contrast, the terminal's colors, none."""

    KEYS = "d"
    GROUP = "Read"
    TITLE = "Next theme"


class GoHome(Command):
    """Go to the first screen. The answers are kept."""

    KEYS = "h"
    GROUP = "Leave"
    TITLE = "Home"
    IN_KIOSK = "Go to the list of guides."


class Quit(Command):
    """Leave the guide. The answers are kept, and the next start offers to continue."""

    KEYS = "q"
    GROUP = "Leave"
    TITLE = "Quit"
    SHORT = "Quit"
    IN_KIOSK = "Leave the guide; nothing is kept."


class SuspendProcess(Command):
    """Stop the program for now and go to the shell, whose command fg brings it back."""

    KEYS = "ctrl+z"
    GROUP = "Leave"
    TITLE = "To the shell, until fg"


EVERYWHERE = (
    *(Search, ShowGlance, ShowTerms, NextTheme, GoHome, SuspendProcess),
    *(Quit, Help, CommandPalette),
)
