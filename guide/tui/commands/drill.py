"""What can be done with a case."""

from guide.tui.commands.base import Command


class NextCase(Command):
    """Go on to the next case, once the reasons are read."""

    KEYS = "enter,right"
    GROUP = "Move"
    TITLE = "Next case"
    SHORT = "Next"


class Guessed(Command):
    """Say that the answer was a guess: it counts as not known, and the case comes again soon."""

    KEYS = "G,g"
    GROUP = "Explore"
    TITLE = "I guessed"
    SHORT = "I guessed"


class CasePage(Command):
    """Read the page of the guide that teaches this case."""

    KEYS = "a"
    GROUP = "Read"
    TITLE = "The page that teaches this"
    SHORT = "Its page"


class CaseGrounds(Command):
    """Show what the case rests on."""

    KEYS = "w"
    GROUP = "Read"
    TITLE = "Says who?"
    SHORT = "Says who?"


class RetryMissed(Command):
    """Ask what was missed once more."""

    KEYS = "r"
    GROUP = "Explore"
    TITLE = "Repeat what you missed"
    SHORT = "Repeat what you missed"


class LeaveDrill(Command):
    """Stop here. Every answer is kept, and the next time goes on from it."""

    KEYS = "escape,b"
    GROUP = "Leave"
    TITLE = "Stop"
    SHORT = "Stop"
    IN_KIOSK = "Stop here."


DRILL = (NextCase, Guessed, CasePage, CaseGrounds, RetryMissed, LeaveDrill)
