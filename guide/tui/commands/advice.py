"""What can be done on a page of advice."""

from guide.tui.commands.base import Command
from guide.tui.commands.question import Back, ReadyForBuyer, ShowAnswers, ShowMap, StartAgain
from guide.tui.commands.weighing import ComparePages, Decide, PinPage, ShowLetters, ShowPlan, WhatIf


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
    KEEPS = True


class CopyPage(Command):
    """Copy a section, a script or the page, to the clipboard where allowed and to a file."""

    KEYS = "y"
    GROUP = "Keep"
    TITLE = "Copy a section, a script or the page"
    SHORT = "Copy"


class NextTerm(Command):
    """Say what the next underlined word means."""

    KEYS = "u"
    GROUP = "Read"
    TITLE = "Meaning of the next underlined word"


class ShowScale(Command):
    """Show the scale of verdicts: how bad each of them is."""

    KEYS = "equals_sign"
    GROUP = "Read"
    TITLE = "How bad is it? The scale of verdicts"


class UnfoldChecks(Command):
    """Unfold our check of each claim under Says who?, or fold them again."""

    KEYS = "f"
    GROUP = "Read"
    TITLE = "Fold or unfold our checks"
    SHORT = "Checks"


class GoOn(Command):
    """Go to the next open question."""

    KEYS = "enter"
    GROUP = "Move"
    TITLE = "Next open question"


ON_PAGE = (SavePage, Decide, CopyPage, PinPage, ComparePages, ShowScale, SaysWho, WhatIf, ShowPlan)
"""What a reader may want at a question already: there it says that the page has it."""

ADVICE = (
    SaysWho,
    ShowAnswers,
    SavePage,
    ShowPlan,
    ReadyForBuyer,
    WhatIf,
    ComparePages,
    Back,
    ShowContents,
    PinPage,
    Decide,
    ShowLetters,
    NextPassage,
    PreviousPassage,
    CopyPage,
    NextTerm,
    ShowScale,
    UnfoldChecks,
    GoOn,
    ShowMap,
    StartAgain,
)
