"""What can be done on a page of advice."""

from guide.tui.commands.base import Command
from guide.tui.commands.question import Back, ShowAnswers, ShowMap, StartAgain
from guide.tui.commands.weighing import ComparePages, Decide, PinPage, ShowPlan, WhatIf


class SaysWho(Command):
    """Show what the marked passage rests on: your answers, facts and sources, or judgement."""

    KEYS = "w"
    GROUP = "Read"
    TITLE = "Says who?"
    SHORT = "Says who?"


class ShowContents(Command):
    """List the sections of this page and jump to one; the number keys do the same."""

    KEYS = "c"
    GROUP = "Move"
    TITLE = "Contents"
    SHORT = "Contents"


class NextPassage(Command):
    """Move the mark to the next passage."""

    KEYS = "j"
    GROUP = "Move"
    TITLE = "Next passage"


class PreviousPassage(Command):
    """Move the mark to the passage before."""

    KEYS = "k"
    GROUP = "Move"
    TITLE = "Previous passage"


class SavePage(Command):
    """Save this page as Markdown, HTML, text or JSON."""

    KEYS = "s"
    GROUP = "Keep"
    TITLE = "Save this page"
    SHORT = "Save"


class CopyPage(Command):
    """Copy this page as Markdown, to the clipboard where the terminal allows and to a file."""

    KEYS = "y"
    GROUP = "Keep"
    TITLE = "Copy this page"


class GoOn(Command):
    """Go to the next open question."""

    KEYS = "enter"
    GROUP = "Move"
    TITLE = "Next open question"


ADVICE = (
    SaysWho,
    ShowAnswers,
    SavePage,
    ShowPlan,
    WhatIf,
    ComparePages,
    Back,
    ShowContents,
    PinPage,
    Decide,
    NextPassage,
    PreviousPassage,
    CopyPage,
    GoOn,
    ShowMap,
    StartAgain,
)
