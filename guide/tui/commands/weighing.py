"""What can be done to weigh one page against others."""

from guide.tui.commands.base import Command
from guide.tui.commands.sheet import CloseSheet


class ShowPlan(Command):
    """Make a recovery plan from your answers and a few days: phases, dates, tasks, a calendar."""

    KEYS = "g"
    GROUP = "Explore"
    TITLE = "Recovery plan"
    SHORT = "Plan"


class PinPage(Command):
    """Pin this page, to compare another with it; on a pinned page, unpin it."""

    KEYS = "p"
    GROUP = "Explore"
    TITLE = "Pin this page, or unpin it"
    SHORT = "Pin"


class ComparePages(Command):
    """Show what differs between this page and the pinned one, and which answers cause it."""

    KEYS = "v"
    GROUP = "Explore"
    TITLE = "Compare with the pinned page"
    SHORT = "Versus"


class WhatIf(Command):
    """Show what each other answer would change, and open the page it leads to."""

    KEYS = "i"
    GROUP = "Explore"
    TITLE = "What would change this?"
    SHORT = "What if?"


class Decide(Command):
    """Write a decision record: this page, the pinned ones beside it, and your decision."""

    KEYS = "e"
    GROUP = "Keep"
    TITLE = "Decision record"
    SHORT = "Decide"
    KEEPS = True


class ShowLetters(Command):
    """Write a letter: to buyers, to customers, to the board; its blanks one at a time."""

    KEYS = "L"
    GROUP = "Explore"
    TITLE = "Letters"
    KEEPS = True


class SwapPages(Command):
    """Make the pinned page the open one, and pin the one that was open."""

    KEYS = "z"
    GROUP = "Explore"
    TITLE = "Swap the pages"
    SHORT = "Swap"


class Unpin(Command):
    """Unpin page A; where nothing is pinned any more, go back to the open page."""

    KEYS = "p"
    GROUP = "Explore"
    TITLE = "Unpin page A"
    SHORT = "Unpin"


class ShowEqual(Command):
    """Show the sections that are the same, or fold them again."""

    KEYS = "f"
    GROUP = "Explore"
    TITLE = "Fold or unfold what is the same"
    SHORT = "Equal parts"


COMPARE = (CloseSheet, SwapPages, Unpin, ShowEqual, Decide)


class SavePlan(Command):
    """Write the plan to the file named in the last field; its ending says the format."""

    KEYS = "ctrl+s"
    GROUP = "Keep"
    TITLE = "Write the plan to its file"
    SHORT = "Save"
    KEEPS = True


class SaveDecision(Command):
    """Write the decision record to the file named in the last field."""

    KEYS = "ctrl+s"
    GROUP = "Keep"
    TITLE = "Write the decision record to its file"
    SHORT = "Save"
    KEEPS = True


DECIDE = (CloseSheet, SaveDecision)


class FoldForm(Command):
    """Fold the days you typed to one line, or unfold them to change them."""

    KEYS = "f2"
    GROUP = "Move"
    TITLE = "Fold or unfold your days"
    SHORT = "Days"


PLAN = (CloseSheet, SavePlan, FoldForm)


class SaveLetter(Command):
    """Go to the name of the file, and there write the letter to it; its ending says the format."""

    KEYS = "ctrl+s"
    GROUP = "Keep"
    TITLE = "Write the letter to its file"
    SHORT = "Save"
    KEEPS = True


LETTER = (CloseSheet, SaveLetter)
