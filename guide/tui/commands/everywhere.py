"""What can be done on every screen."""

from guide.tui.commands.base import Command


class Help(Command):
    """Explain this screen and list the keys that work on it."""

    KEYS = "question_mark,f1"
    TITLE = "Help on this screen"
    SHORT = "Help"


class Search(Command):
    """Search the advice, questions and terms of the guide, and go there."""

    KEYS = "slash"
    TITLE = "Search the guide"
    SHORT = "Search"


class ShowGlance(Command):
    """Show the guide at a glance: the short answer without a question."""

    KEYS = "o"
    TITLE = "The guide at a glance"


class ShowTerms(Command):
    """Say what the words mean, those of this page first."""

    KEYS = "l"
    TITLE = "What the words mean"


class NextTheme(Command):
    """Change to the next theme: dark, light, the terminal's colors, no colors."""

    KEYS = "d"
    TITLE = "Next theme"


class GoHome(Command):
    """Go to the list of guides. The answers are kept."""

    KEYS = "h"
    TITLE = "Home"
    IN_KIOSK = "Go to the list of guides."


class Quit(Command):
    """Leave the guide. The answers are kept, and the next start offers to continue."""

    KEYS = "q"
    TITLE = "Quit"
    SHORT = "Quit"
    IN_KIOSK = "Leave the guide; nothing is kept."


class SuspendProcess(Command):
    """Stop the program for now and go to the shell, whose command fg brings it back."""

    KEYS = "ctrl+z"
    TITLE = "To the shell, until fg"


EVERYWHERE = (Help, Search, ShowGlance, ShowTerms, NextTheme, GoHome, SuspendProcess, Quit)
